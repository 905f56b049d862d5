import type { Instant } from '../base/instant.ts'
import { isPrivateIp } from './hosts.ts'
import { parseMailDate } from './mail-date.ts'

/**
 * One hop as the receiving server described it (RFC 5321, 4.4). `helo` is the sender's claim; `reverse` and
 * `ip` are what the server saw of the connection. All names in lower case; null when not stated.
 */
export interface Hop {
  readonly helo: string | null
  readonly reverse: string | null
  readonly ip: string | null
  readonly by: string | null
  readonly protocol: string | null
  readonly at: Instant | null
}

interface Token {
  readonly kind: 'word' | 'comment'
  readonly text: string
}

const KEYWORDS = new Set(['from', 'by', 'via', 'with', 'id', 'for'])
const LENGTH_AT_MOST = 4000

/**
 * Reads a Received field of any server in use: Postfix, Exim, Exchange, Sendmail, qmail, Dovecot LMTP,
 * Zimbra, Gmail and those behind OVH and Orange. Never throws: what is not stated is null.
 */
export function parseReceived(value: string): Hop {
  const bounded = value.slice(0, LENGTH_AT_MOST)
  const { clauses, date } = split(bounded)
  const groups = clauseGroups(tokensOf(clauses))
  const from = groups.get('from') ?? []
  return {
    ...readFrom(from),
    by: hostName(firstWord(groups.get('by') ?? [])),
    protocol: firstWord(groups.get('with') ?? [])?.toLowerCase() ?? null,
    at: parseMailDate(date),
  }
}

/** The date stands after the last semicolon outside of comments; some servers leave the semicolon out. */
function split(value: string): { readonly clauses: string; readonly date: string } {
  let depth = 0
  let semicolon = -1
  for (let index = 0; index < value.length; index += 1) {
    const letter = value[index]
    if (letter === '(') depth += 1
    else if (letter === ')') depth = Math.max(0, depth - 1)
    else if (letter === ';' && depth === 0) semicolon = index
  }
  if (semicolon < 0) semicolon = value.lastIndexOf(';')
  if (semicolon < 0) return { clauses: value, date: value }
  return { clauses: value.slice(0, semicolon), date: value.slice(semicolon + 1) }
}

/** Words and comments at the outermost level; a comment keeps what is nested in it. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let depth = 0
  let current = ''
  const close = (kind: Token['kind']): void => {
    if (current.trim() !== '') tokens.push({ kind, text: current.trim() })
    current = ''
  }
  for (const letter of text) {
    if (letter === '(') {
      if (depth === 0) close('word')
      else current += ' '
      depth += 1
    } else if (letter === ')' && depth > 0) {
      depth -= 1
      if (depth === 0) close('comment')
    } else if (depth === 0 && /\s/.test(letter)) {
      close('word')
    } else {
      current += letter
    }
  }
  close(depth === 0 ? 'word' : 'comment')
  return tokens
}

/**
 * Tokens by the keyword that they follow; the word right after a keyword is its value, whatever it looks
 * like.
 */
function clauseGroups(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const groups = new Map<string, Token[]>()
  let open: Token[] | null = null
  for (const token of tokens) {
    const keyword = token.kind === 'word' ? token.text.toLowerCase() : ''
    const awaitsValue = open?.every((earlier) => earlier.kind === 'comment') ?? false
    if (KEYWORDS.has(keyword) && !awaitsValue && !groups.has(keyword)) {
      open = []
      groups.set(keyword, open)
    } else {
      open?.push(token)
    }
  }
  return groups
}

function firstWord(tokens: readonly Token[]): string | null {
  return tokens.find((token) => token.kind === 'word')?.text ?? null
}

/**
 * Postfix: `HELO (reverse [ip])`; Exim: `reverse ([ip] helo=HELO)` or `[ip] (helo=HELO)`; qmail: `reverse
 * (HELO name) (ip)`; Exchange: `HELO (ip)`. What follows `helo` is the sender's claim, even when it is an IP.
 */
function readFrom(tokens: readonly Token[]): Pick<Hop, 'helo' | 'reverse' | 'ip'> {
  const word = firstWord(tokens)
  const comments = tokens.filter((token) => token.kind === 'comment').map((token) => token.text)
  const claimed = comments
    .map((comment) => /\b(?:helo|ehlo)[= ]\[?([^\s\])]+)/i.exec(comment)?.[1])
    .find(Boolean)
  const seen = comments.map((comment) => comment.replace(/\b(?:helo|ehlo|ident)[= :]\S+/gi, ' ')).join(' ')
  const ips = ipsIn(seen)
  const own = ips.length > 0 ? ips : ipsIn(word ?? '')
  const reverse = /may be forged/i.test(seen)
    ? null
    : (hostIn(seen) ?? (claimed === undefined ? null : hostName(word)))
  return {
    helo: claimed?.toLowerCase() ?? hostName(word),
    reverse,
    // A public address among several is the one that matters: what came from outside must not look internal.
    ip: own.find((ip) => !isPrivateIp(ip)) ?? own[0] ?? null,
  }
}

function ipsIn(text: string): string[] {
  const four = text.match(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g) ?? []
  const six = text.match(/(?<![0-9a-z:.])(?:ipv6:)?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![0-9a-z:])/gi) ?? []
  return [...four, ...six.map((ip) => ip.replace(/^ipv6:/i, ''))].map((ip) => ip.toLowerCase())
}

function hostIn(text: string): string | null {
  const words = text.split(/[\s[\],;=]+/)
  const host = words.find((word) => /^[a-z0-9_-]+(\.[a-z0-9_-]+)+\.?$/i.test(word) && !/^[\d.]+$/.test(word))
  return host === undefined ? (words.includes('localhost') ? 'localhost' : null) : hostName(host)
}

function hostName(word: string | null): string | null {
  const name = (word ?? '')
    .replace(/[[\],;]/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  return name === '' ? null : name
}
