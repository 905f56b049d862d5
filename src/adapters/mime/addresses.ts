import { type EmailAddress, parseAddressHeader } from 'mailparser'
import { canonicalDomain } from '../../mail/hosts.ts'
import { type Address, type HeaderField, headerValues } from '../../mail/mail.ts'

const ADDRESSES_AT_MOST = 500

/**
 * The mailboxes of an address header, groups opened, names decoded; entries without an address are left out.
 */
export function addressesOf(headers: readonly HeaderField[], name: string): Address[] {
  const found: Address[] = []
  for (const value of headerValues({ headers: [...headers] }, name)) {
    for (const entry of readAddresses(value.slice(0, 100_000))) {
      const address = bareAddress(entry.address ?? '')
      if (address !== null && found.length < ADDRESSES_AT_MOST)
        found.push({ name: entry.name.normalize('NFC').trim() || null, address })
    }
  }
  return found
}

/** `returnPath` of a mail: null without the header, '' for the null path, else the address inside. */
export function returnPathOf(headers: readonly HeaderField[]): string | null {
  const [value] = headerValues({ headers: [...headers] }, 'return-path')
  if (value === undefined) return null
  const inside = /<([^<>]*)>/.exec(value)?.[1] ?? value.replace(/\([^()]*\)/g, '')
  return bareAddress(inside) ?? inside.trim()
}

function readAddresses(value: string): readonly EmailAddress[] {
  try {
    return parseAddressHeader(value, { flatten: true, decodePunycode: false }).value
  } catch (error) {
    // An address header that cannot be read names nobody; the raw header stays in `headers`.
    if (error instanceof Error) return []
    throw error
  }
}

/**
 * The domain in its one form for machines (UTS 46: lower case, letters beyond ASCII as punycode), the local
 * part as written; null for what has no `@` inside. Here addresses enter: whoever compares them later
 * compares text.
 */
function bareAddress(written: string): string | null {
  const address = written.trim().replace(/^<|>$/g, '')
  const at = address.lastIndexOf('@')
  if (at <= 0 || at === address.length - 1 || /[\s<>,;]/.test(address)) return null
  return `${address.slice(0, at).normalize('NFC')}@${canonicalDomain(address.slice(at + 1))}`
}
