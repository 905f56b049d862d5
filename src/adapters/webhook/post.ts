import { setTimeout as delay } from 'node:timers/promises'
import { Failure } from '../../base/failure.ts'
import type { Notice } from '../../steps/raise-alarms.ts'

const ANSWER_WITHIN_MS = 10_000
const WAITS_MS = [1_000, 5_000, 15_000] as const

/** Posts a notice as JSON, a few times if need be. The address may hold a token: it is never told. */
export async function postNotice(url: string, notice: Notice): Promise<void> {
  for (const wait of [...WAITS_MS, null]) {
    const answer = await post(url, notice)
    if (answer?.ok) return
    if (wait === null) throw refused(answer)
    await delay(wait)
  }
}

function post(url: string, notice: Notice): Promise<Response | null> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ source: 'recepisse', ...notice }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch(() => null)
}

function refused(answer: Response | null): Failure {
  const what = answer === null ? 'does not answer' : `answers ${answer.status}`
  return new Failure('transient', 'webhook-refused', `RECEPISSE_ALERT_WEBHOOK ${what}: check its address`)
}
