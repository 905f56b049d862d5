import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** A mailbox whose owner is away: Dovecot's own delivery agent with Pigeonhole's vacation, as hosters run it. */
export interface Pigeonhole extends AsyncDisposable {
  deliver(raw: Buffer, sender: string): Promise<void>
}

const NOBODY = 65_534
const READY_WITHIN_MS = 15_000

/** `submissionPort`: where its answers go. */
export async function startPigeonhole(
  folder: string,
  address: string,
  submissionPort: number,
): Promise<Pigeonhole> {
  for (const path of [folder, join(folder, 'mail'), join(folder, 'run')]) {
    await mkdir(path, { recursive: true })
    await chmod(path, 0o777)
  }
  const script = join(folder, 'vacation.sieve')
  await writeFile(
    script,
    `require ["vacation"];\nvacation :days 1 :addresses ["${address}"] :subject "Absence" "Je suis absent.";\n`,
  )
  const configuration = join(folder, 'dovecot.conf')
  await writeFile(configuration, configurationOf(folder, script, submissionPort))
  const server = spawn('/usr/sbin/dovecot', ['-F', '-c', configuration], { stdio: 'ignore' })
  await untilThere(join(folder, 'run', 'auth-userdb'), server)
  return {
    async deliver(raw, sender) {
      const agent = spawn(
        '/usr/lib/dovecot/dovecot-lda',
        ['-c', configuration, '-d', 'absent', '-f', sender, '-a', address],
        { stdio: ['pipe', 'ignore', 'ignore'] },
      )
      agent.stdin?.end(raw)
      await ended(agent)
    },
    async [Symbol.asyncDispose]() {
      const gone = ended(server)
      server.kill('SIGTERM')
      await gone
    },
  }
}

/** Its agent asks there who the owner of the mailbox is. */
async function untilThere(socket: string, server: ChildProcess): Promise<void> {
  const giveUpAt = performance.now() + READY_WITHIN_MS
  while (!existsSync(socket)) {
    if (performance.now() > giveUpAt || server.exitCode !== null) throw new Error('Dovecot did not start')
    await delay(30)
  }
}

function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => process.once('exit', () => resolve()))
}

function configurationOf(folder: string, script: string, submissionPort: number): string {
  return `base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'run')}
log_path = ${join(folder, 'dovecot.log')}
protocols =
ssl = no
mail_location = maildir:${join(folder, 'mail', 'Maildir')}
first_valid_uid = 1
hostname = structure.example
postmaster_address = postmaster@structure.example
submission_host = 127.0.0.1:${submissionPort}
protocol lda {
  mail_plugins = sieve
}
plugin {
  sieve = file:${script}
}
passdb {
  driver = static
  args = nopassword=y
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${join(folder, 'mail')} allow_all_users=yes
}
service auth {
  unix_listener auth-userdb {
    mode = 0666
  }
}
`
}
