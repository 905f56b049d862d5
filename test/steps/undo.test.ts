import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RegistrationNumber } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import type { Calls } from '../../src/call/calls.ts'
import { EVERYTHING } from '../../src/register/desk.ts'
import type { MailView } from '../../src/register/views.ts'
import { join, separate } from '../../src/steps/bind.ts'
import { inspected, inspectInSteps } from '../../src/steps/inspect-register.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aClaimant, aMail, applied, presentation, provenFor } from './a-claimant.ts'
import { aService, type SmallService } from './a-service.ts'

const FIRST = '2026-03-03T00:00:00.000Z' as Instant
const AUTHOR = { by: 'Agent', reason: 'erreur de dossier' }
const CALLS: Calls = [sampleCall]

let service: SmallService
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service[Symbol.asyncDispose]())

let next = 0
/** One structure's application, with so many supplements of its own. */
async function anApplication(supplements: number): Promise<readonly MailView[]> {
  const index = next
  next += 1
  const who = aClaimant(index)
  const at = later(FIRST, index * 3_600_000)
  const mails = [await service.take(applied(who), at)]
  for (let one = 1; one <= supplements; one += 1) {
    const raw = aMail({
      from: who.address,
      told: provenFor(who.address),
      subject: `Complément ${who.name}`,
      text: `Bonjour, voici la suite de notre candidature à l'appel Territoires d'industrie, de ${who.name}.`,
      files: { [`suite-${one}.txt`]: `${presentation(who)}\nAnnée ${2000 + one}.` },
    })
    mails.push(await service.take(raw, later(at, one * 60_000)))
  }
  return mails
}

const numberOf = ([opener]: readonly MailView[]) => opener?.number as RegistrationNumber

/** What people see of a number: its mails, what was judged, its letters, its line; but not how it came about. */
async function seen(number: RegistrationNumber): Promise<unknown> {
  const { register } = service
  const application = await register.application(number)
  const letters = await register.lettersOf(number)
  const { lines } = await register.lines({ ...EVERYTHING, text: number }, 0, 10)
  return {
    verdict: application?.verdict,
    applicant: application?.applicant,
    mails: application?.mails.map(({ fingerprint, fate, ...mail }) => ({
      fingerprint,
      fate,
      number: mail.number,
    })),
    letters: letters.filter(({ kind }) => kind !== 'joining').map(({ id }) => id),
    lines: lines.map((line) => ({ ...line })),
    whereabouts: await register.whereabouts(number),
  }
}

it('a joining that is undone leaves nothing: numbers, mails, letters and search are as before', async () => {
  const shapes = fc.tuple(fc.nat(2), fc.nat(2), fc.boolean(), fc.boolean())
  await fc.assert(
    fc.asyncProperty(shapes, async ([few, many, isTurned, fromFirst]) => {
      const pair = [await anApplication(few), await anApplication(many)] as const
      const numbers = [numberOf(pair[0]), numberOf(pair[1])] as const
      expect(new Set(numbers).size).toBe(2)
      const before = [await seen(numbers[0]), await seen(numbers[1])]

      await join(service, CALLS, isTurned ? [numbers[1], numbers[0]] : [...numbers], AUTHOR)
      await service.concludeAll()
      const joined = await service.register.application(numbers[0])
      expect(joined?.mails).toHaveLength(few + many + 2)
      // Whoever telephones has the number of their own letter.
      expect((await service.register.lines({ ...EVERYTHING, text: numbers[1] }, 0, 10)).lines).toMatchObject([
        { number: numbers[0] },
      ])
      expect(await service.register.whereabouts(numbers[1])).toBe(numbers[0])
      const letters = (await service.register.lettersOf(numbers[0])).map(({ fingerprint }) => fingerprint)
      for (const { fingerprint } of pair.flat()) expect(letters).toContain(fingerprint)

      const mail = fromFirst ? pair[0][0] : pair[1][0]
      await separate(service, CALLS, mail?.fingerprint ?? '', AUTHOR)
      await service.concludeAll()
      expect([await seen(numbers[0]), await seen(numbers[1])]).toEqual(before)
    }),
    { numRuns: 12 },
  )
})

it('of three that were joined, one goes back to its number and the others stay', async () => {
  const three = [await anApplication(0), await anApplication(1), await anApplication(1)] as const
  const [first, second, third] = [numberOf(three[0]), numberOf(three[1]), numberOf(three[2])]
  await join(service, CALLS, [second, third], AUTHOR)
  await service.concludeAll()
  await join(service, CALLS, [first, second], AUTHOR)
  await service.concludeAll()
  // A number leads to where its mails are now, not to where they were first brought.
  expect(await service.register.whereabouts(third)).toBe(first)
  await separate(service, CALLS, three[2][0]?.fingerprint ?? '', AUTHOR)
  await service.concludeAll()
  const mailsOf = async (number: RegistrationNumber) =>
    (await service.register.application(number))?.mails.map(({ fingerprint }) => fingerprint)
  expect(await mailsOf(third)).toEqual(three[2].map(({ fingerprint }) => fingerprint))
  expect(await mailsOf(first)).toEqual([...three[0], ...three[1]].map(({ fingerprint }) => fingerprint))
})

it('a supplement that is taken out alone has a number of its own', async () => {
  const mails = await anApplication(2)
  const number = numberOf(mails)
  await separate(service, CALLS, mails[1]?.fingerprint ?? '', AUTHOR)
  await service.concludeAll()
  const now = (await service.register.mails(null)).filter(({ fingerprint }) =>
    mails.some((mail) => mail.fingerprint === fingerprint),
  )
  expect(now.filter((mail) => mail.number === number).map(({ fingerprint }) => fingerprint)).toContain(
    mails[0]?.fingerprint,
  )
  expect(now.find(({ fingerprint }) => fingerprint === mails[1]?.fingerprint)?.number).not.toBe(number)
})

it('and the register proves all of it', async () => {
  const { faults, differences } = await inspected(inspectInSteps(service))
  expect([...faults, ...differences]).toEqual([])
})

it('an earlier mail that is taken out leaves the number to the mail that was acknowledged under it', async () => {
  const index = next
  next += 1
  const who = aClaimant(index)
  const at = later(FIRST, index * 3_600_000)
  const opener = await service.take(applied(who), later(at, 600_000))
  const raw = aMail({
    from: who.address,
    told: provenFor(who.address),
    subject: `Candidature ${who.name}`,
    text: `Bonjour, notre candidature à l'appel Territoires d'industrie, de ${who.name}.`,
    files: { 'projet.txt': presentation(who) },
  })
  const earlier = await service.take(raw, at)
  expect(earlier).toMatchObject({ number: opener.number, fate: 'application' })
  await separate(service, CALLS, earlier.fingerprint, AUTHOR)
  await service.concludeAll()
  expect((await service.register.mailView(opener.fingerprint))?.number).toBe(opener.number)
  expect((await service.register.mailView(earlier.fingerprint))?.number).not.toBe(opener.number)
})
