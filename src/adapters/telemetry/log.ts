import pino from 'pino'
import type { Observe, StepEvent } from '../../steps/events.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/**
 * Logs in JSON on standard error. The only way in is an event of the closed list in `steps/events.ts`, which
 * holds counts, ids and codes: what is not there cannot be logged. A failure's cause is left out, for servers
 * and parsers quote what they were given.
 */
export function createLog(process: string, level: LogLevel, mailbox: string | null = null): Observe {
  const base = mailbox === null ? { process } : { process, mailbox }
  const log = pino({ name: 'recepisse', level, base }, pino.destination({ fd: 2, sync: true }))
  return (event) => {
    if (event.type === 'job-done') return log.debug(event)
    if (event.type !== 'trouble') return log.info(event)
    const { kind, code, message } = event.failure
    const level = kind === 'bug' ? 'error' : 'warn'
    log[level]({ type: event.type, where: event.where, kind, code, ...placeOf(event) }, message)
  }
}

/** For a bug, where in the program; never what it was working on. */
function placeOf(event: Extract<StepEvent, { type: 'trouble' }>): { stack?: string[] } {
  if (event.failure.kind !== 'bug') return {}
  const cause = event.failure.cause
  const stack = (cause instanceof Error ? cause.stack : event.failure.stack) ?? ''
  return {
    stack: stack
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 8),
  }
}
