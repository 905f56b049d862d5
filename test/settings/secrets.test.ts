import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { environmentFor, imapLocation, PROCESSES } from '../../src/settings/secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'

const ENVIRONMENT = {
  IMAP_HOST: 'imap.example.org',
  IMAP_USER: 'ami@example.org',
  IMAP_PASSWORD: 'imap-secret',
  SMTP_HOST: 'smtp.example.org',
  SMTP_USER: 'ami@example.org',
  SMTP_PASSWORD: 'smtp-secret',
  AWS_SECRET_ACCESS_KEY: 'another-secret',
  PATH: '/usr/bin',
}

describe('the secrets', () => {
  it.each([
    ['intake', ['imap-secret']],
    ['pipeline', []],
    ['outbox', ['smtp-secret']],
    ['digest', []],
  ] as const)('of %s are its own', (name, expected) => {
    const values = Object.values(environmentFor(name, readSettings(ENVIRONMENT), ENVIRONMENT))
    expect(values.filter((value) => value.endsWith('-secret'))).toEqual(expected)
  })

  it('are stated for every process', () => {
    expect([...PROCESSES].sort()).toEqual(['digest', 'intake', 'outbox', 'pipeline'])
  })

  it('may stand in files, as containers hand them over', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'recepisse-secret-')), 'password')
    writeFileSync(file, 'from-a-file\n')
    const environment = { ...ENVIRONMENT, IMAP_PASSWORD: undefined, IMAP_PASSWORD_FILE: file }
    expect(imapLocation(readSettings(environment), environment).password).toBe('from-a-file')
  })
})

describe('the settings', () => {
  it('refuse mail in the clear to another machine', () => {
    expect(() => readSettings({ ...ENVIRONMENT, IMAP_SECURITY: 'none' })).toThrow(/IMAP_SECURITY/)
    expect(() =>
      readSettings({ ...ENVIRONMENT, IMAP_HOST: '127.0.0.1', IMAP_SECURITY: 'none' }),
    ).not.toThrow()
  })

  it('refuse a clock that is off with a real mail server', () => {
    expect(() => readSettings({ ...ENVIRONMENT, RECEPISSE_CLOCK_OFFSET_MS: '1000' })).toThrow(
      /RECEPISSE_CLOCK_OFFSET_MS/,
    )
  })

  it('say which variable is at fault, all at once', () => {
    expect(() => readSettings({ IMAP_PORT: '99999', LOG_LEVEL: 'loud' })).toThrow(
      /IMAP_PORT[\s\S]*LOG_LEVEL|LOG_LEVEL[\s\S]*IMAP_PORT/,
    )
  })
})
