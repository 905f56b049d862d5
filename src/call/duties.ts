import type { Call } from './call.ts'
import type { Contradiction } from './contradiction.ts'

/**
 * What the law wants a call's letters to say and its file does not tell (CRPA R112-11-1, L112-12): nobody is
 * answered for such a call, though its mail can be read and judged. Pure.
 */
export function duties(call: Call): readonly Contradiction[] {
  const { implicitDecision, appeals } = call.acknowledgement
  if (call.legal !== undefined || (implicitDecision !== undefined && appeals !== undefined)) return []
  return [
    {
      path: ['legal'],
      message:
        'say under « legal » what silence means and how that is contested: an acknowledgement without ' +
        'it lets nobody’s time run (CRPA R112-11-1, L112-12)',
    },
  ]
}

/** What could be said better: texts that somebody wrote and no rule can check. Pure. */
export function advice(call: Call): readonly Contradiction[] {
  const free: Contradiction[] = []
  if (call.legal === undefined && call.acknowledgement.appeals !== undefined)
    free.push({
      path: ['acknowledgement', 'appeals'],
      message:
        'a text of the file’s own, which no rule checks; « legal » makes it, with the term and the ' +
        'remedies against silence',
    })
  if (call.dataProtection === undefined)
    free.push({
      path: ['acknowledgement', 'dataProtection'],
      message:
        'a text of the file’s own, which no rule checks; « dataProtection » makes it, with the ' +
        'officer, the time kept and the rights',
    })
  return free
}
