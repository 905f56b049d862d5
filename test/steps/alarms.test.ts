import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { freePort } from '../../demo/ports.ts'
import { postNotice } from '../../src/adapters/webhook/post.ts'
import { Fingerprint } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { type Notice, raiseAlarms } from '../../src/steps/raise-alarms.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from './a-service.ts'

/** A day before the deadline of the sample call. */
const NEAR = '2026-03-19T12:00:00.000Z' as Instant
const minutes = (count: number): Instant => later(NEAR, count * 60_000)
const held = (name: string) => application(name, { headers: 'Auto-Submitted: auto-generated\n' })

function watchOver(
  service: SmallService,
  diskLeft = 10 ** 12,
  operators: readonly string[] = [],
  antivirusSilent = false,
  unproven: readonly string[] = [],
) {
  const notices: Notice[] = []
  const ports = {
    register: service.register,
    jobs: { add: async () => undefined },
    clock: service.clock,
    observe: () => undefined,
    machine: async () => ({ diskLeft, antivirusSilent, unproven }),
    operators,
    notify: async (notice: Notice) => void notices.push(notice),
  }
  return {
    notices,
    look(at: Instant) {
      service.clock.at = at
      return raiseAlarms(ports, [sampleCall])
    },
  }
}

async function alarmLetters(service: SmallService) {
  return (await service.letters()).filter((item) => item.kind === 'alarm').map((item) => item.letter)
}

it('a held acknowledgement near the deadline is told to the staff at once, and once', async () => {
  await using service = await aService()
  const mail = await service.take(held('Usine Verte'), NEAR)
  const watch = watchOver(service)
  await watch.look(minutes(1))
  await watch.look(minutes(2))
  const [letter, ...others] = await alarmLetters(service)
  expect(others).toEqual([])
  expect(letter?.to).toEqual(sampleCall.digest.to)
  expect(letter?.text.replace(/\s+/g, ' ')).toContain(
    `Usine Verte (${mail.number}) : accusé de réception à envoyer vous-même, pour un envoi reçu le 19/03/2026 à 16 h 00`,
  )
  // What leaves by a webhook names nobody.
  expect(watch.notices).toEqual([{ at: minutes(1), alarms: [], forStaff: 1 }])
})

it('long before the deadline the digest is soon enough', async () => {
  await using service = await aService()
  await service.take(held('Usine Verte'), '2026-03-10T06:00:00.000Z')
  await watchOver(service).look('2026-03-10T06:05:00.000Z' as Instant)
  expect(await alarmLetters(service)).toEqual([])
})

it('twenty held within minutes are two notices, not twenty', async () => {
  await using service = await aService()
  const watch = watchOver(service)
  for (let index = 0; index < 20; index += 1) {
    await service.take(held(`Usine ${'abcdefghijklmnopqrst'.charAt(index)}`), minutes(index / 4))
    await watch.look(minutes(index / 4))
  }
  await watch.look(minutes(11))
  const letters = await alarmLetters(service)
  expect(letters.length).toBeLessThanOrEqual(2)
  expect(letters.map((letter) => letter.text.match(/accusé de\s+réception à envoyer/g)?.length ?? 0)).toEqual(
    [1, 19],
  )
})

it('a mailbox that falls silent and a full disk go to whoever mends the service', async () => {
  await using service = await aService()
  await service.register.proveAlive('ami@interco.example', 'INBOX', NEAR)
  const watch = watchOver(service, 5 * 1024 ** 2, ['exploitation@interco.example'])
  await watch.look(minutes(6))
  const [letter] = await alarmLetters(service)
  expect(letter?.to).toEqual(['exploitation@interco.example'])
  expect(letter?.text.replace(/\s+/g, ' ')).toMatch(/ne répond plus depuis 6 minutes.*Il reste 5 Mo/)
  const [notice] = watch.notices
  expect(notice?.alarms.map((alarm) => alarm.key)).toEqual(['mailbox-silent-0', 'disk-low'])
  expect(JSON.stringify(notice)).not.toContain('@')
})

it('a mail that is tried again and again, and never read, is told', async () => {
  await using service = await aService()
  const clocks = { internalDate: NEAR, observedAt: NEAR, fileTime: null, postmark: null }
  const sighting = { account: 'a', folder: 'INBOX', uidValidity: '1', uid: 1 }
  const fingerprint = Fingerprint.parse('a'.repeat(64))
  await service.register.recordSightings([{ sighting, fingerprint, bytes: 1, clocks }], NEAR)
  const watch = watchOver(service)
  for (let minute = 1; minute <= 16; minute += 1) {
    await service.register.countAttempt(fingerprint, 1, minutes(minute))
    await service.register.countAttempt(fingerprint, -1, minutes(minute))
    await watch.look(minutes(minute))
    expect(watch.notices.length).toBe(minute <= 15 ? 0 : 1)
  }
  expect(watch.notices[0]?.alarms.map((alarm) => alarm.key)).toEqual(['mails-stuck'])
})

it('an application that was seen only among the suspected spam is told at once, long before the deadline', async () => {
  await using service = await aService()
  const at = '2026-03-10T06:00:00.000Z'
  service.isJunk = true
  const mail = await service.take(application('Usine Verte'), at)
  expect(mail.decision).toEqual({ send: false, held: true, reason: '02-only-in-junk' })
  const watch = watchOver(service)
  await watch.look('2026-03-10T06:01:00.000Z' as Instant)
  const [letter] = await alarmLetters(service)
  expect(letter?.to).toEqual(sampleCall.digest.to)
  expect(letter?.text.replace(/\s+/g, ' ')).toContain(
    `Usine Verte (${mail.number}) : candidature probable parmi les indésirables`,
  )
  expect(JSON.stringify(watch.notices)).not.toContain('Usine Verte')
})

it('an antivirus that falls silent goes to whoever mends the service', async () => {
  await using service = await aService()
  const watch = watchOver(service, 10 ** 12, ['exploitation@interco.example'], true)
  await watch.look(minutes(1))
  const [letter] = await alarmLetters(service)
  expect(letter?.text.replace(/\s+/g, ' ')).toContain('L’antivirus ne répond plus')
})

it('what was mended is told again when it breaks again, but not every minute', async () => {
  await using service = await aService()
  const watch = watchOver(service)
  await service.register.proveAlive('ami', 'INBOX', NEAR)
  await watch.look(minutes(10))
  await service.send()
  await service.register.proveAlive('ami', 'INBOX', minutes(12))
  await watch.look(minutes(13))
  await watch.look(minutes(20))
  expect((await alarmLetters(service)).length).toBe(1)
  await service.register.proveAlive('ami', 'INBOX', minutes(90))
  await watch.look(minutes(91))
  await watch.look(minutes(110))
  expect((await alarmLetters(service)).length).toBe(2)
})

it('of two machines that see the same trouble one tells it', async () => {
  await using service = await aService()
  await service.register.proveAlive('ami', 'INBOX', NEAR)
  const machines = [watchOver(service), watchOver(service)]
  await Promise.all(machines.map((machine) => machine.look(minutes(10))))
  expect(machines.flatMap((machine) => machine.notices).length).toBe(1)
  expect((await alarmLetters(service)).length).toBe(1)
})

it('a webhook that fails at first is asked again, and its address is never told', async () => {
  const port = await freePort()
  const bodies: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString())
      response.writeHead(bodies.length === 1 ? 503 : 204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const notice: Notice = { at: NEAR, alarms: [{ key: 'disk-low', sentence: 'Il reste…' }], forStaff: 0 }
  await postNotice(`http://127.0.0.1:${port}/secret-token`, notice)
  expect(bodies.length).toBe(2)
  expect(JSON.parse(bodies[1] ?? '')).toMatchObject({ source: 'recepisse', at: NEAR })
  server.closeAllConnections()
  server.close()
})

it('a mail of last month that is read again today waits since today', async () => {
  await using service = await aService()
  const mail = await service.take(application('Usine Verte'), '2026-02-19T12:00:00.000Z')
  await service.send()
  const adoption = { by: 'Agent', reason: 'pièce abandonnée' }
  expect(await service.register.readAgain([mail.fingerprint], adoption, NEAR)).toBe(1)
  const watch = watchOver(service)
  await watch.look(minutes(15))
  expect(watch.notices).toEqual([])
  await watch.look(minutes(16))
  expect(watch.notices[0]?.alarms.map((alarm) => alarm.key)).toEqual(['mails-stuck'])
})

it('a register that is not what was sealed is told to the operator, who is to change nothing', async () => {
  await using service = await aService()
  const watch = watchOver(service, 10 ** 12, [], false, ['line TD26-FVH64 timeliness'])
  await watch.look(minutes(1))
  const [letter] = await alarmLetters(service)
  expect(letter?.text.replace(/\s+/g, ' ')).toContain(
    'ne concorde plus avec ce qui y a été scellé : 1 différence (line TD26-FVH64 timeliness). Ne rien corriger',
  )
  expect(watch.notices[0]?.alarms).toHaveLength(1)
})
