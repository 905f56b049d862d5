import { isOfEverybody } from '../../knowledge/mail-providers.ts'
import { isHostOf } from '../hosts.ts'

/**
 * Whether a domain that was proven answers for another, that of From (RFC 7489, 3.1): the same one, or one
 * above or below it in one house. At a provider of everybody only the same one is.
 */
export function isAligned(proven: string, from: string): boolean {
  if (proven === '' || proven === from) return proven !== ''
  if (isOfEverybody(from) || isOfEverybody(proven) || !proven.includes('.')) return false
  return isHostOf(proven, from) || isHostOf(from, proven)
}
