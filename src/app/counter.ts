import { z } from 'zod'
import { askAt, type Measure, openHatch } from '../adapters/hatch/hatch.ts'
import { asFailure, Failure } from '../base/failure.ts'
import { ToldCode } from '../base/failures/failures.ts'

/** What may be asked of another process of the service, by name: the shape of each question and answer. */
export type Questions = Readonly<Record<string, { readonly question: z.ZodType; readonly answer: z.ZodType }>>
export type Answers<All extends Questions> = {
  readonly [Name in keyof All]: (
    question: z.infer<All[Name]['question']>,
  ) => Promise<z.infer<All[Name]['answer']>>
}

/** A thousand mails, or a letter with its files. */
const MEASURE: Measure = { question: 64 * 1024 * 1024, answer: 64 * 1024 * 1024 }

const Asking = z.strictObject({ name: z.string(), question: z.unknown() })
const Told = z.union([
  z.strictObject({ answer: z.unknown() }),
  z.strictObject({
    failure: z.strictObject({
      kind: z.enum(['transient', 'permanent', 'bug']),
      code: ToldCode,
      message: z.string(),
    }),
  }),
])

/** Answers what other processes of the service ask at a socket. A failure is told as what it is. */
export function openCounter<All extends Questions>(
  path: string,
  questions: All,
  answers: Answers<All>,
): Promise<AsyncDisposable> {
  return openHatch(path, MEASURE, async (line): Promise<z.infer<typeof Told>> => {
    try {
      const { name, question } = Asking.parse(line)
      const shapes = Object.hasOwn(questions, name) ? questions[name] : undefined
      const answer = answers[name]
      if (shapes === undefined || answer === undefined)
        throw new Failure('bug', 'unknown-question', `nobody answers « ${name} »`)
      return { answer: await answer(shapes.question.parse(question) as never) }
    } catch (error) {
      const { kind, code, message } = asFailure(error)
      return { failure: { kind, code, message } }
    }
  })
}

const NOBODY = 'nobody-at-counter'
const SILENT = 'no-answer'

/** Whether who was to be asked is away: a process that ended, and is started again. */
export function isAway({ code }: Failure): boolean {
  return code === NOBODY || code === SILENT
}

/**
 * The other side of it. Failures: what the answerer failed with; Failure('transient', 'nobody-at-counter')
 * when nothing was asked, and Failure('transient', 'no-answer') when it was asked and nobody knows what came
 * of it.
 */
export function askAtCounter<All extends Questions>(
  path: string,
  questions: All,
  whose: string,
  withinMs: number,
): Answers<All> {
  async function ask(name: string, shape: z.ZodType, question: unknown): Promise<unknown> {
    const asked = await askAt(path, MEASURE, { name, question }, withinMs)
    if (asked.kind === 'nobody')
      throw new Failure('transient', NOBODY, `the ${whose} process is not there; it is asked again`)
    if (asked.kind !== 'answered')
      throw new Failure('transient', SILENT, `the ${whose} process gave no answer; it is asked again`)
    const told = Told.parse(asked.answer)
    if (!('failure' in told)) return shape.parse(told.answer)
    const { kind, code, message } = told.failure
    throw new Failure(kind, code, message)
  }
  return Object.fromEntries(
    Object.entries(questions).map(([name, shapes]) => [
      name,
      (question: unknown) => ask(name, shapes.answer, question),
    ]),
  ) as Answers<All>
}
