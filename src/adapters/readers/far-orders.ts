import { createConnection } from 'node:net'
import { z } from 'zod'
import { Failure } from '../../base/failure.ts'
import { ToldCode } from '../../base/failures/failures.ts'
import type { Calls } from '../../call/calls.ts'
import { Frames } from './frames.ts'
import { type Lessons, type Order, TOLD_BOUNDS, Told } from './messages.ts'
import type { Answer, OrderTaker } from './orders.ts'

/** What a reading room tells besides what its readers tell: why an order was not carried out. */
export const Refused = z.object({
  kind: z.literal('failed'),
  failure: z.object({
    kind: z.enum(['transient', 'permanent', 'bug']),
    code: ToldCode,
    message: z.string().max(1_000),
  }),
})
export type Refused = z.infer<typeof Refused>

/** The room gives a mail up long before. By the clock: its machine may be busy. */
const WITHIN_MS = 3 * 3_600_000
const NO_LESSONS: Lessons = { deadly: [], plain: [], kept: [], until: null }

/**
 * Orders carried out in a reading room, each over a line of its own. Failure('transient', 'no-readers') where
 * nobody is there, or the line broke; what the room's readers could not read is told as they tell it.
 */
export class FarOrders implements OrderTaker {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  carryOut(
    order: (lessons: Lessons) => Order,
    bytes: Uint8Array,
    calls: Calls | null,
  ): Promise<readonly Answer[]> {
    return new Promise((resolve, reject) => {
      const socket = createConnection(this.#path)
      const answers: Answer[] = []
      const end = (act: () => void): void => {
        clearTimeout(timer)
        socket.destroy()
        act()
      }
      const broken = (): void => end(() => reject(nobody()))
      const timer = setTimeout(broken, WITHIN_MS)
      const frames = new Frames(socket, TOLD_BOUNDS, {
        broken,
        frame({ message, attached }) {
          const refused = Refused.safeParse(message)
          if (refused.success) return end(() => reject(failureOf(refused.data)))
          const told = Told.safeParse(message)
          if (!told.success) return end(() => reject(lied()))
          if (told.data.kind === 'done') return end(() => resolve(answers))
          answers.push({ told: told.data, attached })
        },
      })
      socket.once('close', broken)
      if (calls !== null)
        frames.send({ what: 'calls', calls: [...calls], warmUp: true } satisfies Order).catch(broken)
      frames.send(order(NO_LESSONS), bytes).catch(broken)
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

function failureOf({ failure: { kind, code, message } }: Refused): Failure {
  return new Failure(kind, code, message)
}

function nobody(): Failure {
  return new Failure(
    'transient',
    'no-readers',
    'no reading room answers at RECEPISSE_READERS: is its container running? Mails wait',
  )
}

function lied(): Failure {
  return new Failure('permanent', 'ended-its-reader', 'the reading room told what nobody understands')
}
