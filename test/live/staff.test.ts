import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  sampleMails,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const WHO = ['--by', 'Agent A', '--reason', 'copieur de l’accueil']
const run = promisify(execFile)

async function recepisse({ environment }: Demonstration, ...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [MAIN, ...words], { env: { ...environment } })
  return stdout
}

async function letterNumber(demonstration: Demonstration, count: number) {
  const giveUpAt = performance.now() + 30_000
  while (demonstration.sink.letters.length < count && performance.now() < giveUpAt) await delay(50)
  const letter = demonstration.sink.letters[count - 1]
  if (letter === undefined) throw new Error(`letter ${count} did not leave`)
  return { ...letter, head: letter.raw.toString('latin1').split('\r\n\r\n')[0] ?? '' }
}

it('staff release a held acknowledgement, rectify it, and see that it bounced, at the command line beside the running service', async () => {
  const call = demonstrationCall()
  await using demonstration = await startDemonstration(
    call,
    await mkdtemp(join(tmpdir(), 'recepisse-staff-')),
    { service: true },
  )
  const copier = (await sampleMails(call)).find((sample) => sample.file === '12-office-copier.eml')
  if (copier === undefined) throw new Error('the sample is not there')
  await demonstration.dovecot.deliver(copier.raw, copier.at)
  await untilSettled(demonstration.world, 1, 30_000, () => undefined)
  const [held] = await demonstration.world.register.mails(null)
  expect(held?.decision).toMatchObject({ send: false, held: true })
  const number = held?.number ?? ''
  await expect(recepisse(demonstration, 'release', number, ...WHO)).rejects.toMatchObject({ code: 2 })

  await recepisse(demonstration, 'release', number, '--to', 'direction@structure.example', ...WHO)
  const first = await letterNumber(demonstration, 1)
  expect(first.to).toEqual(['direction@structure.example'])
  expect(first.head).not.toContain('Auto-Submitted')
  expect(first.envelopeFrom).toMatch(/\+[a-z0-9]{20}@/)

  await recepisse(demonstration, 'rectify', number, '--received-at', '2022-11-23T09:00:00+04:00', ...WHO)
  const second = await letterNumber(demonstration, 2)
  const idOf = (head: string): string => /^Message-ID: (\S+)/im.exec(head)?.[1] ?? ''
  expect(second.head).toContain(`In-Reply-To: ${idOf(first.head)}`)
  expect(second.envelopeFrom).not.toBe(first.envelopeFrom)

  const notice = `Return-Path: <>\r\nFrom: MAILER-DAEMON@relais.example\r\nTo: ${second.envelopeFrom}\r\nSubject: Undelivered Mail Returned to Sender\r\nContent-Type: multipart/report; boundary="b"\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n`
  await demonstration.dovecot.deliver(Buffer.from(notice), demonstration.world.clock.now())
  await untilSettled(demonstration.world, 2, 30_000, () => undefined)
  const shown = await recepisse(demonstration, 'show', number)
  expect(shown).toContain('received 2022-11-23T05:00:00.000Z by the clock « staff »')
  expect(shown).toMatch(/rectification-\S+ +bounced /)
  const digest = (await recepisse(demonstration, 'digest')).replace(/\s+/g, ' ')
  expect(digest).toContain('n’est pas arrivé à destination')
})
