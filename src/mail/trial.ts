import type { Call } from '../call/call.ts'
import type { Calls } from '../call/calls.ts'
import { headerValues, type Mail } from './mail.ts'
import type { Triage } from './triage.ts'

/** The ground of a mail that was sent to a call's trial address, and to that alone. */
export const TRIAL = 'sent-to-the-trial-address'

/** Where servers write to whom a mail was really sent; where it ended, an alias tells nothing. */
const ENVELOPE = ['x-original-to', 'envelope-to', 'x-envelope-to']

/**
 * The call at whose trial address a mail was sent. Null for a mail that names the call's own address as well,
 * wherever: that is a real one. So is an answer to a letter of ours, whatever its address.
 */
export function trialOf(mail: Pick<Mail, 'to' | 'cc' | 'headers'>, calls: Calls): Call | null {
  const named = new Set([
    ...[...mail.to, ...mail.cc].map(({ address }) => plain(address)),
    ...ENVELOPE.flatMap((name) => headerValues(mail, name).map(plain)),
  ])
  const isReal = calls.some(({ mailbox }) => named.has(plain(mailbox.address)))
  const tried = calls.find(({ mailbox }) => mailbox.trial !== undefined && named.has(plain(mailbox.trial)))
  return isReal ? null : (tried ?? null)
}

function plain(address: string): string {
  return address.replace(/[<>\s]/g, '').toLowerCase()
}

/**
 * What a robot or a server wrote is what it is wherever it went; everything else that was tried is none of
 * our business.
 */
export function asTrial(told: Triage): Triage {
  if (told.nature === 'automatic' || told.nature === 'bounce') return told
  return { nature: 'unrelated', grounds: [TRIAL], weighed: [], missed: [] }
}

/** Whether a mail only tried a dossier at a call's trial address, and is nobody's application. */
export function isTrial({ nature, grounds }: Pick<Triage, 'nature' | 'grounds'>): boolean {
  return nature === 'unrelated' && grounds.includes(TRIAL)
}
