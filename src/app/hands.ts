import { LEDGER, type Ledger } from '../register/ledger.ts'
import { askAtCounter } from './counter.ts'
import type { Footing } from './footing.ts'
import { socketOf } from './sockets.ts'

/** The office writes within a moment, or waits for a disk: then it is asked again. */
const WITHIN_MS = 60_000

/** What a process has that meets a mail server: no register, no key, the office behind a socket. */
export interface Hands extends Footing {
  readonly ledger: Ledger
}

/** How such a process begins. */
export async function standingAside(footing: Footing): Promise<Hands> {
  const path = socketOf(footing.settings, 'office')
  return { ...footing, ledger: askAtCounter(path, LEDGER, 'office', WITHIN_MS) }
}
