import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { describe, expect, it } from 'vitest'
import { startDovecot } from '../../demo/dovecot.ts'
import { openGraph } from '../../src/adapters/graph/graph.ts'
import { connectGraphMailbox } from '../../src/adapters/graph/mailbox.ts'
import { connectMailbox } from '../../src/adapters/imap/mailbox.ts'
import { openTokens } from '../../src/adapters/oauth/tokens.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { numberedIn } from '../../src/app/reach.ts'
import { asFailure } from '../../src/base/failure.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { WatchedFolder } from '../../src/evidence/evidence.ts'
import { isFolderMissing, type Mailbox } from '../../src/evidence/mailbox.ts'
import { graphLocation } from '../../src/settings/graph-secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { startGraph } from '../rig/graph.ts'
import { aDatabase } from '../steps/a-database.ts'
import { type Desk, graphDesk, imapDesk } from './a-desk.ts'
import { anApplication, graphSettings, USER } from './a-graph.ts'
import { aRawMail } from './a-mail.ts'

/** A mailbox by one of the ways in; what is promised of a mailbox is promised of each. */
interface Way {
  readonly desk: Desk
  readonly inbox: string
  /** The folder of suspected spam, which « auto » finds. */
  readonly junk: string
  connect(): Promise<Mailbox>
  /** How many mails of the inbox nobody has read. */
  unread(): Promise<number>
}

async function byImap(stack: AsyncDisposableStack): Promise<Way> {
  const server = stack.use(await startDovecot(await mkdtemp(join(tmpdir(), 'recepisse-contract-'))))
  const desk = imapDesk(server)
  await desk.createFolder('Junk')
  return {
    desk,
    inbox: 'INBOX',
    junk: 'Junk',
    connect: () => connectMailbox({ ...server, host: '127.0.0.1', security: 'none', oauth: null }),
    async unread() {
      const { port, user, password } = server
      const auth = { user, pass: password }
      const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false })
      await client.connect()
      await client.mailboxOpen('INBOX', { readOnly: true })
      const found = await client.search({ seen: false }, { uid: true })
      await client.logout()
      return Array.isArray(found) ? found.length : 0
    },
  }
}

async function byGraph(stack: AsyncDisposableStack): Promise<Way> {
  const graph = stack.use(await startGraph(USER, anApplication({ rights: new Set(['Mail.Read']) })))
  graph.pageSize = 3
  const register = stack.use(createSqlRegister(await aDatabase()))
  const environment = graphSettings(graph.port)
  const location = graphLocation(readSettings(environment), 'read', environment)
  if (location === null) throw new Error('the settings name a mailbox')
  const tokens = openTokens(location.oauth, { now: () => '2026-03-10T06:00:00.000Z' as Instant })
  return {
    desk: graphDesk(graph),
    inbox: 'inbox',
    junk: 'junkemail',
    connect: () => connectGraphMailbox(openGraph(location, tokens), numberedIn(register)),
    async unread() {
      expect(graph.asked.filter((one) => !/^GET |^POST .*\/token$/.test(one))).toEqual([])
      return graph.store.in('inbox').filter(({ isRead }) => !isRead).length
    },
  }
}

const WAYS = { imap: byImap, graph: byGraph } as const
const mail = (index: number) =>
  aRawMail(`voisin${index}@structure.example`, `Mot ${index}`, [
    { name: `mot-${index}.txt`, content: Buffer.from(`mot ${index}`) },
  ])

async function fetched(folder: WatchedFolder, uids: readonly number[]) {
  const mails = []
  for await (const one of folder.fetch(uids)) mails.push(one)
  return mails
}

describe.each(Object.entries(WAYS))('a mailbox by %s', (_name, open) => {
  it('lists by rising numbers and hands over the bytes as they are; nothing is marked', async () => {
    await using stack = new AsyncDisposableStack()
    const { desk, inbox, connect, unread } = await open(stack)
    const raws = Array.from({ length: 8 }, (_, index) => mail(index))
    await desk.append(inbox, raws)
    using mailbox = await connect()
    const folder = await mailbox.open(inbox)
    const all = await folder.uids()
    expect(all).toEqual([...all].sort((one, other) => one - other))
    expect(new Set(all).size).toBe(8)
    const mails = await fetched(folder, all)
    expect(mails.map(({ uid }) => uid)).toEqual(all)
    expect(new Set(mails.map(({ raw }) => Buffer.from(raw).toString()))).toEqual(
      new Set(raws.map((raw) => raw.toString())),
    )
    expect(new Set(mails.map(({ internalDate }) => internalDate))).toEqual(
      new Set(['2022-11-23T11:00:00.000Z']),
    )
    expect(await folder.facts(all[0] ?? 0)).toMatchObject({ internalDate: '2022-11-23T11:00:00.000Z' })
    expect((await folder.facts(all[0] ?? 0))?.bytes).toBeGreaterThan(100)
    expect(await unread()).toBe(8)
    using other = await connect()
    const again = await other.open(inbox)
    expect([again.uidValidity, await again.uids()]).toEqual([folder.uidValidity, all])
  })

  it('gives what comes the next number, and tells of it at the next look', async () => {
    await using stack = new AsyncDisposableStack()
    const { desk, inbox, connect } = await open(stack)
    await desk.append(inbox, [mail(1), mail(2)])
    using mailbox = await connect()
    const folder = await mailbox.open(inbox)
    const next = folder.nextUid ?? 0
    const before = await folder.uids()
    expect(before.every((uid) => uid < next)).toBe(true)
    await desk.append(inbox, [mail(3)])
    expect(await folder.uids(next)).toEqual([next])
    expect(await folder.uids()).toEqual([...before, next])
    // What came since a day is listed too, whatever its number.
    expect(await folder.uids(next, '2022-11-20T00:00:00.000Z' as Instant)).toEqual([...before, next])
    expect(await folder.uids(next, '2022-12-20T00:00:00.000Z' as Instant)).toEqual([next])
  })

  it('leaves out what was taken away or moved, which has a number of its own where it lies then', async () => {
    await using stack = new AsyncDisposableStack()
    const { desk, inbox, connect } = await open(stack)
    await desk.createFolder('Traités')
    await desk.append(inbox, [mail(1), mail(2), mail(3)])
    using mailbox = await connect()
    const folder = await mailbox.open(inbox)
    const all = await folder.uids()
    await desk.moveFirst(inbox, 'Traités')
    await desk.remove(inbox, 1, 1)
    const again = await mailbox.open(inbox)
    const left = await again.uids()
    expect(left).toHaveLength(1)
    expect(await fetched(again, all)).toHaveLength(1)
    const gone = all.filter((uid) => !left.includes(uid))
    for (const uid of gone) expect(await again.facts(uid)).toBeNull()
    const treated = await mailbox.open('Traités')
    expect(treated.uidValidity).not.toBe(folder.uidValidity)
    expect(await fetched(treated, await treated.uids())).toHaveLength(1)
  })

  it('a folder of the same name that was made anew is another one, and one that is gone is told', async () => {
    await using stack = new AsyncDisposableStack()
    const { desk, connect } = await open(stack)
    await desk.createFolder('Appel été')
    await desk.append('Appel été', [mail(1)])
    using mailbox = await connect()
    const first = await mailbox.open('Appel été')
    expect(await first.uids()).toHaveLength(1)
    await desk.deleteFolder('Appel été')
    using other = await connect()
    const failure = await other.open('Appel été').catch(asFailure)
    expect('kind' in failure && isFolderMissing(failure)).toBe(true)
    await desk.createFolder('Appel été')
    using third = await connect()
    const anew = await third.open('Appel été')
    expect(anew.uidValidity).not.toBe(first.uidValidity)
    expect(await anew.uids()).toEqual([])
  })

  it('finds the folder of suspected spam, and looks at one mail without its content', async () => {
    await using stack = new AsyncDisposableStack()
    const { desk, junk, connect } = await open(stack)
    await desk.append(junk, [mail(7)])
    using mailbox = await connect()
    expect(await mailbox.junkFolders('auto')).toEqual([junk])
    expect(await mailbox.junkFolders([])).toEqual([])
    const folder = await mailbox.openJunk(junk)
    expect(folder.isJunk).toBe(true)
    const [uid = 0] = await folder.uids()
    const { account, uidValidity } = folder
    const place = { account, folder: junk, uidValidity, uid }
    const seen = await mailbox.glance(place)
    if (seen.kind !== 'seen') throw new Error(seen.kind)
    const head = Buffer.from(seen.glance.head, 'base64').toString()
    expect(head).toMatch(/^Subject: Mot 7\r$/m)
    expect(head).not.toContain('Veuillez trouver')
    expect(seen.glance.parts.map(({ name }) => name)).toContain('mot-7.txt')
    expect(seen.glance.internalDate).toBe('2022-11-23T11:00:00.000Z')
    expect(await mailbox.glance({ ...place, uidValidity: '12345' })).toEqual({ kind: 'renumbered' })
    await desk.remove(junk, 1, 1)
    expect(await mailbox.glance(place)).toEqual({ kind: 'gone' })
  })
})
