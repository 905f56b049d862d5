import { Failure } from '../../base/failure.ts'
import type { Fingerprint } from '../../base/ids.ts'
import type { Calls } from '../../call/calls.ts'
import type { DocumentReader, File, FileReading, PagePicture } from '../../documents/document.ts'
import type { MailOpener } from '../../documents/mail-opener.ts'
import type {
  ClosedAttachment,
  MailInHand,
  MailReader,
  PartsReader,
  Understood,
} from '../../dossier/understood.ts'
import type { Mail } from '../../mail/mail.ts'
import { Attempts } from './attempts.ts'
import { KILLS_BY_ITS_FORM, KILLS_BY_OTHERS, KILLS_PER_ORDER } from './limits.ts'
import type { Lessons, Order, Told } from './messages.ts'
import type { Stay } from './places.ts'
import { Pool, type PoolOptions, TURN_OVER } from './pool.ts'
import type { Ending } from './reader-process.ts'

/** Everything that readers do. */
export interface Readers extends MailReader, PartsReader, MailOpener, DocumentReader, AsyncDisposable {}

/**
 * Reads mails and files in processes behind a wall. A file that kills or stalls its process has the reading
 * `unreadable` or `unfinished`; the rest of its mail is read by the next process.
 */
export function createReaders(options: PoolOptions = {}): Readers {
  return new WalledReaders(new Pool(options))
}

type ToldOf<Kind extends Told['kind']> = Extract<Told, { kind: Kind }>

/** What an order was answered with. */
interface Answer {
  readonly told: Told
  readonly attached: Uint8Array
}

class WalledReaders implements Readers {
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async readMail(
    raw: Uint8Array,
    { fingerprint, clocks }: MailInHand,
    calls: Calls,
    closed: readonly ClosedAttachment[] = [],
  ): Promise<Understood> {
    const answers = await this.#carryOut(
      (lessons) => ({ what: 'mail', fingerprint, clocks, closed: [...closed], lessons }),
      raw,
      calls,
    )
    const refused = told(answers, 'refused')
    if (refused !== null) throw refusal(refused.code)
    const { understood } = expected(told(answers, 'understood'))
    // A reader that a stranger took over may say what it likes of its own mail, and of no other.
    if (understood.mail.fingerprint !== fingerprint) throw refusal('ended-its-reader')
    return understood
  }

  async read(file: File): Promise<readonly FileReading[]> {
    const { name, declaredType, content } = file
    const answers = await this.#carryOut(
      (lessons) => ({ what: 'file', name, declaredType, lessons }),
      content,
    )
    return expected(told(answers, 'files')).files
  }

  async parse(raw: Uint8Array): Promise<Mail> {
    return expected(told(await this.#carryOut(() => ({ what: 'parse' }), raw), 'parsed')).mail
  }

  async parts(raw: Uint8Array): ReturnType<PartsReader['parts']> {
    const answers = await this.#carryOut(() => ({ what: 'parts' }), raw)
    return answers.flatMap(({ told: one, attached }) =>
      one.kind === 'part' ? [{ index: one.index, content: attached }] : [],
    )
  }

  async document(raw: Uint8Array, sha256: Fingerprint): Promise<FileReading | null> {
    const answers = await this.#carryOut((lessons) => ({ what: 'document', sha256, lessons }), raw)
    return told(answers, 'files')?.files.find((file) => file.sha256 === sha256) ?? null
  }

  async attachment(raw: Uint8Array, sha256: Fingerprint): Promise<Uint8Array | null> {
    return bytesIn(await this.#carryOut(() => ({ what: 'attachment', sha256 }), raw))
  }

  /** What its process died of has no picture. */
  async paint(raw: Uint8Array, sha256: Fingerprint, page: number): Promise<PagePicture | null> {
    try {
      const content = bytesIn(await this.#carryOut(() => ({ what: 'draw', sha256, page }), raw))
      return content === null ? null : { mediaType: 'image/webp', content }
    } catch (error) {
      if (error instanceof Failure && error.kind === 'permanent') return null
      throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool[Symbol.asyncDispose]()
  }

  /** Tries until a process has carried the order out; what one died of is not opened again. */
  async #carryOut(
    order: (lessons: Lessons) => Order,
    bytes: Uint8Array,
    calls: Calls | null = null,
  ): Promise<readonly Answer[]> {
    const stay = await this.#pool.enter()
    const attempts = new Attempts()
    const deaths = new Deaths()
    try {
      for (;;) {
        const answers: Answer[] = []
        const errand = { order: order(attempts.lessons()), bytes, calls, kept: attempts.kept() }
        const ending = await this.#pool.attempt(errand, stay, (one, attached) => {
          attempts.note(one, attached)
          if (ANSWERS.has(one.kind)) answers.push({ told: one, attached })
        })
        if (ending.done) return answers
        await afterDeath(ending, attempts, deaths, stay)
      }
    } finally {
      stay.end()
    }
  }
}

const ANSWERS: ReadonlySet<Told['kind']> = new Set([
  'files',
  'understood',
  'refused',
  'parsed',
  'part',
  'bytes',
])

/** How processes ended over one order. */
class Deaths {
  byOthers = 0
  byFiles = 0
  byItsForm = 0
}

/** What a death teaches the next attempt; throws when there is none. */
async function afterDeath(
  ending: Exclude<Ending, { done: true }>,
  attempts: Attempts,
  deaths: Deaths,
  stay: Stay,
): Promise<void> {
  if (ending.reason === TURN_OVER) return stay.standInLine()
  if (ending.by === 'another') {
    deaths.byOthers += 1
    if (deaths.byOthers > KILLS_BY_OTHERS)
      throw new Failure(
        'transient',
        'reader-killed',
        'the processes that read documents are ended from outside',
      )
  } else if (attempts.learn({ isBound: ending.by === 'bound', reason: ending.reason })) {
    deaths.byFiles += 1
    if (deaths.byFiles >= KILLS_PER_ORDER) attempts.giveUpTheRest()
    if (deaths.byFiles > KILLS_PER_ORDER) throw refusal('ended-its-reader')
  } else {
    deaths.byItsForm += 1
    if (deaths.byItsForm >= KILLS_BY_ITS_FORM) throw refusal('ended-its-reader')
  }
}

const REFUSED: Readonly<Record<string, string>> = {
  'not-a-mail': 'these bytes have no header field',
  'head-too-long': 'its head holds more than a megabyte, or more than two thousand fields',
  'stand-in': 'the server handed over a notice in the place of a mail',
  'ended-its-reader': 'the processes that read it ended, or took more than they may',
}

function refusal(code: string): Failure {
  return new Failure('permanent', code, REFUSED[code] ?? 'these bytes cannot be read as a mail')
}

function told<Kind extends Told['kind']>(answers: readonly Answer[], kind: Kind): ToldOf<Kind> | null {
  for (const { told: one } of answers) if (one.kind === kind) return one as ToldOf<Kind>
  return null
}

function bytesIn(answers: readonly Answer[]): Uint8Array | null {
  return answers.find(({ told: one }) => one.kind === 'bytes')?.attached ?? null
}

/** A reader that says it is done and has not answered did not keep to the protocol. */
function expected<Value>(value: Value | null): Value {
  if (value === null) throw refusal('ended-its-reader')
  return value
}
