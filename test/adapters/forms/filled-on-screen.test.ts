import { expect, it } from 'vitest'
import { siret } from '../../demo/pieces.ts'
import { theCall } from '../../documents/the-call.ts'
import { applicationWith, aService } from '../../steps/a-service.ts'
import { aFilledForm } from './a-filled-form.ts'

const TEXT = 'Notre coopérative transforme le géranium et la vanille sur le territoire de la CIREST. '

it('the call’s own form, filled on a screen with a typed name for a signature, is complete', async () => {
  const answers = {
    denomination: 'Géranium des Hauts',
    forme_juridique: 'SCIC',
    siret: siret(401),
    representant: 'Aude Payet',
    qualite: 'Présidente',
    adresse: '3 chemin des Letchis, 97440 Saint-André',
    telephone: '0692 11 22 33',
    courriel: 'contact@geranium.example',
    presentation: TEXT.repeat(8),
    project: `Notre projet : construire un atelier de distillation. ${TEXT.repeat(6)}`,
    date: '14 novembre 2022',
    signature: 'Aude Payet',
  }
  const document = await aFilledForm(answers, 'agroalimentaire')
  await using service = await aService(theCall)
  const file = Buffer.from(await document.save())
  const mail = await service.take(
    applicationWith('Géranium des Hauts', 'formulaire.pdf', 'application/pdf', file),
    '2022-11-20T06:00:00.000Z',
  )
  expect(mail.verdict?.completeness).toBe('complete')
})
