import type { Demonstration } from '../../demo/demonstration.ts'
import type { SmtpSink, TakenLetter } from '../../demo/smtp-sink.ts'
import type { Robot } from './zoo.ts'

/** Where the mails of the zoo go and the letters of the service come from. */
export class Zoo {
  delivered = 0
  readonly mails = new Map<string, number>()
  /** When each applicant wrote, and how long their acknowledgement took. */
  readonly wroteAt = new Map<string, number>()
  readonly waitedMs = new Map<string, number>()
  private carried = 0
  private readonly one: Demonstration
  private readonly robots: readonly (Robot & { hand?: (letter: TakenLetter) => Promise<void> })[]

  constructor(one: Demonstration, robots: readonly Robot[]) {
    this.one = one
    this.robots = robots
  }

  async deliver(name: string, raws: readonly Buffer[]): Promise<void> {
    for (const raw of raws) {
      this.delivered += 1
      this.mails.set(name, (this.mails.get(name) ?? 0) + 1)
      await this.one.dovecot.deliver(raw, this.one.world.clock.now())
    }
  }

  /** Each letter to whoever it is for; true when there was one. */
  async carryLetters(): Promise<boolean> {
    const before = this.carried
    for (; this.carried < this.one.sink.letters.length; this.carried += 1) {
      const letter = this.one.sink.letters[this.carried]
      const wrote = this.wroteAt.get(letter?.to[0] ?? '')
      if (wrote !== undefined) this.waitedMs.set(letter?.to[0] ?? '', Math.round(performance.now() - wrote))
      const robot = this.robots.find(({ address }) => letter?.to.includes(address))
      if (letter === undefined || robot === undefined) continue
      await robot.hand?.(letter)
      await this.deliver(robot.name, robot.answer(letter))
    }
    return this.carried > before
  }

  lettersTo(address: string): number {
    return this.one.sink.letters.filter((letter) => letter.to.includes(address)).length
  }
}

/** What somebody else’s server sends to the mailbox, carried on as it comes; without `envelope` from the null path. */
export function relay(
  from: SmtpSink,
  mailbox: string,
  name: string,
  zoo: Zoo,
  envelope: boolean,
): () => Promise<boolean> {
  let carried = 0
  return async () => {
    const before = carried
    for (; carried < from.letters.length; carried += 1) {
      const letter = from.letters[carried]
      if (letter === undefined || !letter.to.some((to) => to.split('@')[1] === mailbox.split('@')[1]))
        continue
      const head = Buffer.from(`Return-Path: <${envelope ? letter.envelopeFrom : ''}>\r\n`)
      await zoo.deliver(name, [Buffer.concat([head, letter.raw])])
    }
    return carried > before
  }
}
