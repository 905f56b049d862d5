import { systemClock } from '../adapters/clock/system.ts'
import { createMailParser } from '../adapters/mime/parse.ts'
import { numberedOnce, reachOf } from '../app/reach.ts'
import type { Call } from '../call/call.ts'
import { isTrustedHost } from '../mail/hosts.ts'
import { headerValues } from '../mail/mail.ts'
import { boundaryOf } from '../mail/receipt-time.ts'
import { type Hop, parseReceived } from '../mail/received.ts'
import { loadCallsOf } from '../settings/call-file.ts'
import type { Settings } from '../settings/settings.ts'
import { withoutControls } from './output.ts'
import { table } from './table.ts'

const NEWEST = 20

/**
 * The ways by which the newest mails came, hosts and times only, with the hop that is taken for the border:
 * what an operator needs to name the trusted and internal hosts of a call's file.
 */
export async function receivedChains(settings: Settings): Promise<string> {
  const [{ call }] = loadCallsOf(settings.RECEPISSE_CALL, settings.IMAP_USER)
  using mailbox = await reachOf({ settings, clock: systemClock() }, numberedOnce()).connect()
  const chains: string[] = []
  for (const path of settings.IMAP_FOLDERS) {
    const folder = await mailbox.open(path)
    for await (const { uid, raw, internalDate } of folder.fetch((await folder.uids()).slice(-NEWEST))) {
      const { mail } = await createMailParser().parse(raw)
      const hops = headerValues(mail, 'received').map(parseReceived)
      chains.push(`${path} ${uid}, INTERNALDATE ${internalDate ?? 'unknown'}\n${chainOf(hops, call)}`)
    }
  }
  return chains.length === 0 ? 'the watched folders are empty' : chains.join('\n\n')
}

function chainOf(hops: readonly Hop[], call: Call): string {
  const boundary = boundaryOf(hops, call)
  if (hops.length === 0) return '  no Received line'
  const rows = hops.map((hop) => {
    const trusted = hop.by !== null && isTrustedHost(hop.by, call) ? 'trusted' : ''
    const from = [hop.reverse ?? hop.helo ?? '?', hop.ip ?? ''].join(' ').trim()
    return [
      `  ${hop === boundary ? '→' : ' '}`,
      `by ${hop.by ?? '?'}`,
      `from ${from}`,
      hop.at ?? 'no time',
      trusted,
      hop === boundary ? 'the border: this time counts' : '',
    ].map(withoutControls)
  })
  return `${table(rows)}${
    boundary === null
      ? '\n  no border hop: INTERNALDATE counts; name the ' + 'trusted hosts in the call’s file'
      : ''
  }`
}
