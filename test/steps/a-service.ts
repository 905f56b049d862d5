import { generateKeyPairSync } from 'node:crypto'
import type { Letter } from '../../src/acknowledgement/outgoing.ts'
import { createMemoryArchive } from '../../src/adapters/archive/memory.ts'
import { createReaders, type Readers } from '../../src/adapters/readers/readers.ts'
import type { Database } from '../../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Company } from '../../src/app/company.ts'
import { Room } from '../../src/app/room.ts'
import type { Fingerprint, OutboxId } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import type { Archive } from '../../src/evidence/evidence.ts'
import { type Signer, signerOf } from '../../src/proof/signature.ts'
import type { OutboxItem } from '../../src/register/outbox.ts'
import type { Register } from '../../src/register/register.ts'
import type { MailView } from '../../src/register/views.ts'
import { assemble } from '../../src/steps/assemble.ts'
import { conclude } from '../../src/steps/conclude.ts'
import { deliver, type SubmissionAnswer } from '../../src/steps/deliver.ts'
import type { Jobs } from '../../src/steps/jobs.ts'
import { read, understood, withKnown } from '../../src/steps/read.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aDatabase } from './a-database.ts'

export const KEY = 'a key of sixteen characters or more'
export const SIGNER = signerOf(generateKeyPairSync('ed25519').privateKey)

/** The service without its servers: the real register, readers and steps; the clock is set by hand, letters are caught. */
export interface SmallService extends AsyncDisposable {
  readonly database: Database
  readonly signer: Signer
  readonly register: Register
  readonly archive: Archive
  readonly reader: Readers
  readonly caught: readonly { readonly letter: Letter; readonly envelopeId: string }[]
  readonly clock: { at: Instant; now(): Instant }
  breakerAt: number
  /** When mails are concluded; by default as they come. */
  concludeAt: Instant | null
  /** Mails are seen in a folder of suspected spam. */
  isJunk: boolean
  /** What the submission server answers from now on. */
  answers: SubmissionAnswer
  /** A mail that the mailbox took at `at`, through the whole pipeline. */
  take(raw: string, at: string): Promise<MailView>
  /** What was put into the register otherwise, through the whole pipeline. */
  goOn(fingerprint: Fingerprint): Promise<MailView>
  /** The same as far as its place among the applications: it waits for its conclusion. */
  place(raw: string, at: string): Promise<MailView>
  /** Mails that wait for their conclusion. */
  concludeAll(): Promise<void>
  /** Everything due is handed over. */
  send(): Promise<void>
  letters(): Promise<readonly OutboxItem[]>
}

/** `given`: a database in place of one of its own. */
export async function aService(call: Call = sampleCall, given?: Database): Promise<SmallService> {
  const database = given ?? (await aDatabase())
  const register = createSqlRegister(database)
  const archive = createMemoryArchive()
  const reader = createReaders({ processes: 1 })
  const clock = { at: '2026-03-10T06:00:00.000Z' as Instant, now: () => clock.at }
  const caught: { letter: Letter; envelopeId: string }[] = []
  const jobs: Jobs = { add: async () => undefined }
  const ports = {
    register,
    archive,
    reader,
    room: new Room(Number.POSITIVE_INFINITY),
    company: new Company(),
    jobs,
    clock,
    observe: () => undefined,
    key: KEY,
    signer: SIGNER,
  }
  let uid = 0
  async function see(raw: string, at: string): Promise<Fingerprint> {
    const instant = at as Instant
    clock.at = instant
    const bytes = Buffer.from(raw.replace(/\r?\n/g, '\r\n'))
    const fingerprint = await archive.keep(bytes)
    const clocks = { internalDate: instant, observedAt: instant, fileTime: null, postmark: null }
    uid += 1
    const sighting = { account: 'a', folder: 'INBOX', uidValidity: '1', uid }
    await register.recordSightings(
      [{ sighting, fingerprint, bytes: bytes.length, clocks, isJunk: service.isJunk }],
      instant,
    )
    return fingerprint
  }
  const service: SmallService = {
    database,
    signer: SIGNER,
    register,
    archive,
    reader,
    caught,
    clock,
    breakerAt: 40,
    concludeAt: null,
    isJunk: false,
    answers: { kind: 'accepted', reply: '250 2.0.0 kept' },
    async take(raw, at) {
      if (service.concludeAt === null) {
        return service.goOn(await see(raw, at))
      }
      const { fingerprint } = await service.place(raw, at)
      clock.at = service.concludeAt
      await service.concludeAll()
      return viewOf(register, fingerprint)
    },
    async goOn(fingerprint) {
      await read(ports, fingerprint, [call])
      await service.concludeAll()
      return viewOf(register, fingerprint)
    },
    async place(raw, at) {
      const fingerprint = await see(raw, at)
      const record = await register.mail(fingerprint)
      if (record === null) throw new Error('the mail is not in the register')
      const read = await understood(ports, record, [call])
      const found = await withKnown(register, record.clocks, read, KEY)
      await register.saveRead(fingerprint, found, clock.at)
      await assemble(ports, fingerprint, [call])
      return viewOf(register, fingerprint)
    },
    async concludeAll() {
      for (const one of await register.unfinished(clock.at)) await conclude(ports, one.fingerprint, [call])
    },
    async send() {
      for (const id of await register.due(clock.at, 1000)) await deliverOne(service, id, caught)
    },
    letters: () => register.letters(),
    async [Symbol.asyncDispose]() {
      await reader[Symbol.asyncDispose]()
      await database.destroy()
    },
  }
  return service
}

async function viewOf(register: Register, fingerprint: Fingerprint): Promise<MailView> {
  const view = (await register.mails(null)).find((mail) => mail.fingerprint === fingerprint)
  if (view === undefined) throw new Error('the mail is not in the register')
  return view
}

async function deliverOne(
  service: SmallService,
  id: OutboxId,
  caught: { letter: Letter; envelopeId: string }[],
): Promise<void> {
  await deliver(
    {
      register: service.register,
      clock: service.clock,
      observe: () => undefined,
      owner: 'test#1',
      key: KEY,
      breakerAt: service.breakerAt,
      async submit(letter, _date, envelopeId) {
        if (service.answers.kind === 'accepted') caught.push({ letter, envelopeId })
        return service.answers
      },
    },
    id,
  )
}

/** An application as a small enterprise writes it: everything in the body. */
export function application(
  name: string,
  over: { readonly id?: string; readonly headers?: string; readonly body?: string } = {},
): string {
  const address = `contact@${name.toLowerCase().replace(/[^a-z]/g, '')}.example`
  return `Return-Path: <${address}>
From: ${name} <${address}>
To: ami@interco.example
Subject: Candidature ${name}
Message-ID: <${over.id ?? name.toLowerCase().replace(/[^a-z]/g, '')}@mail.example>
${over.headers ?? ''}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

${over.body ?? `Bonjour, veuillez trouver ci-joint la candidature de ${name} à l'appel à manifestation d'intérêt Territoires d'industrie.`}
--b1
Content-Type: text/plain; charset=utf-8; name="formulaire.txt"
Content-Disposition: attachment; filename="formulaire.txt"

Lettre de manifestation d'intérêt
Je soussignée, représentante de ${name}, manifeste l'intérêt de la structure pour le polynôme industriel.
Structure : ${name}
Téléphone : 0262 11 22 33
--b1--
`
}

/** An application with a file of any type beside its letter. */
export function applicationWith(name: string, file: string, type: string, content: Uint8Array): string {
  const part = `--b1
Content-Type: ${type}; name="${file}"
Content-Disposition: attachment; filename="${file}"
Content-Transfer-Encoding: base64

${Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\n')}
--b1--`
  return application(name).replace('--b1--', part)
}
