import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryArchive } from '../../src/adapters/archive/memory.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Failure } from '../../src/base/failure.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { LARGEST_MAIL_BYTES, type MailFacts, type WatchedFolder } from '../../src/evidence/evidence.ts'
import type { ReceivePorts } from '../../src/steps/keep.ts'
import { ledgerOf } from '../../src/steps/ledger.ts'
import { Owed } from '../../src/steps/owed.ts'
import { receive } from '../../src/steps/receive.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aDatabase } from './a-database.ts'

const NOW = '2026-03-10T06:00:00.000Z' as Instant
/** Within the sample call's season. */
const SINCE = '2026-01-15T00:00:00.000Z' as Instant

/** What the folder does when a mail is asked for: `gone` lists it and has it no more when it is asked for. */
type Manner = 'well' | 'nothing' | 'breaks' | 'gone' | 'too-large'

interface Shown {
  readonly manner: Manner
  readonly at: Instant
}

/** A mailbox that shows mails by UID, and a life beside it. */
async function aLife(mails: Map<number, Shown>) {
  const database = await aDatabase()
  const register = createSqlRegister(database)
  const clock = { at: NOW, now: () => clock.at }
  const lease = await register.takeLease('a', 'test#1', NOW, later(NOW, 3_600_000))
  if (lease === null) throw new Error('the mailbox is free')
  const stop = new AbortController()
  const asked: number[] = []
  const life = {
    register,
    clock,
    stop,
    /** UIDs whose bytes were asked for, in order. */
    asked,
    /** Called when bytes of a mail were handed over. */
    onFetch: (_uid: number) => {},
    async look(from: number | null = null): Promise<number | null> {
      try {
        return await receive(ports, folder(), from)
      } catch (error) {
        // The connection is gone; the next look has another.
        if (error instanceof Failure) return null
        throw error
      }
    },
    rows: () => register.mails(null),
    [Symbol.asyncDispose]: () => database.destroy(),
  }
  const ports: ReceivePorts = {
    ledger: ledgerOf({ register, jobs: { add: async () => undefined } }, [sampleCall]),
    archive: createMemoryArchive(),
    clock,
    observe: () => undefined,
    lease,
    owed: new Owed(),
    signal: stop.signal,
  }
  function folder(): WatchedFolder {
    return {
      account: 'a',
      folder: 'INBOX',
      uidValidity: '1',
      isJunk: false,
      nextUid: Math.max(0, ...mails.keys()) + 1,
      uids: async (from = 1, orSince) =>
        [...mails]
          .filter(([uid, { at }]) => uid >= from || (orSince !== undefined && at >= orSince))
          .map(([uid]) => uid)
          .sort((one, other) => one - other),
      facts: async (uid) => factsOf(mails.get(uid)),
      async *fetch(uids) {
        for (const uid of uids) {
          const mail = mails.get(uid)
          asked.push(uid)
          if (mail?.manner === 'gone') mails.delete(uid)
          if (mail?.manner === 'breaks') throw new Failure('transient', 'imap-unreachable', 'the line broke')
          if (mail?.manner !== 'well') continue
          yield { uid, internalDate: mail.at, raw: Buffer.from(`Subject: ${uid}\r\n\r\n${uid}\r\n`) }
          life.onFetch(uid)
        }
      },
    }
  }
  return life
}

function factsOf(mail: Shown | undefined): MailFacts | null {
  if (mail === undefined || mail.manner === 'gone') return null
  return { bytes: mail.manner === 'too-large' ? LARGEST_MAIL_BYTES + 1 : 100, internalDate: mail.at }
}

const shown = (manner: Manner = 'well', at = NOW): Shown => ({ manner, at })
const many = (count: number, from = 1) =>
  new Map(Array.from({ length: count }, (_, index) => [from + index, shown()] as const))

it('every mail that a folder lists gets its row, whatever becomes of the others', async () => {
  const manner = fc.constantFrom<Manner>('well', 'well', 'well', 'nothing', 'breaks', 'gone', 'too-large')
  await fc.assert(
    fc.asyncProperty(fc.array(manner, { minLength: 1, maxLength: 40 }), async (manners) => {
      // One that comes shows that the server is well.
      const all = [...manners, 'well' as const]
      const mails = new Map(all.map((one, index) => [index + 1, shown(one)]))
      await using life = await aLife(mails)
      const troubles = all.filter((one) => one === 'breaks').length
      for (let looks = 0; looks < 8 + 6 * troubles; looks += 1) await life.look()
      const rows = await life.rows()
      const count = (wanted: Manner) => all.filter((one) => one === wanted).length
      expect(rows.filter((row) => row.progress === 'received')).toHaveLength(count('well'))
      expect(rows.filter((row) => row.quarantineCode === 'stand-in')).toHaveLength(
        count('nothing') + count('breaks') + count('too-large'),
      )
      expect(rows.every((row) => row.sightings.length === 1)).toBe(true)
      expect(await life.register.aliveAt('a')).toHaveLength(1)
      // A bounded number of tries for each, and one for each that came.
      for (const [index, one] of all.entries()) {
        const tries = life.asked.filter((uid) => uid === index + 1).length
        expect(tries).toBeLessThanOrEqual(one === 'well' ? 2 + 8 * troubles + 4 * all.length : 6 + troubles)
      }
    }),
    // Two that never come, side by side: neither is what the other is compared with.
    { numRuns: 25, examples: [[['nothing', 'breaks', 'well']]] },
  )
})

describe('a mail that is not handed over', () => {
  it('is told after three tries, with its time and size', async () => {
    await using life = await aLife(
      new Map([
        [1, shown('nothing', SINCE)],
        [2, shown()],
      ]),
    )
    for (let look = 0; look < 3; look += 1) await life.look()
    expect(await life.rows()).toHaveLength(1)
    expect(await life.register.aliveAt('a')).toEqual([])
    await life.look()
    const withheld = (await life.rows()).find((row) => row.progress === 'quarantined')
    expect(withheld).toMatchObject({ fate: 'quarantined', bytes: 100, quarantineCode: 'stand-in' })
    expect(withheld?.receipt).toMatchObject({ receivedAt: SINCE, source: 'internaldate' })
    const asked = life.asked.length
    await life.look()
    expect(life.asked).toHaveLength(asked)
  })

  it('is waited for while the server hands over nothing at all', async () => {
    const mails = many(4)
    await using life = await aLife(mails)
    await life.look()
    for (const uid of [1, 2, 3, 4, 5]) mails.set(uid, shown('nothing'))
    for (let look = 0; look < 20; look += 1) {
      life.clock.at = later(life.clock.at, 3_600_000)
      await life.look()
    }
    expect(await life.rows()).toHaveLength(4)
    mails.set(5, shown())
    await life.look()
    expect((await life.rows()).map((row) => row.progress)).toEqual(Array(5).fill('received'))
  })

  it('alone in its folder is told within the hour', async () => {
    await using life = await aLife(new Map([[1, shown('nothing')]]))
    for (let minutes = 0; minutes < 60; minutes += 1) {
      life.clock.at = later(life.clock.at, 60_000)
      await life.look()
      if (minutes < 20) expect(await life.rows()).toEqual([])
    }
    expect((await life.rows()).map((row) => row.progress)).toEqual(['quarantined'])
  })
})

describe('a large folder', () => {
  it('is read from its newest mail, and what comes meanwhile is taken before the rest', async () => {
    const mails = many(100)
    await using life = await aLife(mails)
    life.onFetch = (uid) => {
      life.clock.at = later(life.clock.at, 200)
      if (uid === 60) mails.set(101, shown())
    }
    expect(await life.look()).toBe(101)
    const at = (uid: number) => life.asked.indexOf(uid)
    expect(at(100)).toBeLessThan(16)
    expect(at(101)).toBeLessThan(at(60) + 32)
    expect(new Set(life.asked)).toHaveLength(101)
  })

  it('is let alone below the season of the call, but for what comes from now on', async () => {
    const mails = new Map(
      [...many(3)].map(([uid]) => [uid, shown('well', '2019-05-01T00:00:00.000Z' as Instant)]),
    )
    mails.set(4, shown('well', SINCE))
    await using life = await aLife(mails)
    expect(await life.look()).toBe(4)
    expect(life.asked).toEqual([4])
    // A server that dates a new mail wrongly.
    mails.set(5, shown('well', '1999-01-01T00:00:00.000Z' as Instant))
    await life.look(5)
    mails.set(6, shown('well', '1999-01-01T00:00:00.000Z' as Instant))
    await life.look()
    expect(life.asked).toEqual([4, 5, 6])
  })

  it('is left within a group when the service stops, and goes on where it was', async () => {
    await using life = await aLife(many(100))
    life.onFetch = (uid) => {
      if (uid === 90) life.stop.abort()
    }
    await life.look()
    expect(life.asked).toHaveLength(16)
    expect(await life.register.aliveAt('a')).toEqual([])
  })

  it('proves life as it goes: a long pass is no outage', async () => {
    const mails = many(64)
    await using life = await aLife(mails)
    const proofs: number[] = []
    life.onFetch = () => {
      life.clock.at = later(life.clock.at, 60_000)
    }
    const { proveAlive } = life.register
    life.register.proveAlive = async (...given) => {
      proofs.push(life.asked.length)
      return proveAlive(...given)
    }
    await life.look()
    expect(proofs.length).toBeGreaterThan(3)
  })
})
