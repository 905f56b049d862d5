import { expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { aClaimant, aMail, applied, presentation, provenFor } from './a-claimant.ts'
import { aService } from './a-service.ts'

const days = (day: number, hour = 6): Instant =>
  `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant

it('silence counts from the first receipt, whatever is added later; another application has its own', async () => {
  await using service = await aService()
  const [who, other] = [aClaimant(1), aClaimant(2)]
  const supplement = aMail({
    from: who.address,
    told: provenFor(who.address),
    subject: `Complément ${who.name}`,
    text: `Bonjour, voici la suite de notre candidature à l'appel Territoires d'industrie, de ${who.name}.`,
    files: { 'suite.txt': `${presentation(who)}\nAnnée 2025.` },
  })
  const views = [
    await service.take(applied(who), days(3)),
    await service.take(supplement, days(10)),
    await service.take(applied({ ...who, messageId: '<again@mail.example>' }), days(12)),
    await service.take(applied(other), days(12, 7)),
  ]
  expect(views.map(({ fate }) => fate)).toEqual(['application', 'supplement', 'duplicate', 'application'])
  const told = await Promise.all(
    views.map(async ({ fingerprint }) => {
      const [item] = await service.register.lettersAbout(fingerprint)
      return /cette décision naîtrait\s+le\s+([^.]+)\./
        .exec(item?.letter.text ?? '')?.[1]
        ?.replace(/\s+/g, ' ')
    }),
  )
  expect(told).toEqual([
    'dimanche 3 mai 2026',
    'dimanche 3 mai 2026',
    'dimanche 3 mai 2026',
    'mardi 12 mai 2026',
  ])
})
