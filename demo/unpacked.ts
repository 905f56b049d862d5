import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Failure } from '../src/base/failure.ts'
import { greets } from './ports.ts'

/** A private mail server with one account, for tests: a real one, on loopback. */
export interface MailServer extends AsyncDisposable {
  readonly port: number
  readonly user: string
  readonly password: string
}

/** What programs of Debian packages need that were unpacked below `root` and not installed. */
export function environmentOf(root: string): Record<string, string> {
  const libraries = [
    'usr/lib/x86_64-linux-gnu',
    'usr/lib/aarch64-linux-gnu',
    'usr/lib',
    'lib/x86_64-linux-gnu',
    'lib/aarch64-linux-gnu',
    'usr/lib/postfix',
  ]
  const plugins = libraries.map((folder) => join(root, folder, 'sasl2'))
  return {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    LD_LIBRARY_PATH: libraries.map((folder) => join(root, folder)).join(':'),
    SASL_PATH: plugins.filter(existsSync).join(':'),
  }
}

/** Waits until something greets on a loopback port. */
export async function untilGreets(port: number, withinMs: number): Promise<void> {
  const giveUpAt = performance.now() + withinMs
  while (performance.now() < giveUpAt) {
    if (await greets(port)) return
    await delay(50)
  }
  throw new Failure('transient', 'demonstration', `nothing greets on port ${port}`)
}
