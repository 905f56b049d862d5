import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { OutboxId } from '../base/ids.ts'
import { headerValues, type Mail } from '../mail/mail.ts'

/**
 * Each letter has an envelope sender of its own (VERP), so that a notice of non-delivery names the letter it
 * is about, and signed, so that nobody can invent one: `retours+k3v9x2abcdq7m4hw5tzr@…`. The tag is a handle
 * of the letter (10 characters) and its HMAC-SHA-256 (10 characters, 50 bits); it survives servers that
 * change case.
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

/**
 * What stands after « + » in the address to which notices about this letter return: its handle, and a seal
 * that nobody can make without the key.
 */
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

/** The header by which this program knows its own letters (domain, 5.5), as mails hold it. */
export const LOOP_HEADER = 'X-Recepisse'
/** What we say, then our seal; nothing behind it. */
const SEALED = new RegExp(`^[^;]{1,20};[^;]{1,200}; sig=([${LETTERS}]{${HALF}})$`)

/**
 * A letter's headers with the loop header sealed: bound to its Message-ID, so that it can be put on no other
 * mail.
 */
export function withSealedLoop(
  headers: Readonly<Record<string, string>>,
  messageId: string,
  key: EnvelopeKey,
): Record<string, string> {
  const said = headers[LOOP_HEADER]
  return said === undefined
    ? { ...headers }
    : { ...headers, [LOOP_HEADER]: `${said}; sig=${loopSeal(messageId, key)}` }
}

/** Whether a mail is a letter of ours come back. What others write into our header is no word of ours. */
export function isOwnLetter(mail: Pick<Mail, 'headers' | 'messageId'>, key: EnvelopeKey): boolean {
  const { messageId } = mail
  if (messageId === null) return false
  return headerValues(mail, LOOP_HEADER.toLowerCase()).some((value) => {
    const seal = SEALED.exec(value)?.[1]
    return seal !== undefined && isSame(seal, loopSeal(messageId, key))
  })
}

function loopSeal(messageId: string, key: EnvelopeKey): string {
  return inLetters(createHmac('sha256', key).update(`loop\n${messageId}`).digest())
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

function isSealed(handle: string, seal: string, key: EnvelopeKey): boolean {
  return isSame(sealOf(handle, key), seal)
}

function sealOf(handle: string, key: EnvelopeKey): string {
  return inLetters(createHmac('sha256', key).update(`envelope\n${handle}`).digest())
}

function inLetters(digest: Buffer): string {
  return [...digest.subarray(0, HALF)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
}
