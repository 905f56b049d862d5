import { describe, expect, it } from 'vitest'
import { graphLocation } from '../../src/settings/graph-secrets.ts'
import { environmentFor } from '../../src/settings/secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'

const GRAPH = {
  GRAPH_USER: 'ami@example.org',
  GRAPH_TENANT: 'example.org',
  GRAPH_CLIENT_ID: 'client-1',
  GRAPH_CLIENT_SECRET: 'graph-secret',
}

describe('Microsoft Graph', () => {
  it('is reached in the global cloud, or in another one', () => {
    expect(graphLocation(readSettings(GRAPH), 'read', GRAPH)).toMatchObject({
      url: 'https://graph.microsoft.com',
      user: 'ami@example.org',
      oauth: {
        tokenUrl: 'https://login.microsoftonline.com/example.org/oauth2/v2.0/token',
        clientId: 'client-1',
        clientSecret: 'graph-secret',
        scope: 'https://graph.microsoft.com/.default',
      },
    })
    const cloud = { ...GRAPH, GRAPH_URL: 'https://graph.microsoft.us/', GRAPH_LOGIN_URL: 'https://login.us' }
    expect(graphLocation(readSettings(cloud), 'read', cloud)?.oauth).toMatchObject({
      tokenUrl: 'https://login.us/example.org/oauth2/v2.0/token',
      scope: 'https://graph.microsoft.us/.default',
    })
    expect(graphLocation(readSettings({}), 'read', {})).toBeNull()
  })

  it('gives account and folders of the mailbox to whoever asks for those of one', () => {
    const settings = readSettings({ ...GRAPH, GRAPH_FOLDERS: 'inbox, Appels/Reçus', GRAPH_JUNK: 'none' })
    expect(settings).toMatchObject({
      IMAP_USER: 'ami@example.org',
      IMAP_FOLDERS: ['inbox', 'Appels/Reçus'],
      IMAP_JUNK: [],
    })
    expect(readSettings(GRAPH)).toMatchObject({ IMAP_FOLDERS: ['inbox'], IMAP_JUNK: 'auto' })
    // What Graph takes for the same is the same to the register.
    const written = { GRAPH_USER: 'AMI@example.org', GRAPH_FOLDERS: 'Inbox,INBOX/Reçus,Appels/Inbox' }
    expect(readSettings({ ...GRAPH, ...written })).toMatchObject({
      IMAP_USER: 'ami@example.org',
      IMAP_FOLDERS: ['inbox', 'inbox/Reçus', 'Appels/Inbox'],
    })
  })

  it.each([
    [{ ...GRAPH, IMAP_HOST: 'imap.example.org' }, /IMAP_HOST: Microsoft Graph reads and sends/],
    [{ ...GRAPH, IMAP_USER: 'ami@example.org' }, /IMAP_USER/],
    [{ ...GRAPH, SMTP_HOST: 'smtp.example.org' }, /SMTP_HOST/],
    [{ ...GRAPH, IMAP_SENT_FOLDER: '\\Sent' }, /IMAP_SENT_FOLDER/],
    [{ ...GRAPH, GRAPH_TENANT: '' }, /GRAPH_TENANT: Microsoft Graph wants it/],
    [{ ...GRAPH, GRAPH_CLIENT_ID: '' }, /GRAPH_CLIENT_ID: Microsoft Graph wants it/],
    [{ ...GRAPH, GRAPH_TENANT: 'a/../b' }, /GRAPH_TENANT/],
    [{ ...GRAPH, GRAPH_URL: 'http://graph.example.org' }, /GRAPH_URL: mails or secrets go there/],
    [{ ...GRAPH, GRAPH_LOGIN_URL: 'http://login.example.org' }, /GRAPH_LOGIN_URL/],
    [{ ...GRAPH, RECEPISSE_CLOCK_OFFSET_MS: '1000' }, /RECEPISSE_CLOCK_OFFSET_MS/],
    [{ ...GRAPH, RECEPISSE_CRASH_AT: 'after-read' }, /RECEPISSE_CRASH_AT/],
    [{ ...GRAPH, GRAPH_SEND_CLIENT_SECRET: 'secret' }, /GRAPH_SEND_CLIENT_SECRET: set GRAPH_SEND_CLIENT_ID/],
    [{ ...GRAPH, GRAPH_SEND_KEY: 'key' }, /GRAPH_SEND_KEY: set GRAPH_SEND_CLIENT_ID/],
    [
      { ...GRAPH, GRAPH_SEND_CERTIFICATE: 'pem', GRAPH_TENANT: '' },
      /GRAPH_TENANT.*\n.*GRAPH_SEND_CERTIFICATE/,
    ],
  ])('refuses %o', (environment, told) => {
    expect(() => readSettings(environment)).toThrow(told)
  })

  it.each([
    [{ ...GRAPH, GRAPH_CLIENT_SECRET: undefined }],
    [{ ...GRAPH, GRAPH_CLIENT_SECRET: undefined, GRAPH_KEY: 'key' }],
    [{ ...GRAPH, GRAPH_CERTIFICATE: 'certificate', GRAPH_KEY: 'key' }],
    [{ ...GRAPH, GRAPH_CERTIFICATE: 'certificate' }],
    [{ ...GRAPH, GRAPH_KEY: 'key' }],
  ])('wants a secret or a certificate with its key, not half and not both', (environment) => {
    expect(() => graphLocation(readSettings(environment), 'read', environment)).toThrow(/GRAPH_CLIENT_SECRET/)
  })

  const TWO = { ...GRAPH, GRAPH_SEND_CLIENT_ID: 'client-2', GRAPH_SEND_CLIENT_SECRET: 'send-secret' }

  it('the service’s own settings may hold the secret of what each mailbox names', () => {
    expect(() => readSettings({ GRAPH_SEND_CLIENT_SECRET: 'send-secret' })).not.toThrow()
    expect(() => readSettings(TWO)).not.toThrow()
  })

  it.each([
    ['mailbox', GRAPH, ['graph-secret']],
    ['sender', GRAPH, ['graph-secret']],
    ['mailbox', TWO, ['graph-secret']],
    ['sender', TWO, ['send-secret']],
    ['office', TWO, []],
    ['console', TWO, []],
  ] as const)('the secrets of %s with %o are %o', (name, environment, expected) => {
    const told = Object.values(environmentFor(name, readSettings(environment), environment))
    expect(told.filter((value) => value.endsWith('-secret'))).toEqual(expected)
  })

  it('sends with an application of its own where there is one', () => {
    const settings = readSettings(TWO)
    expect(graphLocation(settings, 'send', TWO)?.oauth).toMatchObject({
      clientId: 'client-2',
      clientSecret: 'send-secret',
    })
    expect(graphLocation(settings, 'read', TWO)?.oauth.clientId).toBe('client-1')
  })
})
