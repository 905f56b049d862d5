import type { Environment } from './environment.ts'
import { Settings } from './settings.ts'

/**
 * What a service runs with, as a backup keeps it: lines NAME=value, and apart from them where its secrets
 * are.
 */
export interface KeptSettings {
  readonly lines: readonly string[]
  /** By name; `file`: where it is kept, null where it stands in the environment. */
  readonly secrets: readonly { readonly name: string; readonly file: string | null; readonly value: string }[]
}

/** Not an operator's: « run » tells them to its processes. */
const TOLD = /^RECEPISSE_(REDIS_SOCKET|SOCKETS|SENDS|STARTED_AGAIN|MAILBOX)$/
/** An address that holds a password is a secret as a whole. */
const HOLDS_PASSWORD = /:\/\/[^/@\s]*:[^/@\s]+@/

/**
 * The settings that are set, and the names of secrets that are. Secrets are what no setting of the schema
 * is.
 */
export function keptSettings(environment: Environment = process.env): KeptSettings {
  const ours = Object.entries(environment).flatMap(([name, value]) =>
    /^(IMAP|SMTP|REDIS|DATABASE|RECEPISSE|S3|CLAMD|LOG)_/.test(name) && value !== undefined && value !== ''
      ? [{ name, value }]
      : [],
  )
  const isPlain = ({ name, value }: { name: string; value: string }) =>
    name in Settings.shape && !TOLD.test(name) && !HOLDS_PASSWORD.test(value)
  return {
    lines: ours.filter(isPlain).map(({ name, value }) => `${name}=${value}`),
    secrets: ours
      .filter((one) => !isPlain(one) && !TOLD.test(one.name))
      .map(({ name, value }) =>
        name.endsWith('_FILE')
          ? { name: name.slice(0, -'_FILE'.length), file: value, value: '' }
          : { name, file: null, value },
      ),
  }
}
