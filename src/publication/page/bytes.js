/**
 * Bytes and their texts. Whatever is decoded is written again and compared: one text for one value, none
 * beside it.
 */

export const utf8 = (text) => new TextEncoder().encode(text)
export const hex = (bytes) =>
  [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, '0')).join('')
export const fromHex = (text) =>
  new Uint8Array((text.match(/../g) ?? []).map((two) => Number.parseInt(two, 16)))
export const joined = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]))
export const sameBytes = (one, other) => hex(one) === hex(other)
export const digest = async (bytes, name = 'SHA-256') =>
  new Uint8Array(await crypto.subtle.digest(name, bytes))
/** ASCII stays what it is, and nothing else is looked for. */
export const asAscii = (bytes) => new TextDecoder('windows-1252').decode(bytes)

/** Null unless it is exactly how these bytes are written, padding and last bits included. */
export function fromBase64(text) {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const binary = atob(text)
  return btoa(binary) === text ? Uint8Array.from(binary, (one) => one.charCodeAt(0)) : null
}

/** The same of base64url without padding. */
export function fromBase64url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null
  const plain = text.replaceAll('-', '+').replaceAll('_', '/')
  return fromBase64(plain + '='.repeat((4 - (plain.length % 4)) % 4))
}

/** RFC 8785, of texts, integers, lists and objects. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
  return `{${members.join(',')}}`
}
