import { connectMailbox } from '../adapters/imap/mailbox.ts'
import { imapLocation } from '../settings/secrets.ts'
import { copySent } from '../steps/copy-sent.ts'
import type { Hands } from './hands.ts'
import type { Reach } from './reach.ts'
import { whenWanted } from './when-wanted.ts'

/**
 * While the setting asks for copies: those of letters that left, until told to stop. Microsoft Graph keeps
 * them itself.
 */
export async function copyLetters(hands: Hands, signal: AbortSignal, { tokens }: Reach): Promise<void> {
  const { settings, environment, ledger, clock } = hands
  const wanted = settings.IMAP_SENT_FOLDER
  if (wanted === undefined) return
  await whenWanted(hands, 'copy of sent letters', signal, async () => {
    if ((await ledger.toCopy({ most: 1 })).length === 0) return
    // Loaded with the first letter: most mailboxes want no copy.
    const { composeLetter } = await import('../adapters/smtp/compose.ts')
    using mailbox = await connectMailbox(imapLocation(settings, environment), tokens ?? undefined)
    const folder = await mailbox.openSent(wanted)
    await copySent({ ledger, folder, compose: composeLetter, clock })
  })
}
