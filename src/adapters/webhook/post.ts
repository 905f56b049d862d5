import { setTimeout as delay } from 'node:timers/promises'
import type { Notice } from '../../steps/raise-alarms.ts'
import { postJson, refusedBy } from './post-json.ts'

const WAITS_MS = [1_000, 5_000, 15_000] as const

/** Posts a notice as JSON, a few times if need be. The address may hold a token: it is never told. */
export async function postNotice(url: string, notice: Notice): Promise<void> {
  const body = JSON.stringify({ source: 'recepisse', ...notice })
  for (const wait of [...WAITS_MS, null]) {
    const answer = await postJson(url, body)
    if (answer?.ok) return
    if (wait === null) throw refusedBy('RECEPISSE_ALERT_WEBHOOK', 'webhook-refused', answer)
    await delay(wait)
  }
}
