import { fold } from '../../base/folding.ts'
import { choicesIn } from './choices.ts'

/** What stands beside an option says of it: chosen, or not. */
export type Mark = 'chosen' | 'left'

/** An option with what is written before or behind it. */
export interface MarkedOption {
  readonly option: string
  readonly mark: Mark | null
  /** True of a sign that printed lists have before each of their lines as well. */
  readonly isBullet: boolean
}

const YES = '(?:oui|yes|ja|s[iíì]|sim)'
const NO = '(?:non|no|nein|nee|n[ãa]o)'
const TICK = '(?:[☒☑✓✔✗✘×]|\\[ ?[xXvV✓✔✗✘] ?\\]|\\( ?[xXvV✓✔✗✘] ?\\))'
const BOX = '(?:[☐□❏❑◻○❍]|\\[ {0,3}\\]|\\( {0,3}\\))'
const BULLET = '(?:[■◼●⦿◉→⇒➔➜►▶»]|[-=]{0,4}>{1,3}|\\*\\*|[xXvV](?= ))'
const EMPTY_BULLET = '[oO0](?= )'

const BEFORE = new RegExp(`^(?:(${TICK})|(${BOX})|(${BULLET})|(${EMPTY_BULLET})) *`, 'u')
const BEHIND = new RegExp(
  `[ :=.…_–(-]*(?:(${TICK}|[←⇐◄]|<[-=]{1,4}|(?<=[ :(])(?:[xXv]|${YES}))|(${BOX}|(?<=[ :(])${NO}))[ )]*$`,
  'iu',
)
const PRINTED = /^[-–•*▪·] +|^\(?(?:\d{1,2} ?[.):–-]|[a-hA-H][.)]) */u

/**
 * An option of a list and its mark: « x Logistique », « Énergie : oui », « [ ] Numérique », « → Énergie ».
 */
export function markedOption(text: string): MarkedOption {
  const written = text.replace(/\s+/g, ' ').trim().replace(PRINTED, '')
  const before = BEFORE.exec(written)
  if (before !== null) {
    const [sign, tick, box, bullet] = before
    const isChosen = tick !== undefined || bullet !== undefined
    const option = written.slice(sign.length)
    return {
      option,
      mark: isChosen ? 'chosen' : 'left',
      isBullet: tick === undefined && box === undefined,
    }
  }
  const behind = BEHIND.exec(written)
  if (behind === null) return { option: written, mark: null, isBullet: false }
  const mark = behind[1] === undefined ? 'left' : 'chosen'
  return { option: written.slice(0, behind.index), mark, isBullet: false }
}

const ALONE_YES = new RegExp(`^(?:${TICK}|[■◼●⦿◉xXvV]|${YES})$`, 'iu')
const ALONE_NO = new RegExp(`^(?:${BOX}|[oO-]|${NO})$`, 'iu')
const IS_YES = new RegExp(`^${YES}$`, 'u')
const IS_NO = new RegExp(`^${NO}$`, 'u')

/** A cell that is nothing but a mark: « X », « oui », « ☒ oui ☐ non ». Null where it says something else. */
export function markAlone(text: string): Mark | null {
  const written = text.trim()
  if (ALONE_YES.test(written)) return 'chosen'
  if (ALONE_NO.test(written)) return 'left'
  const choices = choicesIn(written)
  if (choices.length !== 2 || !choices.every(({ option }) => isYes(option) || isNo(option))) return null
  const ticked = choices.filter((choice) => choice.ticked)
  return ticked.length === 1 && isYes(ticked[0]?.option ?? '') ? 'chosen' : 'left'
}

/** « Oui », at the head of a column or behind a box. */
export function isYes(text: string): boolean {
  return IS_YES.test(fold(text))
}

/** Whether a text is a no, and nothing else. */
export function isNo(text: string): boolean {
  return IS_NO.test(fold(text))
}
