import { systemClock } from '../adapters/clock/system.ts'
import { connectMailbox } from '../adapters/imap/mailbox.ts'
import { openTokens } from '../adapters/oauth/tokens.ts'
import { openSubmission } from '../adapters/smtp/send.ts'
import { numberedOnce, reachOf } from '../app/reach.ts'
import type { Instant } from '../base/instant.ts'
import { seasonsBegin } from '../call/calls.ts'
import type { WatchedFolder } from '../evidence/evidence.ts'
import { loadCallsOf } from '../settings/call-file.ts'
import { graphLocation } from '../settings/graph-secrets.ts'
import { imapLocation, smtpLocation } from '../settings/secrets.ts'
import type { Settings } from '../settings/settings.ts'
import { uidsOfSeason } from '../steps/receive.ts'
import { checkEnvelope } from './check-envelope.ts'

const UNTRIED =
  'warning: Microsoft Graph was tried against a stand-in written from its public reference, not on the ' +
  'real service'

/** Whether the mailbox opens, and what is read of it. Failures as its server’s. */
export async function checkMailbox(settings: Settings): Promise<readonly string[]> {
  using mailbox = await reachOf({ settings, clock: systemClock() }, numberedOnce()).connect()
  const [first, ...others] = loadCallsOf(settings.RECEPISSE_CALL, settings.IMAP_USER)
  const since = seasonsBegin([first.call, ...others.map(({ call }) => call)])
  const isGraph = settings.GRAPH_USER !== undefined
  const lines: string[] = []
  for (const path of settings.IMAP_FOLDERS)
    lines.push(await counted(await mailbox.open(path), 'mails', since))
  for (const path of await mailbox.junkFolders(settings.IMAP_JUNK)) {
    const junk = await counted(await mailbox.openJunk(path), 'mails of suspected spam', since)
    lines.push(`${junk} (${isGraph ? 'GRAPH_JUNK' : 'IMAP_JUNK'})`)
  }
  if (isGraph) return [...lines, 'by Microsoft Graph, which keeps the copies of letters itself', UNTRIED]
  return [...lines, ...(await checkSentFolder(settings))]
}

async function checkSentFolder(settings: Settings): Promise<readonly string[]> {
  const sent = settings.IMAP_SENT_FOLDER
  if (sent === undefined) return []
  using mailbox = await connectMailbox(imapLocation(settings))
  await mailbox.openSent(sent)
  return [`${sent}: copies of letters go there (IMAP_SENT_FOLDER)`]
}

/** What is read at the first start, and what never is: it came before anybody could apply. */
async function counted(folder: WatchedFolder, what: string, since: Instant): Promise<string> {
  const all = await folder.uids()
  const read = await uidsOfSeason(folder, new Set(), since)
  const from = read.length < all.length ? ` since ${since.slice(0, 10)} are read, of ${all.length}` : ''
  return `${folder.folder}: ${read.length} ${what}${from}, opened for reading only`
}

/** Whether letters can be handed over, as far as that is known without one. */
export async function checkSubmission(settings: Settings): Promise<readonly string[]> {
  const graph = graphLocation(settings, 'send')
  if (graph === null) {
    await using submission = openSubmission(smtpLocation(settings))
    await submission.verify()
    return ['the server answers and takes the login; nothing was sent']
  }
  await openTokens(graph.oauth, systemClock()).token()
  return [
    'the token server lets the application in; nothing was sent',
    'whether it may send from GRAPH_USER (« Application Mail.Send ») shows with a letter only: send one to ' +
      'yourself from the staff’s pages, or ask Test-ServicePrincipalAuthorization',
    ...(settings.GRAPH_SEND_CLIENT_ID === undefined
      ? [
          'warning: one application reads and sends, so the process that reads could send as well: a ' +
            'second one (GRAPH_SEND_CLIENT_ID) keeps them apart',
        ]
      : []),
    UNTRIED,
  ]
}

/** Whether notices of non-delivery find their letter. */
export async function checkEnvelopes(settings: Settings): Promise<readonly string[]> {
  if (settings.GRAPH_USER !== undefined)
    return [
      'Microsoft Graph sets the sender of the envelope: notices come to GRAPH_USER, whose inbox must be ' +
        'one of GRAPH_FOLDERS, and are known by what they bring back of the letter; bouncesTo is not used',
    ]
  const location = smtpLocation(settings)
  const addresses = loadCallsOf(settings.RECEPISSE_CALL, settings.IMAP_USER).map(
    ({ call }) => call.acknowledgement.bouncesTo,
  )
  const lines: string[] = []
  for (const address of new Set(addresses)) lines.push(...(await checkEnvelope(location, address)))
  return lines
}
