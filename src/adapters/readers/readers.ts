import { Failure } from '../../base/failure.ts'
import type { Fingerprint } from '../../base/ids.ts'
import type { Calls } from '../../call/calls.ts'
import type { DocumentReader, File, FileReading } from '../../documents/document.ts'
import type { MailOpener } from '../../documents/mail-opener.ts'
import type { PagePicture } from '../../documents/page-painter.ts'
import type { Passage } from '../../documents/text/passage.ts'
import type {
  ClosedAttachment,
  MailInHand,
  MailReader,
  PartsReader,
  Understood,
} from '../../dossier/understood.ts'
import type { Mail } from '../../mail/mail.ts'
import { FarOrders } from './far-orders.ts'
import type { Lessons, Order, Told } from './messages.ts'
import { type Answer, type OrderTaker, refusal } from './orders.ts'
import { Pool, type PoolOptions } from './pool.ts'
import { WalledOrders } from './walled-orders.ts'

/** Everything that readers do. */
export interface Readers extends MailReader, PartsReader, MailOpener, DocumentReader, AsyncDisposable {}

/**
 * Reads mails and files in processes behind a wall. A file that kills or stalls its process has the reading
 * `unreadable` or `unfinished`; the rest of its mail is read by the next process.
 */
export function createReaders(options: PoolOptions = {}): Readers {
  return new OrderingReaders(new WalledOrders(new Pool(options)))
}

/** The same by readers elsewhere, at a socket: in a container that has no network and nothing to take. */
export function readersAt(path: string): Readers {
  return new OrderingReaders(new FarOrders(path))
}

type ToldOf<Kind extends Told['kind']> = Extract<Told, { kind: Kind }>

class OrderingReaders implements Readers {
  readonly #orders: OrderTaker

  constructor(orders: OrderTaker) {
    this.#orders = orders
  }

  async readMail(
    raw: Uint8Array,
    { fingerprint, clocks }: MailInHand,
    calls: Calls,
    closed: readonly ClosedAttachment[] = [],
  ): Promise<Understood> {
    const answers = await this.#ask(
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
    const answers = await this.#ask((lessons) => ({ what: 'file', name, declaredType, lessons }), content)
    return expected(told(answers, 'files')).files
  }

  async parse(raw: Uint8Array): Promise<Mail> {
    return expected(told(await this.#ask(() => ({ what: 'parse' }), raw), 'parsed')).mail
  }

  async parts(raw: Uint8Array): ReturnType<PartsReader['parts']> {
    const answers = await this.#ask(() => ({ what: 'parts' }), raw)
    return answers.flatMap(({ told: one, attached }) =>
      one.kind === 'part' ? [{ index: one.index, content: attached }] : [],
    )
  }

  async document(raw: Uint8Array, sha256: Fingerprint): Promise<FileReading | null> {
    const answers = await this.#ask((lessons) => ({ what: 'document', sha256, lessons }), raw)
    return told(answers, 'files')?.files.find((file) => file.sha256 === sha256) ?? null
  }

  async attachment(raw: Uint8Array, sha256: Fingerprint): Promise<Uint8Array | null> {
    return bytesIn(await this.#ask(() => ({ what: 'attachment', sha256 }), raw))
  }

  /** What its process died of has no picture. */
  async paint(
    raw: Uint8Array,
    sha256: Fingerprint,
    page: number,
    passage: Passage | null = null,
  ): Promise<PagePicture | null> {
    try {
      const answers = await this.#ask(() => ({ what: 'draw', sha256, page, passage }), raw)
      const content = bytesIn(answers)
      const markedAt = told(answers, 'bytes')?.markedAt
      return content === null ? null : { mediaType: 'image/webp', content, markedAt }
    } catch (error) {
      if (error instanceof Failure && error.kind === 'permanent') return null
      throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#orders[Symbol.asyncDispose]()
  }

  #ask(
    order: (lessons: Lessons) => Order,
    bytes: Uint8Array,
    calls: Calls | null = null,
  ): Promise<readonly Answer[]> {
    return this.#orders.carryOut(order, bytes, calls)
  }
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
