import type { Call } from '../call/call.ts'

/** True when `host` is `pattern` or lies below it; `*.example.org` and `example.org` mean the same. */
export function isHostOf(host: string, pattern: string): boolean {
  const domain = pattern.toLowerCase().replace(/^\*\.?/, '')
  const name = host.toLowerCase().replace(/\.$/, '')
  return domain !== '' && (name === domain || name.endsWith(`.${domain}`))
}

/** Hosts whose word is believed: those the call's file names, else those of the mailbox's own domain. */
export function trustedHostsOf(call: Call): readonly string[] {
  if (call.mailbox.trustedHosts.length > 0) return call.mailbox.trustedHosts
  return [domainOf(call.mailbox.address)]
}

/** Whether a host is one whose Received lines the call's file trusts. */
export function isTrustedHost(host: string, call: Call): boolean {
  return trustedHostsOf(call).some((pattern) => isHostOf(host, pattern))
}

/**
 * True for an address or host that the call's file names as internal: host, IP, IP prefix (`192.0.2.`) or
 * IPv4 block (`192.0.2.0/24`).
 */
export function isNamedInternal(hostOrIp: string, call: Call): boolean {
  return call.mailbox.internalHosts.some((pattern) => matches(hostOrIp.toLowerCase(), pattern.toLowerCase()))
}

/** Loopback, link-local and private networks (RFC 1918, 4193, 6598): never a host of the Internet. */
export function isPrivateIp(ip: string): boolean {
  const four = ip.replace(/^::ffff:/i, '')
  if (ip.includes(':') && four === ip) return ip === '::1' || /^(fe[89ab]|f[cd])[0-9a-f]{0,2}:/i.test(ip)
  return [
    '10.0.0.0/8',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '100.64.0.0/10',
  ].some((block) => isInBlock(four, block))
}

/** An address of the authority's own: a colleague's, never a candidate's. */
export function isOfAuthority(address: string, { authority }: Pick<Call, 'authority'>): boolean {
  return authority.domains.some((domain) => isHostOf(domainOf(address), domain))
}

/** An address for comparing: nobody tells letters apart by their case, nor a domain by how it is written. */
export function comparableAddress(address: string): string {
  const at = address.lastIndexOf('@') + 1
  return `${address.slice(0, at).toLowerCase()}${canonicalDomain(address.slice(at))}`
}

/** The domain of an address, in its canonical spelling. */
export function domainOf(address: string): string {
  return canonicalDomain(address.slice(address.lastIndexOf('@') + 1))
}

/**
 * A domain in its one form for machines: lower case, letters beyond ASCII as punycode (UTS 46, by the rules
 * of the web's addresses). What no rule of domains knows stays as it was written.
 */
export function canonicalDomain(written: string): string {
  const domain = written.toLowerCase()
  if (/^[\x20-\x7e]*$/.test(domain) || /[\s/?#@:\\]/.test(domain)) return domain
  return URL.parse(`http://${domain}`)?.hostname || domain
}

function matches(hostOrIp: string, pattern: string): boolean {
  if (pattern.includes('/')) return isInBlock(hostOrIp, pattern)
  if (!/^[\d.]+$|:/.test(pattern)) return isHostOf(hostOrIp, pattern)
  const separator = pattern.includes(':') ? ':' : '.'
  const prefix = pattern.endsWith(separator) ? pattern : `${pattern}${separator}`
  return hostOrIp === pattern || hostOrIp.startsWith(prefix)
}

function isInBlock(ip: string, block: string): boolean {
  const [base = '', bits = '32'] = block.split('/')
  const address = numberOf(ip)
  const start = numberOf(base)
  const size = Number(bits)
  if (address === null || start === null || !(size >= 0 && size <= 32)) return false
  const width = 2 ** (32 - size)
  return Math.floor(address / width) === Math.floor(start / width)
}

function numberOf(ip: string): number | null {
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(ip)?.slice(1).map(Number)
  if (octets === undefined || octets.some((octet) => octet > 255)) return null
  return octets.reduce((sum, octet) => sum * 256 + octet, 0)
}
