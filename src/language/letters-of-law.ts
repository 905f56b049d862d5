import { z } from 'zod'
import { message, plural } from './message.ts'

const basis = z.strictObject({ lawful: message(), rights: message() })

/** What the law wants said: it is French law in every language, its provisions are cited by their titles. */
export const Law = z.strictObject({
  data: z
    .strictObject({
      title: message(),
      processed: message('controller', 'purpose', 'lawful'),
      needed: message(),
      others: message('source'),
      recipients: message('recipients'),
      kept: message('years', 'from'),
      keptLonger: message('years', 'from', 'selected'),
      years: plural('number').describe('« deux ans », the number in words'),
      yearsInFigures: plural(),
      fromDecision: message(),
      fromClosing: message(),
      automated: message(),
      rights: message('rights', 'service', 'officer'),
      authority: message(),
      bases: z.strictObject({
        consent: basis,
        contract: basis,
        legal_obligation: basis,
        public_task: basis,
      }),
    })
    .describe('RGPD 13 and 14'),
  silence: z
    .strictObject({
      months: plural('number').describe('« deux mois », the number in words'),
      rejection: message('months', 'basis'),
      acceptance: message('months', 'basis', 'day'),
      born: message('day'),
      remedies: message('months', 'ways'),
    })
    .describe('CRPA R112-11-1, L112-12, L231-4, L232-3'),
  remedies: z
    .strictObject({
      decision: message('months', 'ways'),
      ways: message('gracious', 'court', 'residents'),
      court: message('court', 'address').describe('With its address'),
      overseas: message().describe('Those whom a longer time is given, of a court of the mainland'),
      notResident: message('residence').describe('The same, of a court overseas'),
    })
    .describe('CJA R421-1, R421-5, R421-7; CRPA L411-2'),
})
