import { expect, it } from 'vitest'
import { handleOf } from '../../src/acknowledgement/envelope.ts'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { noteArrival } from '../../src/adapters/sql/arrival.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { OutboxId } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { OutboxItem, OutboxRegister, SendOutcome } from '../../src/register/outbox.ts'
import type { Register } from '../../src/register/register.ts'
import { deliver } from '../../src/steps/deliver.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'
import { aDatabase } from './a-database.ts'
import { KEY } from './a-service.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant
const NO_BREAKER = 1_000_000
const LEASE_MS = 60_000

/** One letter in a world of two senders; every action is one that some process may take at any moment. */
class Trial {
  readonly id: OutboxId
  now = START
  readonly register: Register
  private lives = { a: 1, b: 1 }

  constructor(register: Register, serial: number) {
    this.register = register
    this.id = OutboxId.parse(`acknowledgement-trial${serial}`)
  }

  owner(name: 'a' | 'b'): string {
    return `${name}${this.id}#${this.lives[name]}`
  }

  async write(): Promise<void> {
    const letter = { ...composeAcknowledgement(sampleInput()), messageId: `<${this.id}@interco.example>` }
    await this.register.addLetter({ id: this.id, kind: 'acknowledgement', letter, automatic: true }, this.now)
  }

  claim(name: 'a' | 'b'): Promise<OutboxItem | null> {
    return this.register.claim(this.id, this.owner(name), this.now, later(this.now, LEASE_MS), NO_BREAKER)
  }

  async settle(name: 'a' | 'b', outcome: 'sent' | 'refused' | 'later' | 'silence'): Promise<void> {
    const nextAt = later(this.now, 1_000)
    const outcomes: Record<typeof outcome, SendOutcome> = {
      sent: { kind: 'sent', reply: '250' },
      refused: { kind: 'refused', reply: '550' },
      later: { kind: 'later', reply: '450', nextAt, uncertain: false },
      silence: { kind: 'later', reply: '', nextAt, uncertain: true },
    }
    await this.register.settle(this.id, this.owner(name), outcomes[outcome], this.now)
  }

  async crash(name: 'a' | 'b'): Promise<void> {
    this.lives[name] += 1
    await this.register.releaseClaims(this.owner(name), this.now)
  }

  async pass(): Promise<void> {
    this.now = later(this.now, 2 * LEASE_MS)
    await this.register.releaseClaims(this.owner('b'), this.now)
  }

  async row(): Promise<
    { state: string; claimed_by: string | null; attempts: number; uncertain: number } | undefined
  > {
    const all = await this.register.letters()
    const item = all.find((letter) => letter.id === this.id)
    return item === undefined
      ? undefined
      : { state: item.state, claimed_by: null, attempts: item.attempts, uncertain: item.uncertain }
  }
}

type Action = readonly [name: string, run: (trial: Trial) => Promise<unknown>]

const ACTIONS: readonly Action[] = [
  ['write', (trial) => trial.write()],
  ['a claims', (trial) => trial.claim('a')],
  ['b claims', (trial) => trial.claim('b')],
  ...(['sent', 'refused', 'later', 'silence'] as const).flatMap((outcome): Action[] => [
    [`a: ${outcome}`, (trial) => trial.settle('a', outcome)],
    [`b: ${outcome}`, (trial) => trial.settle('b', outcome)],
  ]),
  ['a dies and lives again', (trial) => trial.crash('a')],
  ['b dies and lives again', (trial) => trial.crash('b')],
  ['time passes', (trial) => trial.pass()],
  ['a notice of non-delivery', (trial) => bounce(trial)],
]

async function bounce(trial: Trial): Promise<void> {
  await BOUNCE.note?.(trial.id, trial.now)
}
/** Set by the test: the database is its own. */
const BOUNCE: { note?: (id: OutboxId, now: Instant) => Promise<void> } = {}

const MAY_FOLLOW: Readonly<Record<string, readonly string[]>> = {
  none: ['none', 'due'],
  due: ['due', 'intended', 'sent', 'bounced'],
  intended: ['intended', 'due', 'sent', 'refused', 'bounced'],
  sent: ['sent', 'bounced'],
  refused: ['refused'],
  bounced: ['bounced'],
}

it('every action in every state that can be reached leads where the document says, and nothing is forgotten', async () => {
  const database = await aDatabase()
  const register = createSqlRegister(database)
  BOUNCE.note = (id, now) =>
    database.transaction().execute((tx) =>
      noteArrival(tx, { handles: [handleOf(id)], messageIds: [], recipients: [] }, 'bounced', {
        at: now,
        by: 'x',
        now,
      }),
    )
  /** The state of a letter, as far as it matters: who holds it, whether it was tried, whether it waits for its time. */
  async function standing(trial: Trial): Promise<{ state: string; key: string }> {
    const row = await database.selectFrom('outbox').selectAll().where('id', '=', trial.id).executeTakeFirst()
    if (row === undefined) return { state: 'none', key: 'none' }
    const holder =
      row.claimed_by === null
        ? ''
        : row.claimed_by === trial.owner('a')
          ? 'a'
          : row.claimed_by === trial.owner('b')
            ? 'b'
            : 'dead'
    const facts = [
      row.state,
      holder,
      Math.min(row.attempts, 2),
      Math.min(row.uncertain, 1),
      row.next_at <= trial.now,
    ]
    return { state: row.state, key: facts.join(' ') }
  }
  let serial = 0
  const reached = new Map<string, readonly Action[]>([['none', []]])
  const open: (readonly Action[])[] = [[]]
  let edges = 0
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    for (const action of ACTIONS) {
      serial += 1
      const trial = new Trial(register, serial)
      for (const [, run] of path) await run(trial)
      const before = await standing(trial)
      const granted = await action[1](trial)
      const after = await standing(trial)
      edges += 1
      const told = [...path, action].map(([name]) => name).join(', ')
      expect(MAY_FOLLOW[before.state], `${told}: ${before.state} → ${after.state}`).toContain(after.state)
      if (action[0].endsWith('claims') && granted !== null) expect(before.state, told).toBe('due')
      const rows = await database
        .selectFrom('outbox')
        .select('id')
        .where('message_id', '=', `<${trial.id}@interco.example>`)
        .execute()
      expect(rows.length, told).toBeLessThanOrEqual(1)
      if (!reached.has(after.key)) {
        reached.set(after.key, [...path, action])
        open.push([...path, action])
      }
      if (after.state === 'due' || after.state === 'intended') await expectSentInTheEnd(trial, told)
    }
  }
  const states = new Set([...reached.keys()].map((key) => key.split(' ')[0]))
  expect([...states].sort()).toEqual(['bounced', 'due', 'intended', 'none', 'refused', 'sent'])
  process.stdout.write(`outbox: ${reached.size} states, ${edges} transitions\n`)
  await database.destroy()
})

async function expectSentInTheEnd(trial: Trial, told: string): Promise<void> {
  await trial.crash('a')
  await trial.crash('b')
  await trial.pass()
  expect(await trial.register.due(trial.now, 100_000), told).toContain(trial.id)
  expect(await trial.claim('a'), told).not.toBeNull()
  await trial.settle('a', 'sent')
  expect((await trial.row())?.state, told).toBe('sent')
}

class Died extends Error {}

/** A sender that dies at a point of its work: what it did before is done, what comes after is not. */
function dyingAt(point: string, register: Register, server: () => void): Parameters<typeof deliver>[0] {
  const die = (here: string): void => {
    if (here === point) throw new Died(here)
  }
  const mortal: Pick<OutboxRegister, 'claim' | 'settle'> = {
    async claim(...given) {
      die('before the intent')
      const item = await register.claim(...given)
      die('after the intent')
      return item
    },
    async settle(...given) {
      die('after the server took it')
      await register.settle(...given)
      die('after the result')
    },
  }
  return {
    register: { ...register, ...mortal },
    clock: { now: () => START },
    observe: () => undefined,
    owner: `one#${point}`,
    key: KEY,
    breakerAt: NO_BREAKER,
    async submit() {
      die('before the server')
      server()
      return { kind: 'accepted', reply: '250' }
    },
  }
}

it.each([
  ['before the intent', 1, 0],
  ['after the intent', 1, 1],
  ['before the server', 1, 1],
  ['after the server took it', 2, 1],
  ['after the result', 1, 0],
])(
  'a sender that dies %s: the server gets the letter %i time(s), counted as uncertain %i time(s)',
  async (point, times, uncertain) => {
    const database = await aDatabase()
    const register = createSqlRegister(database)
    const trial = new Trial(register, 1)
    await trial.write()
    let taken = 0
    const server = (): void => {
      taken += 1
    }
    await expect(deliver(dyingAt(point, register, server), trial.id)).rejects.toThrow(Died)
    await register.releaseClaims('one#next', START)
    await deliver(dyingAt('never', register, server), trial.id)
    expect({ taken, row: await trial.row() }).toMatchObject({
      taken: times,
      row: { state: 'sent', uncertain },
    })
    await database.destroy()
  },
)

it('a sender that was taken for dead neither lets go nor undoes what another has in hand', async () => {
  const database = await aDatabase()
  const register = createSqlRegister(database)
  const trial = new Trial(register, 1)
  await trial.write()
  await trial.claim('a')
  trial.now = later(trial.now, 2 * LEASE_MS)
  await register.releaseClaims(trial.owner('b'), trial.now)
  await trial.claim('b')
  await trial.settle('a', 'later')
  expect((await trial.row())?.state).toBe('intended')
  await trial.settle('a', 'sent')
  expect((await trial.row())?.state).toBe('sent')
  await trial.settle('b', 'refused')
  expect((await trial.row())?.state).toBe('sent')
  await database.destroy()
})
