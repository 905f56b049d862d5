import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { proofOf } from '../../src/app/proof-bundle.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import { Bundle, entriesNotCovered, isHeadSigned } from '../../src/proof/bundle.ts'
import { canonical, leafOf } from '../../src/proof/entry.ts'
import type { SignedHead } from '../../src/proof/head.ts'
import { type Fault, type InspectedEntry, Inspection } from '../../src/proof/inspect.ts'
import { compareFiles, isReceiptSigned, receiptIn } from '../../src/proof/receipt.ts'
import { isConsistent } from '../../src/proof/tree.ts'
import { release } from '../../src/steps/act.ts'
import type { StepEvent } from '../../src/steps/events.ts'
import { seal } from '../../src/steps/seal.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, SIGNER, type SmallService } from '../steps/a-service.ts'
import { endOf } from '../the-call.ts'

const START = '2026-03-10T06:00:00.000Z' as Instant
const DEADLINE = endOf(sampleCall)
const LATER = '2026-03-10T08:00:00.000Z' as Instant

function sealing(service: SmallService) {
  return { ...service, calls: [sampleCall], observe: () => undefined, stamper: null }
}

/** A register with a life: applications, a held one, a release, letters sent, two heads. */
async function aLife(): Promise<SmallService> {
  const service = await aService()
  await service.take(application('Usine Verte'), START)
  await service.take(application('Usine Bleue'), START)
  await service.send()
  await seal(sealing(service), 'regular')
  const held = await service.take(
    application('Usine Rouge', { headers: 'Auto-Submitted: auto-generated\n' }),
    LATER,
  )
  await release(service, [sampleCall], held.number ?? '', { by: 'Agent A', reason: 'copieur', to: null })
  await service.send()
  service.clock.at = DEADLINE
  await seal(sealing(service), 'regular')
  return service
}

let entries: readonly InspectedEntry[]
let heads: readonly SignedHead[]

beforeAll(async () => {
  await using service = await aLife()
  entries = await service.register.entries(0, 1000)
  heads = await service.register.heads()
})

function inspect(
  some: readonly InspectedEntry[],
  someHeads = heads,
  key = SIGNER.publicPem,
): readonly Fault[] {
  const inspection = new Inspection(someHeads)
  for (const entry of some) inspection.take(entry)
  return inspection.finish(someHeads, (id) => (id === SIGNER.id ? key : null))
}
const codes = (faults: readonly Fault[]) => faults.map((fault) => fault.code)

/** An entry whose body was rewritten by somebody who knows how leaves are made. */
function rewritten(entry: InspectedEntry, change: Record<string, unknown>): InspectedEntry {
  const body = canonical({ ...(JSON.parse(entry.body) as object), ...change })
  return { ...entry, body, leaf: leafOf(body) }
}

describe('the register', () => {
  it('holds when nobody touched it', () => {
    expect(entries.length).toBeGreaterThan(15)
    expect(inspect(entries)).toEqual([])
  })

  it('shows any byte of an entry that was changed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, where) => {
        const target = entries[which % entries.length] as InspectedEntry
        const at = where % target.body.length
        const other = target.body[at] === 'x' ? 'y' : 'x'
        const body = `${target.body.slice(0, at)}${other}${target.body.slice(at + 1)}`
        const faults = inspect(entries.map((entry) => (entry === target ? { ...entry, body } : entry)))
        expect(codes(faults)).toContain('entry-altered')
        expect(faults.some((fault) => fault.position === target.position)).toBe(true)
      }),
    )
  })

  it('shows an entry rewritten with its own hash: the chain and the signed heads do not follow', () => {
    const changed = entries.map((entry, index) =>
      index === 2 ? rewritten(entry, { shown: { receivedAt: '2026-03-10T05:00:00.000Z' } }) : entry,
    )
    expect(codes(inspect(changed))).toEqual(expect.arrayContaining(['entry-out-of-order', 'head-altered']))
  })

  it('shows one that was dropped, two that were exchanged, one that was backdated', () => {
    expect(codes(inspect(entries.filter((_, index) => index !== 4)))).toContain('entry-missing')
    const exchanged = entries.map((entry, index) =>
      index === 3 ? entries[4] : index === 4 ? entries[3] : entry,
    ) as InspectedEntry[]
    expect(codes(inspect(exchanged))).toContain('entry-missing')
    const last = entries.at(-1) as InspectedEntry
    const backdated = [...entries.slice(0, -1), rewritten(last, { at: '2026-03-09T06:00:00.000Z' })]
    expect(codes(inspect(backdated))).toEqual(['entry-backdated', 'head-altered'])
  })

  it('shows that its end was cut off, that a signature was swapped, and a head of another key', () => {
    expect(codes(inspect(entries.slice(0, -2)))).toContain('register-cut')
    const [first, second] = heads as readonly [SignedHead, SignedHead]
    expect(codes(inspect(entries, [{ ...first, signature: second.signature }, second]))).toEqual([
      'head-signature',
    ])
    const foreign = { ...first, head: { ...first.head, key: '0000000000000000' } }
    expect(codes(inspect(entries, [foreign, second]))).toEqual(['head-key-unknown'])
  })

  it('shows a history that people read otherwise than it was sealed; erased, it says nothing and the rest holds', () => {
    const read = entries.map((entry, index) =>
      index === 5 && entry.opened !== null
        ? { ...entry, opened: { ...entry.opened, detail: '{"by":"somebody else"}' } }
        : entry,
    )
    expect(codes(inspect(read))).toEqual(['detail-altered'])
    expect(inspect(entries.map((entry) => ({ ...entry, opened: null })))).toEqual([])
  })

  it('names nobody: neither sender nor structure nor staff is in any entry', () => {
    const all = entries
      .map((entry) => entry.body)
      .join('\n')
      .toLowerCase()
    for (const word of ['usine', 'verte', 'agent a', 'copieur', 'contact@']) expect(all).not.toContain(word)
  })

  it('is refused changes by the database itself', async () => {
    await using service = await aLife()
    for (const change of [
      sql`update entry set at = '2020-01-01T00:00:00.000Z'`,
      sql`delete from entry where position = 3`,
      sql`update head set signature = ''`,
      sql`delete from tree`,
      sql`delete from signing_key`,
    ])
      await expect(change.execute(service.database)).rejects.toThrow('append-only')
    expect(codes(inspect(await service.register.entries(0, 1000), await service.register.heads()))).toEqual(
      [],
    )
  })
})

describe('a proof', () => {
  it('covers every entry of an application, none of another, and its head begins with the head before', async () => {
    await using service = await aLife()
    const [one] = await service.register.applications(sampleCall.id)
    const bundle = Bundle.parse(
      JSON.parse(JSON.stringify(await proofOf(sealing(service), one?.number ?? ''))),
    )
    expect(bundle.entries.length).toBeGreaterThan(4)
    expect(entriesNotCovered(bundle)).toEqual([])
    expect(isHeadSigned(bundle, SIGNER.publicPem)).toBe(true)
    const [older] = await service.register.heads()
    if (older === undefined) throw new Error('a head was taken')
    const path = await service.register.consistency(older.head.size, bundle.head.head.size)
    expect(isConsistent(older.head, bundle.head.head, path)).toBe(true)
    const altered = structuredClone(bundle)
    const [entry] = altered.entries
    if (entry !== undefined) entry.body = entry.body.replace('"v":1', '"v":2')
    expect(entriesNotCovered(altered)).toEqual([entry?.position])
  })
})

describe('the head of a deadline', () => {
  const kinds = async ({ register }: SmallService) => (await register.heads()).map(({ head }) => head.kind)

  it('is taken at its second, and once, though several processes find it owed', async () => {
    await using service = await aService()
    service.clock.at = later(DEADLINE, -1)
    await seal(sealing(service), 'regular')
    expect(await kinds(service)).toEqual(['regular'])
    service.clock.at = DEADLINE
    await Promise.all([1, 2, 3].map(() => seal(sealing(service), 'regular')))
    service.clock.at = later(DEADLINE, 3_600_000)
    await seal(sealing(service), 'regular')
    expect(await kinds(service)).toEqual(['regular', 'deadline'])
  })

  it('that a service was down at is taken when it is back, which says how late; a closing too takes it', async () => {
    await using service = await aService()
    await service.take(application('Usine Verte'), START)
    service.clock.at = later(DEADLINE, 3_600_000)
    const told: StepEvent[] = []
    await seal({ ...sealing(service), observe: (event) => told.push(event) }, 'close')
    // The regular one was taken with the letter.
    expect((await kinds(service)).sort()).toEqual(['close', 'deadline', 'regular'])
    expect(told).toEqual([{ type: 'deadline-sealed', late: 3_600_000 }])
  })

  it('of a later deadline is owed though that of an earlier one was taken', async () => {
    await using service = await aService()
    service.clock.at = DEADLINE
    await seal(sealing(service), 'regular')
    const wallClock = '2026-03-27T16:00' as Call['deadline']['wallClock']
    const extended = { ...sampleCall, deadline: { ...sampleCall.deadline, wallClock } }
    service.clock.at = endOf(extended)
    await seal({ ...sealing(service), calls: [sampleCall, extended] }, 'regular')
    const taken = (await service.register.heads()).filter(({ head }) => head.kind === 'deadline')
    expect(taken.map(({ head }) => head.at)).toEqual([DEADLINE, endOf(extended)])
  })
})

describe('time-stamps', () => {
  it('each head has its own, two of one root too: a closing before which the register had not grown', async () => {
    await using service = await aLife()
    const stamper = { authority: 'tsa.test', stamp: async (data: string) => Buffer.from(data) }
    const stamped = { ...sealing(service), stamper }
    const regular = await seal(stamped, 'regular')
    service.clock.at = later(DEADLINE, 60_000)
    const closing = await seal(stamped, 'close')
    expect(closing.head.root).toBe(regular.head.root)
    for (const { head } of await service.register.heads()) {
      const [stamp] = await service.register.anchorsOf(head)
      expect(Buffer.from(stamp?.token ?? '', 'base64').toString()).toBe(canonical(head))
    }
    expect(await service.register.unstamped('tsa.test', 10)).toEqual([])
    expect(await service.register.unstamped('another.test', 10)).toHaveLength(
      (await service.register.heads()).length,
    )
  })
})

describe('the receipt in an acknowledgement', () => {
  it('is ASCII of less than 1.5 kB, signed, and names the entry and the files', async () => {
    await using service = await aLife()
    const letter = service.caught[0]?.letter
    const text = letter?.text ?? ''
    const block = text.slice(text.indexOf('-----BEGIN RECEPISSE'), text.indexOf('-----END RECEPISSE') + 23)
    expect(block.length).toBeLessThan(1500)
    expect(block).toMatch(/^[\x20-\x7E\n]+$/)
    const signed = receiptIn(text)
    if (signed === null) throw new Error('the letter has a receipt')
    expect(isReceiptSigned(signed, SIGNER.publicPem)).toBe(true)
    const [entry] = await service.register.entries(signed.receipt.entry.position, 1)
    expect(entry?.leaf).toBe(signed.receipt.entry.leaf)
    expect(signed.receipt).toMatchObject({ call: sampleCall.id, receivedAt: START })
    const files = Array.isArray(signed.receipt.files) ? signed.receipt.files : []
    expect(compareFiles(signed, files)).toEqual({ known: files.map(() => true), notShown: 0 })
    expect(receiptIn(letter?.html ?? '')).toEqual(signed)
    expect(receiptIn(text.replaceAll('\n', '\r\n> '))).toEqual(signed)
  })

  it('does not hold when its time is changed, and is not read when it is damaged', async () => {
    await using service = await aLife()
    const signed = receiptIn(service.caught[0]?.letter.text ?? '')
    if (signed === null) throw new Error('the letter has a receipt')
    const changed = { ...signed, receipt: { ...signed.receipt, receivedAt: LATER } }
    expect(isReceiptSigned(changed, SIGNER.publicPem)).toBe(false)
    expect(receiptIn('-----BEGIN RECEPISSE-----\nnot base64 json\n-----END RECEPISSE-----')).toBeNull()
    expect(receiptIn('no receipt')).toBeNull()
  })

  it('stays below 1.5 kB with 200 files, and still tells whether all are there', async () => {
    const { receiptBlock } = await import('../../src/proof/receipt.ts')
    const files = Array.from({ length: 200 }, (_, index) => ({
      sha256: leafOf(`file ${index}`),
      bytes: index,
    }))
    const facts = {
      call: sampleCall.id,
      number: 'TD26-ABCDE' as never,
      receivedAt: START,
      source: 'boundary',
      files,
      entry: { position: 123_456_789, leaf: leafOf('x') },
    }
    const block = receiptBlock(facts, SIGNER)
    const seven = receiptBlock({ ...facts, files: files.slice(0, 7) }, SIGNER)
    expect(Math.max(block.length, seven.length)).toBeLessThan(1500)
    const signed = receiptIn(block)
    if (signed === null) throw new Error('it is a receipt')
    expect(compareFiles(signed, [...files].reverse()).notShown).toBe(0)
    expect(compareFiles(signed, files.slice(1)).notShown).toBe(200)
  })
})
