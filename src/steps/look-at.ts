import type { Sighting } from '../evidence/evidence.ts'
import type { GlanceAnswer, LookAt } from '../evidence/glance.ts'

/** A mail may have been seen at several places: the first where it still lies. Nobody is asked again who does not answer. */
export async function lookAtAny(lookAt: LookAt, sightings: readonly Sighting[]): Promise<GlanceAnswer> {
  let last: GlanceAnswer = { kind: 'gone' }
  for (const sighting of sightings) {
    const answer = await lookAt(sighting)
    if (answer.kind === 'seen' || answer.kind === 'away' || answer.kind === 'elsewhere') return answer
    // A folder that counts anew may hold it still, under a number that intake has yet to see.
    if (last.kind !== 'renumbered') last = answer
  }
  return last
}
