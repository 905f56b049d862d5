import { connectMailbox } from '../adapters/imap/mailbox.ts'
import type { TokenSource } from '../adapters/oauth/tokens.ts'
import { asFailure } from '../base/failure.ts'
import { imapLocation } from '../settings/secrets.ts'
import { copySent } from '../steps/copy-sent.ts'
import type { Hands } from './hands.ts'
import { pause } from './pause.ts'

const LONGEST_WAIT_MS = 10 * 60_000

/**
 * While the setting asks for copies: connects when there is a letter to copy, and only then; until told to
 * stop.
 */
export async function copyLetters(
  hands: Hands,
  signal: AbortSignal,
  tokens: TokenSource | undefined,
): Promise<void> {
  const { settings, observe } = hands
  const wanted = settings.IMAP_SENT_FOLDER
  const often = settings.RECEPISSE_SWEEP_SECONDS * 1000
  let wait = often
  while (wanted !== undefined && !signal.aborted) {
    try {
      await copyThoseDue(hands, wanted, tokens)
      wait = often
    } catch (error) {
      if (!signal.aborted)
        observe({ type: 'trouble', where: 'copy of sent letters', failure: asFailure(error) })
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
    await pause(wait, signal)
  }
}

async function copyThoseDue(hands: Hands, wanted: string, tokens: TokenSource | undefined): Promise<void> {
  const { settings, ledger, clock } = hands
  if ((await ledger.toCopy({ most: 1 })).length === 0) return
  // Loaded with the first letter: most mailboxes want no copy.
  const { composeLetter } = await import('../adapters/smtp/compose.ts')
  using mailbox = await connectMailbox(imapLocation(settings), tokens)
  const folder = await mailbox.openSent(wanted)
  await copySent({ ledger, folder, compose: composeLetter, clock })
}
