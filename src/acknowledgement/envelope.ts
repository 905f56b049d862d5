import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { OutboxId } from '../base/ids.ts'

/**
 * Each letter has an envelope sender of its own (VERP), so that a notice of non-delivery names the letter it is
 * about, and signed, so that nobody can invent one: `retours+k3v9x2abcdq7m4hw5tzr@…`. The tag is a handle of the
 * letter (10 characters) and its HMAC-SHA-256 (10 characters, 50 bits); it survives servers that change case.
 */

/** The authority's own secret: any text of 16 characters or more. */
export type EnvelopeKey = string

const LETTERS = 'abcdefghjkmnpqrstuvwxyz023456789'
const HALF = 10
const TAG = new RegExp(`(?<![a-z0-9])[${LETTERS}]{${2 * HALF}}(?![a-z0-9])`, 'g')

/** What the register finds a letter by. */
export function handleOf(id: OutboxId): string {
  return inLetters(createHash('sha256').update(id).digest())
}

export function tagOf(id: OutboxId, key: EnvelopeKey): string {
  const handle = handleOf(id)
  return handle + sealOf(handle, key)
}

/** `retours@…` with a tag: `retours+TAG@…` (plus addressing, RFC 5233). */
export function taggedAddress(address: string, tag: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`
}

/** Handles of the tags in some text (addresses, envelope ids) whose seal is ours; a forged tag is none. */
export function handlesIn(text: string, key: EnvelopeKey): readonly string[] {
  const tags = text.toLowerCase().match(TAG) ?? []
  const ours = tags.filter((tag) => isSealed(tag.slice(0, HALF), tag.slice(HALF), key))
  return [...new Set(ours.map((tag) => tag.slice(0, HALF)))]
}

function isSealed(handle: string, seal: string, key: EnvelopeKey): boolean {
  return timingSafeEqual(Buffer.from(sealOf(handle, key)), Buffer.from(seal))
}

function sealOf(handle: string, key: EnvelopeKey): string {
  return inLetters(createHmac('sha256', key).update(`envelope\n${handle}`).digest())
}

function inLetters(digest: Buffer): string {
  return [...digest.subarray(0, HALF)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
}
