import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'

/** How a page is looked at: what its server answers; null when nobody does. */
export type Fetch = (address: string) => Promise<{ readonly status: number; readonly text: string } | null>

/**
 * Whether applicants can check their receipts where letters say so: that a page is named, answers, and holds
 * the key that signs. `keyId` is asked for where a page is named. Failure('permanent', 'checking-page') for
 * one without that key, on which every receipt of today would be said to be of another.
 */
export async function checkPage(
  calls: readonly Call[],
  keyId: () => string,
  fetch: Fetch,
): Promise<readonly string[]> {
  const unnamed = calls.flatMap(({ id, acknowledgement: { checkingPage } }) =>
    checkingPage === undefined
      ? [
          `warning: ${id} names none (acknowledgement.checkingPage): letters send to the service; see ` +
            '« recepisse publish »',
        ]
      : [],
  )
  const named = new Set(calls.flatMap(({ acknowledgement }) => acknowledgement.checkingPage ?? []))
  const looked = await Promise.all(
    [...named].map(async (address) => told(address, keyId(), await fetch(address))),
  )
  return [...looked, ...unnamed]
}

function told(address: string, keyId: string, answer: Awaited<ReturnType<Fetch>>): string {
  if (answer === null) return `warning: ${address} could not be looked at from here: open it in a browser`
  if (answer.status !== 200)
    throw new Failure(
      'permanent',
      'checking-page',
      `${address}, which letters name, answers ${answer.status}: put the folder of « recepisse ` +
        'publish » there',
    )
  if (answer.text.includes(`"id":"${keyId}"`)) return `${address} answers and holds the key that signs`
  throw new Failure(
    'permanent',
    'checking-page',
    `${address} does not hold the key that signs (${keyId}): run « recepisse publish » again and put ` +
      'its folder there',
  )
}
