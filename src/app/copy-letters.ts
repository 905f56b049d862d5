import { connectMailbox } from '../adapters/imap/mailbox.ts'
import type { TokenSource } from '../adapters/oauth/tokens.ts'
import { composeLetter } from '../adapters/smtp/compose.ts'
import { asFailure } from '../base/failure.ts'
import { imapLocation } from '../settings/secrets.ts'
import { copySent } from '../steps/copy-sent.ts'
import { pause } from './pause.ts'
import type { World } from './world.ts'

const LONGEST_WAIT_MS = 10 * 60_000

/**
 * While the setting asks for copies: connects when there is a letter to copy, and only then; until told to
 * stop.
 */
export async function copyLetters(
  world: World,
  signal: AbortSignal,
  tokens: TokenSource | undefined,
): Promise<void> {
  const { settings, observe } = world
  const wanted = settings.IMAP_SENT_FOLDER
  const often = settings.RECEPISSE_SWEEP_SECONDS * 1000
  let wait = often
  while (wanted !== undefined && !signal.aborted) {
    try {
      await copyThoseDue(world, wanted, tokens)
      wait = often
    } catch (error) {
      if (!signal.aborted)
        observe({ type: 'trouble', where: 'copy of sent letters', failure: asFailure(error) })
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
    await pause(wait, signal)
  }
}

async function copyThoseDue(world: World, wanted: string, tokens: TokenSource | undefined): Promise<void> {
  const { settings, register, clock } = world
  if ((await register.toCopy(1)).length === 0) return
  using mailbox = await connectMailbox(imapLocation(settings), tokens)
  const folder = await mailbox.openSent(wanted)
  await copySent({ register, folder, compose: composeLetter, clock })
}
