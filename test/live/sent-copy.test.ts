import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { demonstrationCall, startDemonstration, untilSettled } from '../../demo/demonstration.ts'
import { startDovecot } from '../../demo/dovecot.ts'
import { connectMailbox } from '../../src/adapters/imap/mailbox.ts'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import { composeLetter } from '../../src/adapters/smtp/compose.ts'
import type { Mail } from '../../src/mail/mail.ts'
import { imapLocation } from '../../src/settings/secrets.ts'
import { type CopySentPorts, copySent } from '../../src/steps/copy-sent.ts'
import { ledgerOf } from '../../src/steps/ledger.ts'
import { application, aService } from '../steps/a-service.ts'
import { applicationOf, mailOf } from './zoo.ts'

const call = demonstrationCall()
const SENT = 'Envoyes'
const WITHIN_MS = 20_000

type Mailbox = Awaited<ReturnType<typeof connectMailbox>>

async function mailsIn(mailbox: Mailbox, path: string) {
  const folder = await mailbox.open(path)
  const parser = createMailParser()
  const mails = []
  for await (const { raw, internalDate } of folder.fetch(await folder.uids()))
    mails.push({ ...(await parser.parse(raw)).mail, internalDate })
  return mails
}

function locationOf({ port, user, password }: { port: number; user: string; password: string }) {
  return { host: '127.0.0.1', port, security: 'none' as const, user, password, oauth: null }
}

it('when the setting asks for it, the mailbox’s process puts a copy of what left into the folder of sent mail', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-sent-'))
  await using demonstration = await startDemonstration(call, folder, {
    service: true,
    environment: { IMAP_SENT_FOLDER: '\\Sent' },
  })
  const { world, dovecot, environment } = demonstration
  const one = applicationOf('contact@candidat.example', call.mailbox.address, 'Usine Verte')
  await dovecot.deliver(mailOf(one), world.clock.now())
  await untilSettled(world, 1, WITHIN_MS, () => undefined)
  using mailbox = await connectMailbox(imapLocation(world.settings, environment))
  const giveUpAt = performance.now() + WITHIN_MS
  while ((await world.register.toCopy(1)).length > 0 && performance.now() < giveUpAt) await delay(100)
  const [copy, ...others] = await mailsIn(mailbox, SENT)
  const sent = await createMailParser().parse(demonstration.sink.letters[0]?.raw ?? Buffer.alloc(0))
  expect(others).toEqual([])
  const told = (mail: Mail | undefined) => [mail?.messageId, mail?.subject, mail?.from, mail?.to, mail?.text]
  expect(told(copy)).toEqual(told(sent.mail))
  expect(await mailsIn(mailbox, 'INBOX'), 'what came in is as it was').toHaveLength(1)
})

it('a crash between the copy and its note makes no second copy; a missing folder is told, and nothing is noted', async () => {
  await using dovecot = await startDovecot(await mkdtemp(join(tmpdir(), 'recepisse-sent-')))
  await using service = await aService()
  await service.take(application('Usine Verte'), '2026-03-18T06:00:00.000Z')
  await service.send()
  using mailbox = await connectMailbox(locationOf(dovecot))
  await expect(mailbox.openSent('Rien de tel')).rejects.toMatchObject({ code: 'imap-no-sent-folder' })
  const ledger = ledgerOf({ register: service.register, jobs: { add: async () => undefined } }, [call])
  const ports: CopySentPorts = {
    ledger,
    folder: await mailbox.openSent(SENT),
    compose: composeLetter,
    clock: service.clock,
  }
  const dying = {
    ...ports,
    ledger: {
      toCopy: ledger.toCopy,
      noteCopied: () => Promise.reject(new Error('the process ended here')),
    },
  }
  await expect(copySent(dying)).rejects.toThrow('ended here')
  expect(await service.register.toCopy(10)).toHaveLength(1)
  await copySent(ports)
  await copySent(ports)
  expect(await service.register.toCopy(10)).toEqual([])
  const copies = await mailsIn(mailbox, SENT)
  const [letter] = await service.letters()
  expect(copies.map(({ internalDate }) => internalDate)).toEqual([letter?.sentAt])
})
