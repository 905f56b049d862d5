import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { demonstrationCall, sampleMails, startDemonstration, untilReady } from '../../demo/demonstration.ts'
import { until } from '../live/processes.ts'

const run = promisify(execFile)
const ROOT = resolve(import.meta.dirname, '../..')
const IMAGE = 'localhost/recepisse-test'
/** Of the user in the image. */
const UID = 990
const buildah = (...words: string[]) => run('buildah', ['--storage-driver', 'vfs', ...words])

it('the image is built, runs as nobody special, and carries a mail to its acknowledgement', async () => {
  await run('sh', [join(ROOT, 'bin/build-image.sh'), IMAGE], { maxBuffer: 64 * 1024 ** 2 })
  const { stdout: config } = await buildah(
    'inspect',
    '--type',
    'image',
    '--format',
    '{{.OCIv1.Config.User}}',
    IMAGE,
  )
  expect(config.trim()).toBe('recepisse')

  const call = demonstrationCall()
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-image-'))
  const data = join(folder, 'data')
  await mkdir(data)
  await using demonstration = await startDemonstration(call, folder, { service: false })
  await chown(data, UID, UID)
  for (const file of ['register.db', 'register.db-wal', 'register.db-shm'])
    await chown(join(data, file), UID, UID).catch(() => undefined)

  const container = (await buildah('from', IMAGE)).stdout.trim()
  onTestFinished(async () => {
    await buildah('rm', container)
  })
  const environment: Readonly<Record<string, string>> = {
    ...demonstration.environment,
    RECEPISSE_CALL: '/app/config/calls/cirest-territoires-industrie-2022.yaml',
    RECEPISSE_DATA: '/var/lib/recepisse',
  }
  const inside = [
    'run',
    '--isolation',
    'chroot',
    '--network',
    'host',
    '--volume',
    `${data}:/var/lib/recepisse`,
  ]
  const settings = Object.entries(environment)
    .filter(([name]) => name !== 'PATH')
    .flatMap(([name, value]) => ['--env', `${name}=${value}`])
  const version = await buildah(...inside, container, '--', 'node', 'src/cli/main.ts', '--version')
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+/)
  const program = ['/usr/bin/tini', '--', 'node', 'src/cli/main.ts', 'run']
  const service = spawn(
    'buildah',
    ['--storage-driver', 'vfs', ...inside, ...settings, container, '--', ...program],
    // In a group of its own, so that all of it can be ended at once.
    { stdio: ['ignore', 'ignore', 'inherit'], detached: true },
  )
  onTestFinished(async () => {
    if (service.exitCode !== null || service.pid === undefined) return
    process.kill(-service.pid, 'SIGTERM')
    await once(service, 'exit')
  })
  await untilReady(service, environment['RECEPISSE_HEALTH_PORT'] ?? '')
  const [mail] = (await sampleMails(call)).filter(({ file }) => file.startsWith('02'))
  if (mail === undefined) throw new Error('the demonstration has this mail')
  await demonstration.dovecot.deliver(mail.raw, mail.at)
  await until(async () => demonstration.sink.letters.length > 0, 60_000)
  expect(demonstration.sink.letters[0]?.raw.toString()).toContain('Subject: =?UTF-8?')
})
