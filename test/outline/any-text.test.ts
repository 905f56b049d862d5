import { expect, it } from 'vitest'
import { plainText } from '../../src/base/text-gate.ts'
import { pagesOfText } from '../../src/documents/text/page.ts'
import { outlineOf } from '../../src/outline/outline.ts'
import { sourceLines } from '../../src/outline/paragraphs.ts'
import { firstDraft } from '../../src/settings/first-draft.ts'
import { FIRST_CALLS } from './published.ts'
import { BLIND_CALLS } from './published-blind.ts'
import { OTHER_CALLS } from './published-elsewhere.ts'

const TEXTS = Object.values({ ...FIRST_CALLS, ...OTHER_CALLS, ...BLIND_CALLS }).map(({ text }) => text)

/** The same numbers each time: a draw without a clock. */
function* draws(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

/** Texts of lines from every call, in any order, some cut in the middle. */
function mixed(seed: number): string {
  const draw = draws(seed)
  const next = (most: number): number => Math.floor((draw.next().value ?? 0) * most)
  const lines = TEXTS.flatMap((text) => text.split('\n'))
  return Array.from({ length: 5 + next(40) }, () => {
    const line = lines[next(lines.length)] ?? ''
    return next(4) === 0 ? line.slice(next(line.length), next(line.length + 1)) : line
  }).join('\n')
}

it('of any text: each place can be found again, no deadline is made up, and a draft can be made of it', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const text = mixed(seed)
    const pages = pagesOfText(plainText(text))
    const { proposed, doubts } = outlineOf(pages)
    const whole = sourceLines(pages).map(({ written }) => written)
    const joined = whole.filter((line) => line !== '').join(' ')
    for (const { place } of [...proposed, ...doubts]) expect(joined, `seed ${seed}`).toContain(place.quote)
    for (const { path, value } of proposed) {
      if (path[0] !== 'deadline' || (path[1] !== 'day' && path[1] !== 'wallClock')) continue
      const [, year = '', , day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(String(value)) ?? []
      expect(joined, `seed ${seed}`).toContain(year)
      expect(joined, `seed ${seed}`).toContain(String(Number(day)))
    }
    expect(firstDraft({ proposed, doubts }, 'collé')).toContain('title:')
  }
})

it('of no text nothing is read', () => {
  for (const text of ['', '\n\n', '…', '\u0000\uFFFF', 'a'.repeat(9_000)]) {
    const { proposed } = outlineOf(pagesOfText(plainText(text)))
    expect(proposed.filter(({ path }) => path[0] === 'deadline' || path[0] === 'mailbox')).toEqual([])
  }
})
