import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createMemoryArchive } from '../../src/adapters/archive/memory.ts'
import { createReaders } from '../../src/adapters/readers/readers.ts'
import { composeMail } from '../../src/adapters/smtp/compose.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { Company } from '../../src/app/company.ts'
import { Room } from '../../src/app/room.ts'
import type { Fingerprint } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import { type Paper, paperText } from '../../src/dossier/paper.ts'
import { enterPaper } from '../../src/steps/post.ts'
import { read } from '../../src/steps/read.ts'
import { siret } from '../demo/pieces.ts'
import { call } from '../the-call.ts'
import { aDatabase } from './a-database.ts'
import { KEY, SIGNER } from './a-service.ts'

const at = (text: string) => text as Instant
const PAPER: Paper = {
  postmark: '2022-11-22',
  arrivedAt: at('2022-11-23T06:00:00.000Z'),
  receivedBy: 'Accueil',
  enteredBy: 'Secrétariat',
  facts: {
    name: 'Vague Numérique',
    siret: siret(1),
    sector: 'Le numérique',
    representative: 'Lise Ombrelle',
    role: 'Présidente',
  },
}

/** A register, and the way of one mail or paper through it. */
async function aRegister() {
  const database = await aDatabase()
  const reader = createReaders({ processes: 1 })
  const register = createSqlRegister(database)
  const clock = { now: () => at('2022-11-28T06:00:00.000Z') }
  const ports = {
    register,
    archive: createMemoryArchive(),
    reader,
    clock,
    jobs: { add: async () => undefined },
    observe: () => undefined,
    room: new Room(Number.POSITIVE_INFINITY),
    company: new Company(),
    key: KEY,
    signer: SIGNER,
  }
  async function through(fingerprint: Fingerprint) {
    await read(ports, fingerprint, [call])
    const view = (await register.mails(call.id)).find((mail) => mail.fingerprint === fingerprint)
    if (view === undefined) throw new Error('the mail is not in the register')
    return view
  }
  return {
    async enter(paper: Paper) {
      const raw = await composeMail({
        to: call.mailbox.address,
        subject: 'Candidature reçue sur papier',
        text: paperText(paper, call),
        headers: {},
        date: clock.now(),
        attachments: [],
      })
      return through(await enterPaper(ports, paper, raw, paper.postmark ?? ''))
    },
    async receive(raw: Uint8Array) {
      const fingerprint = await ports.archive.keep(raw)
      const clocks = { internalDate: null, observedAt: clock.now(), fileTime: null, postmark: null }
      await register.recordSightings(
        [
          {
            sighting: { account: 'a', folder: 'INBOX', uidValidity: '1', uid: 1 },
            fingerprint,
            bytes: raw.length,
            clocks,
          },
        ],
        clock.now(),
      )
      return through(fingerprint)
    },
    async [Symbol.asyncDispose]() {
      await reader[Symbol.asyncDispose]()
      await database.destroy()
    },
  }
}

describe('a paper application', () => {
  it.each([
    ['posted and arrived in time', '2022-11-22', '2022-11-23T06:00:00.000Z', 'on_time'],
    [
      'posted on the last day, arrived days later: both readings go to a person',
      '2022-11-23',
      '2022-11-28T06:00:00.000Z',
      'contested',
    ],
    ['posted the day after', '2022-11-24', '2022-11-28T06:00:00.000Z', 'late'],
  ] as const)('%s', async (_, postmark, arrivedAt, timeliness) => {
    await using register = await aRegister()
    const view = await register.enter({ ...PAPER, postmark, arrivedAt: at(arrivedAt) })
    expect(view.verdict?.timeliness).toBe(timeliness)
    expect(view.receipt).toMatchObject({ source: 'post', receivedAt: arrivedAt, postmark })
  })

  it('is an application like any other, held for a person: paper is not answered by mail', async () => {
    await using register = await aRegister()
    const view = await register.enter(PAPER)
    expect(view.fate).toBe('application')
    expect(view.applicant).toMatchObject({ name: 'Vague Numérique', representative: 'Lise Ombrelle' })
    expect(view.verdict?.sectors).toEqual(['numerique'])
    expect(view.decision).toMatchObject({ send: false, held: true })
  })

  it('is shown beside the mail of the same structure: whoever posts a number proves nothing by it', async () => {
    await using register = await aRegister()
    const mail = await register.receive(
      readFileSync(new URL('../../demo/mails/02-complete-fillable-form.eml', import.meta.url)),
    )
    const paper = await register.enter({ ...PAPER, arrivedAt: at('2022-11-25T06:00:00.000Z') })
    expect(paper.fate).toBe('application')
    expect(paper.mayBelongTo).toEqual([mail.number])
  })

  it('cannot be claimed by a header in a mail', async () => {
    await using register = await aRegister()
    const raw = readFileSync(new URL('../../demo/mails/02-complete-fillable-form.eml', import.meta.url))
    const view = await register.receive(
      Buffer.concat([Buffer.from('X-Recepisse-Paper: received-by="me"\r\n'), raw]),
    )
    expect(view.receipt?.source).toBe('boundary')
  })
})
