import { WEIGHTS } from '../../knowledge/weights.ts'
import { endMeant } from '../identifiers/domain-ends.ts'
import type { SeenField } from './seen-field.ts'

/**
 * An address as recognition read it: with the end of its domain that was meant, where only one looks like
 * what was read; with an end that does not exist it is seen and unsure. Its extract stays what was read.
 */
export function emailMeant(found: SeenField): SeenField {
  if (found.kind !== 'email') return found
  const dot = found.value.lastIndexOf('.')
  const read = found.value.slice(dot + 1)
  const meant = endMeant(read)
  if (meant === read) return found
  const { likely, guessed } = WEIGHTS.fields
  if (meant === null) return { ...found, confidence: Math.min(found.confidence, guessed) }
  return {
    ...found,
    value: `${found.value.slice(0, dot + 1)}${meant}`,
    confidence: Math.min(found.confidence, likely),
  }
}
