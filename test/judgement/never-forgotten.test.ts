import { existsSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../src/call/call.ts'
import type { Triage } from '../../src/mail/triage.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { judged } from './a-mail.ts'
import { askedPieces, UNREAD } from './asked-pieces.ts'
import { coverSentences } from './covers.ts'
import { strangers } from './strangers.ts'

const CALLS = new URL('../../config/calls/', import.meta.url)
/** Calls of other kinds, where they are kept beside the checkout. */
const OTHERS = new URL('../../../shared/cases/other-calls/', import.meta.url)
const others = existsSync(OTHERS)
  ? readdirSync(OTHERS)
      .map((name) => new URL(`${name}/call.yaml`, OTHERS).pathname)
      .filter((path) => existsSync(path))
  : []
const calls = [
  sampleCall,
  ...readdirSync(CALLS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readCall(new URL(name, CALLS).pathname).call),
  ...others.map((path) => readCall(path).call),
]
const sentences = await coverSentences()

/** Two sentences and a subject, of the words of every list: whatever people may write over what they send. */
const cover = fc.record({
  subject: fc.constantFrom(...sentences, ''),
  text: fc.array(fc.constantFrom(...sentences), { maxLength: 2 }).map((some) => some.join('\n')),
})

const COVERS = 200

describe.each(calls.map((call) => [call.id, call] as const))('%s', (_, call) => {
  it.each(askedPieces(call))(
    'whatever is written over it, a paper that is a %s is never put aside',
    (_role, paper) => {
      fc.assert(
        fc.property(cover, (written) => {
          const { triage } = judged({ ...written, papers: [paper] }, call)
          expect(['submission', 'inquiry', 'automatic', 'bounce']).toContain(triage.nature)
        }),
        { numRuns: COVERS },
      )
    },
  )

  it.each(UNREAD)('nor one that nobody can read: %s', (_kind, paper) => {
    fc.assert(
      fc.property(cover, (written) => {
        expect(judged({ ...written, papers: [paper] }, call).triage.nature).not.toBe('unrelated')
      }),
      { numRuns: COVERS },
    )
  })

  // Judged once: both look at the same.
  let sorted: readonly (readonly [...ReturnType<typeof strangers>[number], Triage])[] = []
  beforeAll(() => {
    sorted = strangers().map(([kind, written]) => [kind, written, judged(written, call).triage] as const)
  })

  it('what has nothing to do with a call is never taken for something handed in', () => {
    const taken = sorted
      .filter(([, , triage]) => triage.nature === 'submission')
      .map(
        ([kind, written, { grounds }]) =>
          `${kind}: « ${written.subject} » ${written.text.slice(0, 60)} ${grounds.join()}`,
      )
    expect(taken).toEqual([])
  })

  it('and most of it is none of anybody’s business', () => {
    const looked = lookedAt(call)
    const all = sorted.filter(([kind]) => !looked.has(kind))
    const kept = all.filter(([, , triage]) => triage.nature !== 'unrelated')
    expect(kept.length / all.length).toBeLessThan(0.1)
  })
})

/** Where a call asks for a CV, a quotation, an invoice or a picture, whoever sends one is looked at. */
function lookedAt({ pieces }: Call): ReadonlySet<string> {
  const asks = (role: string): boolean => pieces.some((piece) => piece.role === role)
  const titled = (title: string): boolean => pieces.some(({ titles }) => titles.includes(title))
  return new Set([
    ...(asks('cv') || titled('Lettre de motivation') ? ['jobs'] : []),
    ...(asks('devis') ? ['quotes', 'invoices'] : []),
    ...(titled('Facture') ? ['invoices'] : []),
    ...(pieces.some(({ like }) => like === 'picture') ? ['private', 'spam'] : []),
  ])
}
