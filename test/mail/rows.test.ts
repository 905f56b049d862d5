import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import type { Mail } from '../../src/mail/mail.ts'
import { ROWS_OF_SOMEBODY_ELSE } from '../../src/mail/robots/decision.ts'
import type { AnswerFacts, AnswerInput } from '../../src/mail/robots/rule.ts'
import { explainAnswer, TABLE } from '../../src/mail/robots/table.ts'
import { asOwnLetter } from '../../src/mail/triage.ts'
import { triage } from '../../src/mail/triaging.ts'
import { NOTHING_KNOWN } from './nothing-known.ts'
import { documents, type Piece } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

/**
 * For each row of the decision table a folder with mails that it must stop (`for`) and mails alike that it
 * must let pass (`against`), each in four languages. A new row without them fails.
 */
const FOLDER = new URL('../fixtures/rows/', import.meta.url)
const LANGUAGES = ['fr', 'en', 'de', 'es'] as const
/**
 * Rows that look at what is known, not at the mail: what is known when they must stop it, and when they
 * must not.
 */
const KNOWN: Readonly<Record<string, readonly [Partial<AnswerFacts>, Partial<AnswerFacts>]>> = {
  '01-already-acknowledged': [{ alreadyAcknowledged: true }, {}],
  '02-only-in-junk': [{ onlyInJunk: true }, {}],
  '12-names-another': [{ namesAlike: true }, {}],
  '12-enciphered-text': [{ textEnciphered: true }, {}],
  '15-budget': [{ sentToAddressLastDay: 5 }, { sentToAddressLastDay: 4 }],
}

async function inputOf(row: string, side: 'for' | 'against', language: string): Promise<AnswerInput> {
  const { mail } = await createMailParser().parse(
    readFileSync(new URL(`${row}/${side}.${language}.eml`, FOLDER)),
  )
  const read = triage(mail, documents(piecesOf(mail)), sampleCall)
  // Which of two calls a mail is for is told before this table is asked (test/dossier/routing.test.ts).
  const unsure = row === '12-unsure-call' && side === 'for' ? ['call-unsure'] : []
  // Whether a mail is a letter of ours come back is told by its seal (test/steps/own-letter.test.ts).
  const told = row === '02-own-loop' && side === 'for' ? asOwnLetter(read) : read
  const [whenFor, whenAgainst] = KNOWN[row] ?? [{}, {}]
  return {
    mail,
    triage: { ...told, grounds: [...told.grounds, ...unsure] },
    call: sampleCall,
    known: { ...NOTHING_KNOWN, ...(side === 'for' ? whenFor : whenAgainst) },
  }
}

/** « formulaire », « form », « Formular », « formulario » are forms; anything else is something else. */
function piecesOf(mail: Mail) {
  return mail.attachments
    .filter(({ name }) => name !== null)
    .map(({ name }): Piece => (/^form/i.test(name ?? '') ? 'form' : 'other'))
}

const CASES = TABLE.flatMap(({ id }) => LANGUAGES.map((language) => [id, language] as const))

describe('every row stops its mails and lets pass what only looks like them', () => {
  test.each(CASES)('%s, %s', async (row, language) => {
    const stopped = explainAnswer(await inputOf(row, 'for', language))
    expect(stopped.hit).toBe(row)
    const passed = explainAnswer(await inputOf(row, 'against', language))
    // The last row takes all that is left: against it is what has no address beyond doubt.
    const last = row === TABLE.at(-1)?.id
    if (last) expect([stopped.decision.send, passed.decision.send]).toEqual([true, false])
    else expect(passed.hit).not.toBe(row)
    // Whoever wrote these mails is a person: acknowledged, by the program or by another person.
    expect(passed.decision.send || passed.decision.held, passed.decision.reason).toBe(true)
    if (!last) expect(passed.decision.reason).toBe('17-acknowledge')
  })
})

test('no folder is left of a row that is gone', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(TABLE.map(({ id }) => id).toSorted())
  for (const { id } of TABLE)
    for (const language of LANGUAGES)
      for (const side of ['for', 'against'])
        expect(existsSync(new URL(`${id}/${side}.${language}.eml`, FOLDER))).toBe(true)
})

test('the rows by which a person must say who applied are rows of the table', () => {
  const ids = TABLE.map(({ id }) => id)
  expect([...ROWS_OF_SOMEBODY_ELSE].filter((id) => !ids.includes(id))).toEqual([])
})
