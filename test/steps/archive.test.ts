import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { packageFolder } from '../../src/adapters/disk/package-folder.ts'
import { printRegister } from '../../src/adapters/print/deposit-register.ts'
import { bundleOf, headsToPublish } from '../../src/app/proof-bundle.ts'
import type { Instant } from '../../src/base/instant.ts'
import { archiveTransfer, type Unit } from '../../src/exports/archive-transfer.ts'
import { Bundle, entriesNotCovered, isHeadSigned } from '../../src/proof/bundle.ts'
import { PublishedHeads } from '../../src/proof/head.ts'
import { Inspection } from '../../src/proof/inspect.ts'
import { isReceiptSigned, receiptIn } from '../../src/proof/receipt.ts'
import { type PackPorts, packArchive } from '../../src/steps/pack-archive.ts'
import { seal } from '../../src/steps/seal.ts'
import { elementsOf, schemaFaults, within } from '../exports/a-transfer-reader.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from './a-service.ts'

const LIST = z.object({
  v: z.literal(1),
  call: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
})
const root = mkdtempSync(join(tmpdir(), 'recepisse-archive-'))
const out = join(root, 'paquet')
const read = (name: string) => readFileSync(join(out, name))

let service: SmallService
let told = 0

async function pack(path: string, over: Partial<PackPorts> = {}): Promise<void> {
  const { register, archive, clock } = service
  const sealing = { ...service, calls: [sampleCall], observe: () => undefined, stamper: null }
  const head = await seal(sealing, 'regular')
  const ports: PackPorts = {
    register,
    archive,
    folder: await packageFolder(path),
    bundle: (number, below) => bundleOf(register, number, below),
    heads: () => headsToPublish(register),
    registerOfDeposits: () => printRegister([], sampleCall, clock.now(), head.head),
    progress: () => {
      told += 1
    },
    ...over,
  }
  const handover = { archivalAgency: 'FRAD974', transferringAgency: '200000001', at: clock.now() }
  await packArchive(ports, sampleCall, head, handover)
}

beforeAll(async () => {
  service = await aService()
  for (const name of ['Verte', 'Bleue & <Jaune>'])
    await service.take(application(`Usine ${name}`), '2026-03-10T06:00:00.000Z')
  const question = application('Usine Rouge').replace(/^Subject: .*$/m, 'Subject: Question sur le calendrier')
  await service.take(question, '2026-03-11T06:00:00.000Z')
  await service.send()
  await pack(out)
}, 120_000)
afterAll(() => service[Symbol.asyncDispose]())

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )
}

it('every file of the package is listed with its fingerprint, and no other is there', () => {
  const { files } = LIST.parse(JSON.parse(read('empreintes.json').toString()))
  expect(files.map(({ path }) => path).sort()).toEqual(
    filesBelow(out)
      .filter((name) => name !== 'empreintes.json')
      .sort(),
  )
  for (const { path, bytes, sha256 } of files) {
    const content = read(path)
    expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256)
    expect(content.byteLength, path).toBe(bytes)
  }
  expect(told).toBe(files.length)
})

it('has every mail as it came, each letter, and the register', async () => {
  const mails = await service.register.keptAfter('', 100)
  const packed = filesBelow(out).filter((name) => name.endsWith('.eml'))
  expect(packed.map((name) => name.split('/').at(-1)?.slice(0, 64)).sort()).toEqual([...mails].sort())
  for (const name of packed)
    expect(createHash('sha256').update(read(name)).digest('hex')).toBe(name.split('/').at(-1)?.slice(0, 64))
  const letters = (await service.letters()).filter(({ number }) => number !== null)
  expect(filesBelow(out).filter((name) => name.includes('/lettres/'))).toHaveLength(letters.length)
  expect(read('content/registre.csv').toString()).toContain('Usine Verte')
})

it('proves a receipt from the package alone', () => {
  const heads = PublishedHeads.parse(JSON.parse(read('content/tetes.json').toString()))
  const keyOf = (id: string) => heads.keys.find((key) => key.id === id)?.publicPem ?? ''
  const receipts = filesBelow(out).filter((name) => name.includes('/recus/'))
  expect(receipts.length).toBeGreaterThan(1)
  for (const name of receipts) {
    const receipt = receiptIn(read(name).toString())
    if (receipt === null) throw new Error(`${name} holds a receipt`)
    expect(isReceiptSigned(receipt, keyOf(receipt.receipt.key))).toBe(true)
    const proof = read(join('content/candidatures', receipt.receipt.number, 'preuve.json')).toString()
    const bundle = Bundle.parse(JSON.parse(proof))
    expect(isHeadSigned(bundle, keyOf(bundle.head.head.key))).toBe(true)
    expect(entriesNotCovered(bundle)).toEqual([])
    const entry = bundle.entries.find(({ position }) => position === receipt.receipt.entry.position)
    expect(entry?.leaf).toBe(receipt.receipt.entry.leaf)
    const mails = filesBelow(join(out, 'content/candidatures', receipt.receipt.number, 'courriels'))
    expect(entry?.body).toContain(mails[0]?.slice(0, 64))
  }
})

it('the whole register can be gone through from the package, up to each of its signed heads', () => {
  const heads = PublishedHeads.parse(JSON.parse(read('content/tetes.json').toString()))
  const Line = z.object({ position: z.number(), body: z.string(), leaf: z.string() })
  const inspection = new Inspection(heads.heads)
  for (const line of read('content/inscriptions.jsonl').toString().trim().split('\n')) {
    const { position, body, leaf } = Line.parse(JSON.parse(line))
    inspection.take({ position, body, leaf, opened: null })
  }
  const faults = inspection.finish(
    heads.heads,
    (id) => heads.keys.find((key) => key.id === id)?.publicPem ?? null,
  )
  expect(faults.filter(({ code }) => code !== 'entry-backdated')).toEqual([])
})

it('its description is an ArchiveTransfer of SEDA 2.1 that names each content, by its digest, in one unit', () => {
  const transfer = elementsOf(read('manifest.xml').toString())
  expect([transfer.name, transfer.uri]).toEqual([
    'ArchiveTransfer',
    'fr:gouv:culture:archivesdefrance:seda:v2.1',
  ])
  expect(schemaFaults(transfer)).toEqual([])
  const objects = within(transfer, 'BinaryDataObject')
  const textOf = (name: string, of = transfer) => within(of, name)[0]?.text ?? ''
  for (const object of objects) {
    const content = read(textOf('Uri', object))
    expect(textOf('MessageDigest', object)).toBe(createHash('sha256').update(content).digest('hex'))
    expect(textOf('Size', object)).toBe(String(content.byteLength))
  }
  const named = objects.map((object) => textOf('Uri', object))
  expect(named.sort()).toEqual(
    filesBelow(out)
      .filter((name) => name.startsWith('content/'))
      .sort(),
  )
  const referred = within(transfer, 'DataObjectReferenceId').map(({ text }) => text)
  expect([...referred].sort()).toEqual(objects.map(({ attributes }) => attributes['id']).sort())
  expect(textOf('Identifier', within(transfer, 'ArchivalAgency')[0])).toBe('FRAD974')
})

it('a description holds whatever people call themselves, and stays well-formed and in order', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  const file = fc.record({
    path: fc.uuid().map((id) => `content/${id}`),
    bytes: fc.nat(5),
    sha256: fc.constant('0'.repeat(64)),
    mediaType: fc.constant('text/plain'),
  })
  const leaf = fc.record({
    level: fc.constantFrom('File', 'Item'),
    title: text,
    description: text,
    files: fc.array(file, { maxLength: 3 }),
    units: fc.constant([]),
  })
  const units = leaf.chain((one) => fc.array(leaf, { maxLength: 3 }).map((more) => ({ ...one, units: more })))
  fc.assert(
    fc.property(units, text, (unit, comment) => {
      const xml = archiveTransfer({
        identifier: 'x',
        at: '2026-03-10T06:00:00.000Z' as Instant,
        comment,
        archivalAgency: 'a',
        transferringAgency: 'b',
        unit: unit as Unit,
      })
      expect(schemaFaults(elementsOf(xml))).toEqual([])
    }),
  )
})

it('what is there is never overwritten; what was interrupted is not there, and is begun anew', async () => {
  await expect(packageFolder(out)).rejects.toMatchObject({ kind: 'permanent', code: 'not-empty' })
  const empty = join(root, 'vide')
  await mkdir(empty)
  await expect(packageFolder(empty)).rejects.toMatchObject({ code: 'not-empty' })
  const cut = join(root, 'coupe')
  let files = 0
  const broken = {
    progress: () => {
      files += 1
      if (files > 7) throw new Error('the machine went down')
    },
  }
  await expect(pack(cut, broken)).rejects.toThrow('the machine went down')
  expect([existsSync(cut), existsSync(`${cut}.inacheve`)]).toEqual([false, true])
  expect(existsSync(join(`${cut}.inacheve`, 'empreintes.json'))).toBe(false)
  await pack(cut)
  expect([existsSync(join(cut, 'empreintes.json')), existsSync(`${cut}.inacheve`)]).toEqual([true, false])
})

it('an original that is not what came is packed for nobody', async () => {
  const altered = { ...service.archive, read: async () => Promise.reject(new Error('evidence altered')) }
  const path = join(root, 'altere')
  await expect(pack(path, { archive: altered })).rejects.toThrow('evidence altered')
  expect(existsSync(path)).toBe(false)
})
