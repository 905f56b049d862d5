import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** The test file of the antivirus makers, in hex: as it is, it would alarm whoever keeps this repository. */
const EICAR =
  '58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d5354414e444152442d414e544956495255532d544553542d46494c452124482b482a'

export function eicar(): Buffer {
  return Buffer.from(EICAR, 'hex')
}

export interface Clamd extends AsyncDisposable {
  readonly socket: string
  /** Where it keeps all it needs: another can be started there when it is gone. */
  readonly folder: string
}

const UP_WITHIN_MS = 30_000

/** A private clamd that knows one signature. */
export async function startClamd(at?: string): Promise<Clamd> {
  const folder = at ?? (await mkdtemp(join(tmpdir(), 'recepisse-clamd-')))
  await chmod(folder, 0o755)
  await mkdir(join(folder, 'signatures'), { recursive: true })
  await writeFile(join(folder, 'signatures', 'eicar.ndb'), `Essai.Eicar:0:*:${EICAR}\n`)
  const socket = join(folder, 'clamd.sock')
  const lines = [
    `LocalSocket ${socket}`,
    `DatabaseDirectory ${join(folder, 'signatures')}`,
    'Foreground yes',
    'MaxThreads 2',
    'StreamMaxLength 5M',
  ]
  await writeFile(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`)
  const daemon = spawn('/usr/sbin/clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const giveUpAt = performance.now() + UP_WITHIN_MS
  while (!existsSync(socket)) {
    if (performance.now() > giveUpAt || daemon.exitCode !== null) throw new Error('clamd did not start')
    await delay(50)
  }
  return {
    socket,
    folder,
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => daemon.once('exit', resolve))
      daemon.kill('SIGTERM')
      if (daemon.exitCode === null && daemon.signalCode === null) await ended
    },
  }
}
