import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judged } from '../a-mail.ts'
import { CALLS, LEARNT, learn, type Mail, mailsIn, mailsToLearnFrom, written } from './learn.ts'

const STRANGER = { name: null, address: 'quelquun@ailleurs.example' }
const COLLEAGUE = { name: null, address: 'collegue@cirest.fr' }

function natureOf({ subject, text, internal, call }: Mail): string {
  return judged({ subject, text, from: internal ? COLLEAGUE : STRANGER }, CALLS[call]).triage.nature
}

/** The share of mails of a kind that become this, in hundredths. */
function share(mails: readonly Mail[], is: (nature: string) => boolean): number {
  return (100 * mails.filter((mail) => is(natureOf(mail))).length) / mails.length
}

describe('questions in anybody’s words, as mails that nothing was learnt from ask them', () => {
  const scored = mailsIn('scored.jsonl')
  const asked = scored.filter(({ right }) => right === 'inquiry')
  const others = scored.filter(({ right }) => right === 'unrelated')

  it('are seen: 98 of 100 at the least', () => {
    expect(share(asked, (nature) => nature === 'inquiry')).toBeGreaterThanOrEqual(98)
  })

  it('and other mail, half of it questions about something else, is mostly put aside', () => {
    expect(share(others, (nature) => nature === 'inquiry')).toBeLessThanOrEqual(20)
  })

  it('colleagues’ questions about rooms, leave and printers are put aside', () => {
    const colleagues = others.filter(({ internal }) => internal)
    expect(share(colleagues, (nature) => nature === 'unrelated')).toBe(100)
  })

  it('and none of it is taken for something handed in', () => {
    expect(share(scored, (nature) => nature === 'submission')).toBe(0)
  })
})

it('what was learnt follows from the mails beside this test (npm run learn)', () => {
  expect(readFileSync(LEARNT, 'utf8')).toBe(written(learn(mailsToLearnFrom())))
}, 600_000)
