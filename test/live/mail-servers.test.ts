import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { aCandidature, aRawMail } from './a-mail.ts'
import { SERVERS, UNPACKED, type WatchedServer, watchServer } from './a-mail-server.ts'
import { fingerprintOf } from './observed.ts'
import { until } from './processes.ts'

/** Cyrus and Courier are there under `npm run test:servers` only; so is what takes minutes. */
const HERE = SERVERS.filter((name) => ['dovecot', 'graph'].includes(name) || UNPACKED !== undefined)
const LONG = UNPACKED !== undefined
const CALLS = 'Appel à projets & Cie'
const POLL_MS = 2_000

const note = (index: number) =>
  aRawMail(`voisin${index}@structure.example`, `Mot ${index}`, [
    { name: `mot-${index}.txt`, content: Buffer.from(`mot ${index}`) },
  ])

async function seen({ demonstration, server }: WatchedServer): Promise<number> {
  return (await demonstration.world.register.sightings(server.user)).length
}

describe.each(HERE)('%s', (name) => {
  it('a mail that arrives at any moment of the waiting is seen at once, or at the next poll where there is no IDLE', async () => {
    const idle = name !== 'courier' && name !== 'graph'
    await using watched = await watchServer(name, {
      RECEPISSE_POLL_SECONDS: idle ? '300' : '2',
      RECEPISSE_FULL_SECONDS: '300',
      IMAP_JUNK: 'none',
      GRAPH_JUNK: 'none',
    })
    const rounds = LONG ? 40 : 8
    const { desk, server } = watched
    for (let round = 1; round <= rounds; round += 1) {
      await desk.append(server.inbox, [note(round)])
      // The next one comes while the service looks, fetches, commits, or just begins to wait.
      await until(async () => (await seen(watched)) >= round, idle ? 20_000 : 5 * POLL_MS)
      await delay((round * 37) % 120)
    }
    await watched.expectBalance([server.inbox])
  })

  it('comes through a slow, a cut and a refused line, mails taken away, moved and uploaded again', async () => {
    await using watched = await watchServer(name, {
      RECEPISSE_POLL_SECONDS: '2',
      RECEPISSE_FULL_SECONDS: '4',
    })
    const { line, desk, server } = watched
    const { raw } = await aCandidature(1)
    await desk.createFolder('Traités')
    line.line('slow')
    await desk.append(server.inbox, [raw, ...Array.from({ length: 60 }, (_, index) => note(index))])
    await until(async () => (await seen(watched)) > 0)
    // Taken away while the service reads the folder.
    await desk.remove(server.inbox, 30, 45)
    line.line('pass')
    line.cutAfter(300)
    await desk.append(server.inbox, [note(100)])
    await until(async () => (await watched.told('unreachable')) > 0)
    line.line('refuse')
    await desk.append(server.inbox, [note(101), raw])
    await delay(1_000)
    line.line('pass')
    await until(async () => (await seen(watched)) >= 40)
    await desk.moveFirst(server.inbox, 'Traités')
    await watched.expectBalance([server.inbox])
    await watched.expectBalance([server.inbox])
    const mails = await watched.demonstration.world.register.mails(null)
    const again = mails.find(({ fingerprint }) => fingerprint === fingerprintOf(raw))
    // Courier may give mails other UIDs when its session is killed while it writes them down: copies as well.
    expect(again?.sightings.length).toBeGreaterThanOrEqual(2)
    await until(async () =>
      (await watched.demonstration.world.register.letters()).some(
        ({ kind, state }) => kind === 'acknowledgement' && state === 'sent',
      ),
    )
  })

  // Graph’s stand-in is quick: there it is seen each time.
  it.runIf(LONG || name === 'graph')(
    'a folder with accents is renamed, deleted and made anew: told, and watched again without a restart',
    async () => {
      await using watched = await watchServer(name, {
        RECEPISSE_POLL_SECONDS: '1',
        RECEPISSE_FULL_SECONDS: '2',
      })
      const { desk, server } = watched
      await desk.createFolder(CALLS)
      const folders = `${server.inbox},${CALLS}`
      await watched.startAgain({ IMAP_FOLDERS: folders, GRAPH_FOLDERS: folders })
      await desk.append(CALLS, [note(1), note(2)])
      await until(async () => (await seen(watched)) === 2)
      await desk.renameFolder(CALLS, 'Ancien')
      await until(async () => (await watched.told('folder-missing')) > 0)
      await desk.createFolder(CALLS)
      await desk.append(CALLS, [note(3)])
      await watched.expectBalance([server.inbox, CALLS])
      const before = await watched.told('folder-missing')
      await desk.deleteFolder(CALLS)
      await until(async () => (await watched.told('folder-missing')) > before, 60_000)
      // The same name, another UIDVALIDITY, UIDs that were given before.
      await desk.createFolder(CALLS)
      await desk.append(CALLS, [note(4), note(1)])
      expect(await watched.expectBalance([server.inbox, CALLS])).toBe(2)
    },
  )

  it.runIf(LONG)(
    'a line that a firewall forgot is noticed within two minutes under the default settings',
    async () => {
      await using watched = await watchServer(name, { RECEPISSE_POLL_SECONDS: '60' })
      await watched.desk.append(watched.server.inbox, [note(1)])
      await until(async () => (await seen(watched)) === 1)
      const startedAt = performance.now()
      watched.line.line('silent')
      await until(
        async () => (await watched.told('silent')) + (await watched.told('unreachable')) > 0,
        125_000,
      )
      const noticedMs = performance.now() - startedAt
      watched.line.line('pass')
      await watched.desk.append(watched.server.inbox, [note(2)])
      // Courier may give the first one another UID meanwhile: a copy.
      await until(async () => (await seen(watched)) >= 2, 120_000)
      await watched.expectBalance([watched.server.inbox])
      const mails = await watched.demonstration.world.register.mails(null)
      expect(mails.map(({ fingerprint }) => fingerprint)).toContain(fingerprintOf(note(2)))
      expect(noticedMs).toBeLessThan(120_000)
      process.stdout.write(`${name}: a silent line was noticed after ${Math.round(noticedMs / 1000)} s\n`)
    },
    300_000,
  )

  it.runIf(LONG)(
    'a quiet mailbox stays connected under the default settings, its folder of suspected spam too',
    async () => {
      await using watched = await watchServer(name, { RECEPISSE_POLL_SECONDS: '60' })
      const { junk } = watched.server
      if (name !== 'graph') await watched.desk.createFolder(junk)
      // Each is seen in a round of its own, a minute after the one before.
      for (const round of [1, 2]) {
        await watched.desk.append(junk, [note(round)])
        await until(async () => (await seen(watched)) >= round, 150_000)
      }
      expect((await watched.told('unreachable')) + (await watched.told('silent'))).toBe(0)
    },
    300_000,
  )

  it.runIf(LONG)(
    'a password that was changed is told; the service goes on when it is right again',
    async () => {
      await using watched = await watchServer(name, { RECEPISSE_POLL_SECONDS: '1' })
      await watched.startAgain(watched.server.wrong.settings)
      await until(async () => (await watched.toldRefused()) > 0)
      await watched.startAgain({})
      await watched.desk.append(watched.server.inbox, [note(1)])
      await until(async () => (await seen(watched)) === 1)
      await watched.expectBalance([watched.server.inbox])
    },
  )
})
