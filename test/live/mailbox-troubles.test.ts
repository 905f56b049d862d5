import { expect, it } from 'vitest'
import { startImpatientImap } from '../rig/impatient-imap.ts'
import { until } from './processes.ts'
import { AT_ONCE_MS, bring, MAILBOX, told, WITHIN_MS, wentOn } from './troubled-mailbox.ts'
import { startTroubledRig } from './troubled-rig.ts'
import { applicationOf, mailOf } from './zoo.ts'

it('sessions that the server ends with BYE, in the waiting and in the middle of a mail, cost nothing', async () => {
  await using rig = await startTroubledRig('bye', { disk: false })
  const { dovecot, world } = rig.demonstration
  await bring(rig, 'Avant')
  await wentOn(rig, 1)
  await dovecot.kick()
  await until(async () => (await told(rig, 'imap-unreachable')) > 0, AT_ONCE_MS)
  await bring(rig, 'Attente')
  await wentOn(rig, 2)
  const before = await told(rig, 'imap-unreachable')
  rig.imap.line('slow')
  // Three seconds of a slow line: the kick comes while it is read.
  const sender = 'contact@lourde.example'
  const heavy = applicationOf(sender, MAILBOX, 'Usine Lourde')
  await dovecot.deliver(
    mailOf({ ...heavy, file: `${heavy.file}${'x'.repeat(70)}\n`.repeat(3_000) }),
    world.clock.now(),
  )
  const seenBefore = rig.imap.carried()
  await until(async () => rig.imap.carried() > seenBefore + 20_000)
  await dovecot.kick()
  await until(async () => (await told(rig, 'imap-unreachable')) > before, WITHIN_MS)
  rig.imap.line('pass')
  await wentOn(rig, 3)
})

it('a full mailbox refuses copies of letters: the letters have left once, it is told, and the copies follow when there is room', async () => {
  await using rig = await startTroubledRig('quota', { disk: false })
  const { dovecot, world } = rig.demonstration
  await dovecot.configure(
    'mail_plugins = $mail_plugins quota\nplugin {\n  quota = count:User\n  quota_vsizes = yes\n  quota_rule = *:messages=1\n}',
  )
  await rig.startAgain({ IMAP_SENT_FOLDER: '\\Sent' })
  await bring(rig, 'Pleine')
  await bring(rig, 'Comble')
  await until(async () => (await told(rig, 'imap-over-quota')) > 0, WITHIN_MS)
  await wentOn(rig, 2)
  expect(await world.register.toCopy(10)).toHaveLength(2)
  // What comes in goes on meanwhile.
  await bring(rig, 'Suivante')
  await wentOn(rig, 3)
  await dovecot.configure('')
  await until(async () => (await world.register.toCopy(10)).length === 0, WITHIN_MS)
  await wentOn(rig, 3)
})

it('a server that asks for patience is told as such, asked ever more seldom, and watched again when it lets us in', async () => {
  await using rig = await startTroubledRig('patience', { disk: false })
  await using impatient = await startImpatientImap()
  const { dovecot } = rig.demonstration
  await rig.startAgain({ IMAP_JUNK: 'none' })
  await bring(rig, 'Avant')
  await wentOn(rig, 1)
  let mails = 1
  for (const [command, answer] of [
    ['LOGIN', 'NO [LIMIT] Too many simultaneous connections'],
    ['LOGIN', 'NO [UNAVAILABLE] Temporary authentication failure'],
    ['LOGIN', 'BAD Request is throttled. Suggested Backoff Time: 1000 milliseconds'],
    ['EXAMINE', 'NO [INUSE] Mailbox in use'],
    ['EXAMINE', 'NO [THROTTLED] Slow down'],
  ] as const) {
    const [before, from] = [await told(rig, 'imap-throttled'), impatient.connections.length]
    impatient.refuse(command, answer)
    rig.imap.towards(impatient.port)
    await dovecot.kick()
    const times = mails === 1 ? 4 : 1
    await until(async () => (await told(rig, 'imap-throttled')) >= before + times, WITHIN_MS)
    const [first = 0, , , fourth = Number.POSITIVE_INFINITY] = impatient.connections.slice(from)
    // Each wait is twice the one before, give or take half of it.
    expect(fourth - first).toBeGreaterThan(3_000)
    await bring(rig, `Patience${mails}`)
    rig.imap.towards(dovecot.port)
    mails += 1
    await wentOn(rig, mails)
  }
  expect(await told(rig, 'imap-login-refused')).toBe(0)
})

it('one connection too many for a real server is told as such, and made when there is room for it', async () => {
  await using rig = await startTroubledRig('limit', { disk: false })
  const { dovecot } = rig.demonstration
  await bring(rig, 'Avant')
  await wentOn(rig, 1)
  await dovecot.configure('protocol imap {\n  mail_max_userip_connections = 1\n}')
  // The inbox and the junk folder have a connection each. Both at the same instant are let in: then once more.
  for (let round = 0; round < 5 && (await told(rig, 'imap-throttled')) === 0; round += 1) {
    await dovecot.kick()
    await until(async () => (await told(rig, 'imap-throttled')) > 0, 5_000).catch(() => undefined)
  }
  expect(await told(rig, 'imap-throttled')).toBeGreaterThan(0)
  await bring(rig, 'Limite')
  await dovecot.configure('')
  await wentOn(rig, 2)
})
