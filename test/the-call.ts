import { fileURLToPath } from 'node:url'
import type { Instant } from '../src/base/instant.ts'
import type { Call } from '../src/call/call.ts'
import { lastDeadline } from '../src/call/deadline.ts'
import { readCall } from '../src/settings/call-file.ts'

/** The call of the demonstration, as its file in config/calls states it. */
export const { call } = readCall(fileURLToPath(new URL('../demo/call.yaml', import.meta.url)))

/** When nobody can hand in any more; the calls of the tests have such a moment. */
export function endOf(one: Pick<Call, 'deadline' | 'sectors'>): Instant {
  const end = lastDeadline(one)
  if (end === null) throw new Error('this call has no end')
  return end
}
