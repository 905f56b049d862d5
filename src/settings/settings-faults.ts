/** What is held together: settings as far as one contradicts another. */
interface Held {
  readonly DATABASE_URL?: string | undefined
  readonly RECEPISSE_INSTANCE: string
  readonly RECEPISSE_CONSOLE_URL?: string | undefined
  readonly RECEPISSE_OIDC_ISSUER?: string | undefined
  readonly RECEPISSE_CLOCK_OFFSET_MS: number
  readonly RECEPISSE_CRASH_AT: readonly unknown[]
  readonly IMAP_HOST?: string | undefined
  readonly SMTP_HOST?: string | undefined
  readonly IMAP_SECURITY: string
  readonly SMTP_SECURITY: string
  readonly IMAP_OAUTH_TOKEN_URL?: string | undefined
  readonly SMTP_OAUTH_TOKEN_URL?: string | undefined
}

/** A setting at fault, and what was expected. */
export interface SettingFault {
  readonly name: string
  readonly message: string
}

/** What one setting says against another. */
export function settingsFaults(settings: Held): readonly SettingFault[] {
  const faults: SettingFault[] = []
  if (settings.DATABASE_URL !== undefined && settings.RECEPISSE_INSTANCE === 'local')
    faults.push({
      name: 'RECEPISSE_INSTANCE',
      message:
        'machines that share a register (DATABASE_URL) each need a name of their own, such as « poste-1 »',
    })
  for (const name of ['RECEPISSE_CONSOLE_URL', 'RECEPISSE_OIDC_ISSUER'] as const) {
    const url = settings[name]
    if (url !== undefined && !isSafeUrl(url))
      faults.push({ name, message: 'people sign in there: an https address' })
  }
  return [...faults, ...ofServer('IMAP', settings), ...ofServer('SMTP', settings)]
}

/** What is for tests and demonstrations never meets a server of another machine. */
function ofServer(side: 'IMAP' | 'SMTP', settings: Held): readonly SettingFault[] {
  const faults: SettingFault[] = []
  const host = settings[`${side}_HOST`]
  const isFar = host !== undefined && !isLoopback(host)
  const tokenUrl = settings[`${side}_OAUTH_TOKEN_URL`]
  if (settings[`${side}_SECURITY`] === 'none' && isFar)
    faults.push({
      name: `${side}_SECURITY`,
      message: '« none » is for a server on this machine; use tls or starttls',
    })
  if (tokenUrl !== undefined && !isSafeUrl(tokenUrl))
    faults.push({ name: `${side}_OAUTH_TOKEN_URL`, message: 'secrets are sent there: an https address' })
  if (settings.RECEPISSE_CLOCK_OFFSET_MS !== 0 && isFar)
    faults.push({
      name: 'RECEPISSE_CLOCK_OFFSET_MS',
      message: `a clock that is off never meets a real mail server (${side}_HOST)`,
    })
  if (settings.RECEPISSE_CRASH_AT.length > 0 && isFar)
    faults.push({
      name: 'RECEPISSE_CRASH_AT',
      message: `a process that ends itself never meets a real mail server (${side}_HOST)`,
    })
  return faults
}

/** Where secrets may go: https, or this machine, whose names end with .localhost as well (RFC 6761, 6.3). */
export function isSafeUrl(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  const isHere = isLoopback(hostname) || hostname.endsWith('.localhost')
  return protocol === 'https:' || (protocol === 'http:' && isHere)
}

/** Whether a host is this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
