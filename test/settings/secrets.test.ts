import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { envelopeKey } from '../../src/settings/envelope-key.ts'
import { environmentFor, imapLocation, PROCESSES } from '../../src/settings/secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'

const ENVIRONMENT = {
  IMAP_HOST: 'imap.example.org',
  IMAP_USER: 'ami@example.org',
  IMAP_PASSWORD: 'imap-secret',
  SMTP_HOST: 'smtp.example.org',
  SMTP_USER: 'ami@example.org',
  SMTP_PASSWORD: 'smtp-secret',
  IMAP_OAUTH_CLIENT_SECRET: 'imap-client-secret',
  IMAP_OAUTH_REFRESH_TOKEN: 'imap-refresh-secret',
  SMTP_OAUTH_CLIENT_SECRET: 'smtp-client-secret',
  SMTP_OAUTH_REFRESH_TOKEN: 'smtp-refresh-secret',
  RECEPISSE_KEY: 'envelope-secret',
  RECEPISSE_ALERT_WEBHOOK: 'webhook-secret',
  AWS_SECRET_ACCESS_KEY: 'another-secret',
  PATH: '/usr/bin',
}

describe('the secrets', () => {
  it.each([
    ['mailbox', ['imap-secret', 'imap-client-secret', 'imap-refresh-secret']],
    ['office', ['envelope-secret']],
    ['sender', ['smtp-secret', 'smtp-client-secret', 'smtp-refresh-secret', 'webhook-secret']],
    ['console', []],
  ] as const)('of %s are its own', (name, expected) => {
    const values = Object.values(environmentFor(name, readSettings(ENVIRONMENT), ENVIRONMENT))
    expect(values.filter((value) => value.endsWith('-secret'))).toEqual(expected)
  })

  it('are stated for every process', () => {
    expect([...PROCESSES].sort()).toEqual(['console', 'mailbox', 'office', 'sender'])
  })

  it('may stand in files, as containers hand them over', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'recepisse-secret-')), 'password')
    writeFileSync(file, 'from-a-file\n')
    const environment = { ...ENVIRONMENT, IMAP_PASSWORD: undefined, IMAP_PASSWORD_FILE: file }
    expect(imapLocation(readSettings(environment), environment).password).toBe('from-a-file')
    // A process of its own reads it each time: a changed password needs no restart.
    const own = environmentFor('mailbox', readSettings(environment), environment)
    expect(Object.values(own)).not.toContain('from-a-file')
    writeFileSync(file, 'changed\n')
    expect(imapLocation(readSettings(environment), own).password).toBe('changed')
    expect(environmentFor('sender', readSettings(environment), environment)).not.toHaveProperty(
      'IMAP_PASSWORD_FILE',
    )
  })
})

describe('an account that is entered with a token', () => {
  const OAUTH = {
    ...ENVIRONMENT,
    IMAP_PASSWORD: undefined,
    IMAP_OAUTH_TOKEN_URL: 'https://login.example.org/token',
    IMAP_OAUTH_CLIENT_ID: 'client-1',
  }

  it('needs no password', () => {
    expect(imapLocation(readSettings(OAUTH), OAUTH)).toMatchObject({
      password: null,
      oauth: { clientId: 'client-1', refreshToken: 'imap-refresh-secret' },
    })
  })

  it('says what is missing, and takes no token server in the clear', () => {
    const half = { ...OAUTH, IMAP_OAUTH_CLIENT_ID: undefined }
    expect(() => imapLocation(readSettings(half), half)).toThrow(/IMAP_OAUTH_CLIENT_ID/)
    expect(() => readSettings({ ...OAUTH, IMAP_OAUTH_TOKEN_URL: 'http://login.example.org/token' })).toThrow(
      /https/,
    )
  })
})

describe('the key of the envelope addresses', () => {
  it('is drawn once, kept for its owner alone, and never shorter than a secret', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recepisse-key-'))
    const settings = readSettings({ RECEPISSE_DATA: folder })
    const key = envelopeKey(settings, {})
    expect(key.length).toBeGreaterThan(40)
    expect(envelopeKey(settings, {})).toBe(key)
    expect(statSync(join(folder, 'envelope.key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['envelope.key'])
    expect(envelopeKey(settings, { RECEPISSE_KEY: 'sixteen characters' })).toBe('sixteen characters')
    expect(() => envelopeKey(settings, { RECEPISSE_KEY: 'short' })).toThrow(/RECEPISSE_KEY/)
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
