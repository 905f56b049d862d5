import { expect, it } from 'vitest'
import { openGraph } from '../../src/adapters/graph/graph.ts'
import { connectGraphMailbox } from '../../src/adapters/graph/mailbox.ts'
import { openTokens } from '../../src/adapters/oauth/tokens.ts'
import { numberedOnce } from '../../src/app/reach.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { Numbering } from '../../src/evidence/numbering.ts'
import { graphLocation } from '../../src/settings/graph-secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { anApplication, graphSettings, USER } from '../live/a-graph.ts'
import { type GraphStandIn, startGraph } from '../rig/graph.ts'

const AT = '2026-03-10T06:00:00.000Z' as Instant
const RAW = Buffer.from('Subject: mot\r\n\r\nmot\r\n')

function locationOf(graph: Pick<GraphStandIn, 'port'>) {
  const environment = graphSettings(graph.port)
  const location = graphLocation(readSettings(environment), 'read', environment)
  if (location === null) throw new Error('the settings name a mailbox')
  return location
}

async function mailboxAt(
  graph: Pick<GraphStandIn, 'port'>,
  signal?: AbortSignal,
  numbering: Numbering = numbered(),
) {
  const location = locationOf(graph)
  const tokens = openTokens(location.oauth, { now: () => AT })
  return connectGraphMailbox(openGraph(location, tokens), numbering, signal)
}

/** Numbers as the register gives them, without one. */
function numbered() {
  const known = new Map<string, number>()
  return {
    ...numberedOnce(),
    numbers: async (_place: object, ids: readonly string[]) =>
      ids.map((id) => {
        const number = known.get(id) ?? known.size + 1
        known.set(id, number)
        return number
      }),
  }
}

const deltas = ({ asked }: GraphStandIn) => asked.filter((one) => one.endsWith('/messages/delta')).length

it('a large folder is followed, not listed, until its count says that something was missed', async () => {
  await using graph = await startGraph(USER, anApplication())
  for (let index = 0; index < 5_002; index += 1) graph.store.deliver(RAW, AT)
  using mailbox = await mailboxAt(graph)
  expect(await (await mailbox.open('inbox')).uids()).toHaveLength(5_002)
  const listed = deltas(graph)
  expect(listed).toBe(7)
  graph.store.deliver(RAW, AT)
  expect(await (await mailbox.open('inbox')).uids()).toHaveLength(5_003)
  expect(deltas(graph) - listed).toBe(2)
  graph.store.hidesMoves = true
  graph.store.move(graph.store.deliver(RAW, AT, 'junkemail'), 'inbox')
  expect(await (await mailbox.open('inbox')).uids()).toHaveLength(5_004)
  expect(deltas(graph) - listed).toBe(2 + 1 + 6 + 1)
})

it('what was erased and still lies there is not listed, and is no reason to list the folder anew', async () => {
  await using graph = await startGraph(USER, anApplication())
  const [first] = Array.from({ length: 5_001 }, () => graph.store.deliver(RAW, AT))
  const all = numbered()
  const numbering: Numbering = {
    ...all,
    numbers: async (place, ids) =>
      (await all.numbers(place, ids)).map((number, index) =>
        ids[index] === first?.immutableId ? null : number,
      ),
  }
  using mailbox = await mailboxAt(graph, undefined, numbering)
  expect(await (await mailbox.open('inbox')).uids()).toHaveLength(5_000)
  const listed = deltas(graph)
  expect(await (await mailbox.open('inbox')).uids()).toHaveLength(5_000)
  expect(deltas(graph) - listed).toBe(2)
})

it('at 410 the folder is listed anew, by the same numbers; at a second one it is a failure that passes', async () => {
  await using graph = await startGraph(USER, anApplication())
  graph.pageSize = 2
  const mails = Array.from({ length: 5 }, () => graph.store.deliver(RAW, AT))
  using mailbox = await mailboxAt(graph)
  const folder = await mailbox.open('inbox')
  const before = await folder.uids()
  const [first] = mails
  if (first !== undefined) graph.store.remove(first)
  graph.store.deliver(RAW, AT)
  graph.forgetStates()
  const after = await folder.uids()
  expect(after).toHaveLength(5)
  expect(after.filter((uid) => before.includes(uid))).toHaveLength(4)
  expect(after.at(-1)).toBe(6)
})

it('a mail that changed where it lies, or is told twice, is one; one that is told gone and there waits for the next look', async () => {
  await using graph = await startGraph(USER, anApplication())
  const mail = graph.store.deliver(RAW, AT)
  using mailbox = await mailboxAt(graph)
  const folder = await mailbox.open('inbox')
  graph.store.read(mail)
  graph.store.read(mail)
  expect(await folder.uids()).toEqual([1])
  graph.store.move(mail, 'archive')
  graph.store.move(mail, 'inbox')
  expect(await folder.uids()).toEqual([])
  expect(await (await mailbox.open('inbox')).uids()).toEqual([1])
})

it('suspected spam that is watched as any folder is known by what it is, not by its name', async () => {
  await using graph = await startGraph(USER, anApplication())
  using mailbox = await mailboxAt(graph)
  const asked = graph.asked.length
  expect(await mailbox.junkFolders('auto', ['inbox'])).toEqual(['junkemail'])
  expect(await mailbox.junkFolders('auto', ['inbox', 'junkemail'])).toEqual([])
  expect(graph.asked.length).toBe(asked)
  expect(await mailbox.junkFolders('auto', ['Courrier indésirable'])).toEqual([])
  expect(await mailbox.junkFolders('auto', ['Archive', 'Nulle part'])).toEqual(['junkemail'])
})

it('waits as long as it was told to, and goes on; told to stop, it stops', async () => {
  await using graph = await startGraph(USER, anApplication())
  graph.store.deliver(RAW, AT)
  Object.assign(graph.faults, { throttled: 2, unavailable: 1, retryAfter: 1 })
  const startedAt = performance.now()
  using mailbox = await mailboxAt(graph)
  expect(performance.now() - startedAt).toBeGreaterThan(2_900)
  Object.assign(graph.faults, { throttled: 1, retryAfter: 60 })
  const stop = new AbortController()
  const asked = mailboxAt(graph, stop.signal)
  const told = asked.catch((error: unknown) => error)
  setTimeout(() => stop.abort(), 50)
  expect(await told).toBeInstanceOf(Error)
  expect(await (await mailbox.open('inbox')).uids()).toEqual([1])
})

it('who waits for a turn can be told to stop, and takes no turn from the others', async () => {
  await using graph = await startGraph(USER, anApplication())
  const mail = graph.store.deliver(RAW, AT)
  graph.faults.slowMs = 200
  const stop = new AbortController()
  const location = locationOf(graph)
  const tokens = openTokens(location.oauth, { now: () => AT })
  const at = openGraph(location, tokens)
  const path = `/messages/${encodeURIComponent(mail.immutableId)}/$value`
  const busy = [at.bytes(path), at.bytes(path)]
  const waiting = at.bytes(path, stop.signal).catch((error: unknown) => error)
  const after = at.bytes(path)
  stop.abort()
  expect(await waiting).toBeInstanceOf(Error)
  for (const one of [...busy, after]) expect(await one).toEqual(RAW)
  expect(graph.asked.filter((one) => one.endsWith('/$value'))).toHaveLength(3)
})

it('asks no more than four times for what asks for patience, and never before it was told', async () => {
  await using graph = await startGraph(USER, anApplication())
  Object.assign(graph.faults, { throttled: 1_000, retryAfter: 0 })
  await expect(mailboxAt(graph)).rejects.toMatchObject({ kind: 'transient', code: 'graph-throttled' })
  expect(graph.asked.filter((one) => one.startsWith('GET'))).toHaveLength(4)
  Object.assign(graph.faults, { retryAfter: 3_600 })
  await expect(mailboxAt(graph)).rejects.toMatchObject({ code: 'graph-throttled' })
  expect(graph.asked.filter((one) => one.startsWith('GET'))).toHaveLength(5)
})

it('asks no more than two things at once of a mailbox, and for the next mail while one is taken', async () => {
  await using graph = await startGraph(USER, anApplication())
  for (let index = 0; index < 9; index += 1) graph.store.deliver(RAW, AT)
  using mailbox = await mailboxAt(graph)
  const folder = await mailbox.open('inbox')
  graph.faults.slowMs = 20
  const uids = await folder.uids()
  const read = async (some: readonly number[]) => {
    const mails = []
    for await (const mail of folder.fetch(some)) mails.push(mail.uid)
    return mails
  }
  expect(await Promise.all([1, 2, 3, 4].map(() => read(uids)))).toEqual([uids, uids, uids, uids])
  expect(graph.mostAtOnce).toBe(2)
})

it('follows no link to another server: the token would go there', async () => {
  await using graph = await startGraph(USER, anApplication())
  await using other = await startGraph(USER, anApplication())
  graph.store.deliver(RAW, AT)
  graph.store.deliver(RAW, AT)
  graph.pageSize = 1
  graph.linksTo = other.url
  using mailbox = await mailboxAt(graph)
  await expect(mailbox.open('inbox')).rejects.toMatchObject({ kind: 'permanent', code: 'graph-answer' })
  expect(other.asked).toEqual([])
})

it.each([
  ['an answer larger than any should be', { padding: 17 * 1024 * 1024 }],
  ['links that lead in a circle', { circles: true }],
])('%s is a failure that passes, and no listing', async (_what, fault) => {
  await using graph = await startGraph(USER, anApplication())
  for (let index = 0; index < 3; index += 1) graph.store.deliver(RAW, AT)
  graph.pageSize = 1
  using mailbox = await mailboxAt(graph)
  Object.assign(graph.faults, fault)
  await expect(mailbox.open('inbox')).rejects.toMatchObject({ kind: 'transient', code: 'graph-answer' })
  expect(deltas(graph)).toBeLessThan(4)
  Object.assign(graph.faults, { padding: 1_024 * 1_024, circles: false })
  expect(await (await mailbox.open('inbox')).uids()).toHaveLength(3)
})

it.each([
  [{ rights: new Set<'Mail.Read'>() }, 'graph-forbidden'],
  [{ secret: 'another' }, 'oauth-refused'],
])('an application that has not what it needs is told as that: %o', async (over, code) => {
  await using graph = await startGraph(USER, anApplication(over))
  const failure: unknown = await mailboxAt(graph).catch((error: unknown) => error)
  expect(failure).toMatchObject({ kind: 'permanent', code })
  expect(String(failure)).not.toContain('interco')
})

it('a server that is away is told as that', async () => {
  const graph = await startGraph(USER, anApplication())
  await using mailboxes = new AsyncDisposableStack()
  const mailbox = await mailboxAt(graph)
  mailboxes.defer(async () => mailbox[Symbol.dispose]())
  await graph[Symbol.asyncDispose]()
  await expect(mailbox.prove()).rejects.toMatchObject({ kind: 'transient', code: 'graph-unreachable' })
})
