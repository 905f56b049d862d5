import type { Sighting } from '../evidence/evidence.ts'
import type { GlanceAnswer, LookAt } from '../evidence/glance.ts'

/** Each is a new visit to the mail server, while a person waits. */
const PLACES = 5

/**
 * A mail may have been seen at several places: the first where it still lies. Nobody is asked again who does
 * not answer.
 */
export async function lookAtAny(lookAt: LookAt, sightings: readonly Sighting[]): Promise<GlanceAnswer> {
  let last: GlanceAnswer = { kind: 'gone' }
  for (const sighting of sightings.slice(0, PLACES)) {
    const answer = await lookAt(sighting)
    if (answer.kind === 'seen' || answer.kind === 'away' || answer.kind === 'elsewhere') return answer
    // A folder that counts anew may hold it still, under a number that nobody has seen yet.
    if (last.kind !== 'renumbered') last = answer
  }
  return last
}
