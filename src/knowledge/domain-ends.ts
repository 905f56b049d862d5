import delegated from './domain-ends.json' with { type: 'json' }

/** What RFC 2606 sets apart for examples and trials: manuals and models of forms are full of them. */
const RESERVED: readonly string[] = ['example', 'test', 'invalid', 'localhost']

/**
 * Everything that a domain can end with: what IANA has delegated, in ASCII, and what is reserved. An end that
 * is not among them was misread. A test holds that no end is missing that the parser of mails knows.
 */
export const DOMAIN_ENDS: ReadonlySet<string> = new Set([...delegated, ...RESERVED])
