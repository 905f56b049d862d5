import { z } from 'zod'
import { OF_ACTS } from './of-acts.ts'
import { OF_COMMANDS } from './of-commands.ts'
import { OF_MAILS } from './of-mails.ts'
import { OF_SERVERS } from './of-servers.ts'
import { OF_THE_PROGRAM } from './of-the-program.ts'
import type { Told } from './told.ts'

const FAILURES = { ...OF_SERVERS, ...OF_COMMANDS, ...OF_MAILS, ...OF_ACTS, ...OF_THE_PROGRAM } as const

/** Each code under which something fails, once. */
export type FailureCode = keyof typeof FAILURES

export const FAILURE_CODES = Object.keys(FAILURES) as FailureCode[]

/** A code that another process of ours tells; one of a younger program is what nobody classified here. */
export const ToldCode = z.enum(FAILURE_CODES).catch('unclassified')

/** What a code says to whoever meets it. */
export function toldOf(code: FailureCode): Told {
  return FAILURES[code]
}
