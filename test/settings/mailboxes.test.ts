import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { databaseLocation } from '../../src/app/world.ts'
import { mailboxesOf, OF_A_MAILBOX, OF_THE_SERVICE } from '../../src/settings/mailboxes.ts'
import { environmentFor, imapLocation } from '../../src/settings/secrets.ts'
import { readSettings, Settings } from '../../src/settings/settings.ts'

const SERVICE = {
  DATABASE_URL: 'postgres://serveur.example/recepisse',
  RECEPISSE_INSTANCE: 'poste-1',
  RECEPISSE_DATA: '/var/lib/recepisse',
  IMAP_HOST: 'imap.hebergeur.example',
  SMTP_HOST: 'smtp.hebergeur.example',
}

function someMailboxes(files: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-mailboxes-'))
  for (const [id, settings] of Object.entries(files)) {
    mkdirSync(join(folder, id))
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
    writeFileSync(join(folder, id, 'recepisse.env'), lines.join('\n'))
  }
  return folder
}

const NORD = { IMAP_USER: 'ami@nord.example', IMAP_PASSWORD: 'secret-of-nord' }
const SUD = { IMAP_USER: 'ami@sud.example', IMAP_PASSWORD: 'secret-of-sud', IMAP_HOST: 'imap.sud.example' }

it('without a folder of mailboxes there is one, with the service’s settings', () => {
  expect(mailboxesOf({ ...SERVICE, ...NORD })).toEqual({
    mailboxes: [{ id: null, environment: { ...SERVICE, ...NORD } }],
    refused: [],
  })
})

it('each has its own account, data and part of the database, and what the service says where it says nothing', () => {
  const environment = { ...SERVICE, RECEPISSE_MAILBOXES: someMailboxes({ nord: NORD, sud: SUD }) }
  const told = mailboxesOf(environment).mailboxes.map((one) => {
    const settings = readSettings(one.environment)
    return {
      id: one.id,
      data: settings.RECEPISSE_DATA,
      database: databaseLocation(settings),
      ...imapLocation(settings, one.environment),
    }
  })
  expect(told).toMatchObject([
    {
      id: 'nord',
      data: '/var/lib/recepisse/nord',
      database: { url: SERVICE.DATABASE_URL, schema: 'recepisse_nord' },
      host: 'imap.hebergeur.example',
      user: 'ami@nord.example',
      password: 'secret-of-nord',
    },
    {
      id: 'sud',
      data: '/var/lib/recepisse/sud',
      database: { url: SERVICE.DATABASE_URL, schema: 'recepisse_sud' },
      host: 'imap.sud.example',
      user: 'ami@sud.example',
      password: 'secret-of-sud',
    },
  ])
})

it('no process is told another’s secrets, and no mailbox’s work those of another mailbox', () => {
  const environment = { ...SERVICE, RECEPISSE_MAILBOXES: someMailboxes({ nord: NORD, sud: SUD }) }
  const [nord] = mailboxesOf(environment).mailboxes
  const settings = readSettings(nord?.environment)
  expect(Object.values(environmentFor('mailbox', settings, nord?.environment))).toContain('secret-of-nord')
  expect(JSON.stringify(environmentFor('mailbox', settings, nord?.environment))).not.toContain(
    'secret-of-sud',
  )
  expect(JSON.stringify(environmentFor('sender', settings, nord?.environment))).not.toContain('secret-of')
})

it('a file that is the mailbox’s own takes the place of the service’s value, and the other way round', () => {
  const password = join(mkdtempSync(join(tmpdir(), 'recepisse-secret-')), 'password')
  writeFileSync(password, 'from-a-file\n')
  const folder = someMailboxes({ nord: { IMAP_USER: 'a@nord.example', IMAP_PASSWORD_FILE: password } })
  const [nord] = mailboxesOf({ ...SERVICE, RECEPISSE_MAILBOXES: folder }).mailboxes
  expect(imapLocation(readSettings(nord?.environment), nord?.environment).password).toBe('from-a-file')
  const archive = {
    RECEPISSE_ARCHIVE_FILE: password,
    RECEPISSE_MAILBOXES: someMailboxes({ nord: { ...NORD, RECEPISSE_ARCHIVE: '/srv/nord' } }),
  }
  const [other] = mailboxesOf({ ...SERVICE, ...archive }).mailboxes
  expect(readSettings(other?.environment).RECEPISSE_ARCHIVE).toBe('/srv/nord')
})

it('one bucket for all has a part of each', () => {
  const folder = someMailboxes({ nord: NORD })
  const [nord] = mailboxesOf({
    ...SERVICE,
    RECEPISSE_ARCHIVE: 'https://stockage.example/courriels/',
    RECEPISSE_MAILBOXES: folder,
  }).mailboxes
  expect(readSettings(nord?.environment).RECEPISSE_ARCHIVE).toBe('https://stockage.example/courriels/nord')
})

it('an account, a key or a call in the service’s settings would be everybody’s', () => {
  const RECEPISSE_MAILBOXES = someMailboxes({ nord: NORD })
  for (const name of OF_A_MAILBOX)
    for (const given of [name, `${name}_FILE`])
      expect(() => mailboxesOf({ ...SERVICE, RECEPISSE_MAILBOXES, [given]: 'x' })).toThrow(given)
})

it('one whose file cannot be used stands aside, with why; the others work', () => {
  for (const name of OF_THE_SERVICE) {
    const folder = someMailboxes({ nord: NORD, sud: { ...SUD, [name]: 'x' } })
    const { mailboxes, refused } = mailboxesOf({ ...SERVICE, RECEPISSE_MAILBOXES: folder })
    expect(mailboxes.map(({ id }) => id)).toEqual(['nord'])
    expect(refused).toMatchObject([{ id: 'sud', failure: { message: expect.stringContaining(name) } }])
  }
  const folder = someMailboxes({ nord: NORD, Sud: SUD })
  expect(mailboxesOf({ ...SERVICE, RECEPISSE_MAILBOXES: folder }).refused).toMatchObject([{ id: 'Sud' }])
})

it('a copied file is refused: no two have one account, or one name for their pages', () => {
  for (const copied of [
    { ...SUD, IMAP_USER: 'Ami@Nord.example' },
    { ...SUD, RECEPISSE_CONSOLE_URL: 'https://nord.example/' },
  ]) {
    const nord = { ...NORD, RECEPISSE_CONSOLE_URL: 'https://nord.example' }
    const { mailboxes, refused } = mailboxesOf({
      ...SERVICE,
      RECEPISSE_MAILBOXES: someMailboxes({ nord, sud: copied }),
    })
    expect(mailboxes.map(({ id }) => id)).toEqual(['nord'])
    expect(refused).toMatchObject([{ id: 'sud', failure: { message: expect.stringContaining('nord') } }])
  }
})

it('a folder that is not there, or holds none, is told with what to do', () => {
  expect(() => mailboxesOf({ RECEPISSE_MAILBOXES: '/nowhere' })).toThrow('/nowhere cannot be read')
  expect(() => mailboxesOf({ RECEPISSE_MAILBOXES: someMailboxes({}) })).toThrow('recepisse init')
})

it('every name is a setting or a secret that there is', () => {
  const told = Object.keys(
    Object.assign(
      {},
      ...['mailbox', 'office', 'sender', 'console'].map((name) =>
        environmentFor(
          name as 'office',
          readSettings({}),
          Object.fromEntries(OF_A_MAILBOX.map((one) => [one, 'x'])),
        ),
      ),
    ),
  )
  for (const name of [...OF_A_MAILBOX, ...OF_THE_SERVICE])
    expect([...Object.keys(Settings.shape), ...told]).toContain(name)
})
