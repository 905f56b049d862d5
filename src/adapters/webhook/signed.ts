import { createHmac } from 'node:crypto'
import type { Instant } from '../../base/instant.ts'
import type { Announcement } from '../../register/announcements.ts'
import { postJson, refusedBy } from './post-json.ts'

/** Where announcements go, and the secret that signs them (`whsec_` and base64, as subscribers know it). */
export interface Subscriber {
  readonly url: string
  readonly secret: string
}

/**
 * Posts an announcement, signed as Standard Webhooks 1.0 says: HMAC-SHA-256 of id, time and body. Once: who
 * calls tries again later. Failure('transient', 'events-refused') when it is not taken; the address may hold
 * a token and is not told.
 */
export async function postAnnouncement(
  { url, secret }: Subscriber,
  id: string,
  { type, at, ...data }: Announcement,
  now: Instant,
): Promise<void> {
  const body = JSON.stringify({ type, timestamp: at, data })
  const seconds = String(Math.floor(Date.parse(now) / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  }
  const answer = await postJson(url, body, { headers, redirect: 'error' })
  if (answer?.ok !== true) throw refusedBy('RECEPISSE_EVENTS_WEBHOOK', 'events-refused', answer)
}
