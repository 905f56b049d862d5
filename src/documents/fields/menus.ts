import type { Call } from '../../call/call.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { hasBoxes } from '../text/choices.ts'
import { labelAt } from '../text/labels.ts'
import { isNo, isYes, type Mark, markAlone, markedOption } from '../text/marks.ts'
import { type Cell, cellText, type Line, type Page } from '../text/page.ts'
import { MENU, sectorOfOption } from './sectors.ts'
import type { SeenField } from './seen-field.ts'

/** Lines of one menu stand no further apart: one of them may run over two. */
const NEAR = 2

/** A form has fewer; of a longer page the beginning is looked at. */
const LINES = 3_000
/** Options of one line that blanks set apart. */
const APART = /\s{2,}/

interface Option {
  readonly sector: string
  readonly line: number
  readonly cell: number
  /** Which line of its cell. */
  readonly row: number
  readonly text: string
  /** `unsure`: a mark stands beside it, and under which heading is not to be seen. */
  readonly mark: Mark | 'unsure' | null
  readonly isBullet: boolean
  /** Stands behind a label on its line. */
  readonly isAnswer: boolean
}

/** The menus of a page: what is chosen in them, and the page on which no option looks like an answer. */
export interface Menus {
  readonly found: readonly SeenField[]
  readonly page: Page
}

/**
 * Lists of the call's sectors to choose from, as forms print them: one below the other, side by side, in a
 * table. What is marked is chosen; of a list without a mark nothing is, whichever stands first.
 */
export function menusOf(page: Page, call: Call): Menus {
  const menus = groupsOf(page.lines.slice(0, LINES).flatMap((_, index) => optionsOf(page.lines, index, call)))
    .map(withoutAnswer)
    .filter(isMenu)
    .map((menu) => withoutBullets(withMarksBelow(menu, page.lines)))
  const found = menus.flat().flatMap((option) => choiceOf(option, page.number))
  return { found, page: masked(page, menus.flat()) }
}

function choiceOf({ mark, sector, text }: Option, page: number): SeenField[] {
  if (mark === null || mark === 'left') return []
  const confidence = mark === 'unsure' ? WEIGHTS.fields.guessed : WEIGHTS.fields.ticked
  return [{ kind: 'sector', value: sector, confidence, page, text: `☒ ${text}` }]
}

function optionsOf(lines: readonly Line[], index: number, call: Call): Option[] {
  const line = lines[index]
  if (line === undefined) return []
  const options = line.cells.flatMap((cell, at) =>
    cell.lines.flatMap((text, row) => {
      const label = labelAt(text)
      const isAnswer = label !== null && label.kind === 'sector' && label.separated && label.rest !== ''
      return (isAnswer ? label.rest : text).split(APART).flatMap((part): Option[] => {
        const { option, mark, isBullet } = markedOption(part)
        const sector = hasBoxes(option) ? null : sectorOfOption(option, call)
        if (sector === null) return []
        return [{ sector, line: index, cell: at, row, text: option, mark, isBullet, isAnswer }]
      })
    }),
  )
  return options.map((option) =>
    option.mark === null ? { ...option, mark: markBeside(option, options, lines) } : option,
  )
}

/** What stands beside an option: of several on a line each has the mark before it, or behind it. */
function markBeside(option: Option, options: readonly Option[], lines: readonly Line[]): Option['mark'] {
  const cells = lines[option.line]?.cells ?? []
  const marks = cells.flatMap((cell, at) => {
    const mark = markAlone(cellText(cell))
    return mark === null ? [] : [{ mark, at, cell }]
  })
  const [first] = marks
  if (first === undefined) return null
  if (options.length === 1) {
    const headed = marks.map(({ mark, cell, at }) => underHeading(mark, cell, at, option.line, lines))
    return headed.find((mark) => mark === 'chosen') ?? headed.find((mark) => mark !== null) ?? null
  }
  const side = first.at < option.cell && first.at < (options[0]?.cell ?? 0) ? -1 : 1
  return marks.find(({ at }) => at === option.cell + side)?.mark ?? null
}

/** Lines above in which « Oui | Non » may head the columns. */
const ABOVE = 12

/** « X » under « Non » is no choice; where it cannot be seen under which it stands, it is unsure. */
function underHeading(
  mark: Mark,
  cell: Cell,
  at: number,
  line: number,
  lines: readonly Line[],
): Option['mark'] {
  const heads = lines
    .slice(Math.max(0, line - ABOVE), line)
    .findLast(
      ({ cells }) => cells.some((one) => isYes(cellText(one))) && cells.some((one) => isNo(cellText(one))),
    )
  if (heads === undefined || isYes(cellText(cell)) || isNo(cellText(cell))) return mark
  const [head, other] = heads.cells.filter((one, column) => isOver(one, column, cell, at))
  if (head === undefined || other !== undefined) return 'unsure'
  if (isNo(cellText(head))) return mark === 'chosen' ? 'left' : null
  return isYes(cellText(head)) ? mark : 'unsure'
}

/** Whether two cells stand in one column: by their places, else by their numbers. */
function isOver(head: Cell, column: number, cell: Cell, at: number): boolean {
  if (
    head.left === undefined ||
    head.right === undefined ||
    cell.left === undefined ||
    cell.right === undefined
  )
    return (head.column ?? column) === (cell.column ?? at)
  const middle = (cell.left + cell.right) / 2
  const slack = (head.right - head.left) / 2 + COLUMN_SLACK
  return Math.abs(middle - (head.left + head.right) / 2) <= slack
}

/** In points or pixels. */
const COLUMN_SLACK = 6

function groupsOf(options: readonly Option[]): Option[][] {
  const groups: Option[][] = []
  for (const option of options) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group !== undefined && last !== undefined && option.line - last.line <= NEAR) group.push(option)
    else groups.push([option])
  }
  return groups
}

/** « Filière choisie : Énergie » over the list of all is an answer, as the list has it again. */
function withoutAnswer(group: readonly Option[]): Option[] {
  return group.filter(
    (option) =>
      !option.isAnswer || !group.some((other) => other !== option && other.sector === option.sector),
  )
}

function isMenu(group: readonly Option[]): boolean {
  const listed = new Set(group.map(({ sector }) => sector)).size
  return listed >= MENU || (listed > 1 && group.every(({ mark }) => mark !== null))
}

/** A row of options over a row of marks. */
function withMarksBelow(menu: readonly Option[], lines: readonly Line[]): Option[] {
  return menu.map((option) => {
    const beside = menu.filter(({ line }) => line === option.line).length
    const cell = lines[option.line]?.cells[option.cell]
    const below = lines[option.line + 1]?.cells ?? []
    const isRow = beside > 1 && below.length > 0 && below.every((one) => markAlone(cellText(one)) !== null)
    if (option.mark !== null || cell === undefined || !isRow) return option
    const under = below.find((one, column) => isOver(cell, option.cell, one, column))
    return under === undefined ? option : { ...option, mark: markAlone(cellText(under)) }
  })
}

/** A sign that stands before each line of a list chooses none of them. */
function withoutBullets(menu: readonly Option[]): readonly Option[] {
  const isList = menu.every(({ isBullet, mark }) => isBullet && mark === menu[0]?.mark)
  if (isList) return menu.map((option) => ({ ...option, mark: null }))
  // « IV agroalimentaire, V environnement » counts in Roman numbers.
  const isCounted = menu.some(({ text }) => /^(?:II|III|IV)\b/.test(text))
  return isCounted ? menu.map((option) => (option.isBullet ? { ...option, mark: null } : option)) : menu
}

/** What is printed in place of an answer. */
const NOTHING = '☐'

function masked(page: Page, options: readonly Option[]): Page {
  if (options.length === 0) return page
  const ofLines = Map.groupBy(options, ({ line }) => line)
  const lines = page.lines.map((line, index) => {
    const own = ofLines.get(index)
    if (own === undefined) return line
    return {
      ...line,
      cells: line.cells.map((cell, at) => ({
        ...cell,
        lines: cell.lines.map((text, row) => {
          const option = own.find((one) => one.cell === at && one.row === row)
          if (option === undefined) return text
          const label = option.isAnswer ? labelAt(text) : null
          return label === null ? NOTHING : `${label.label} : ${NOTHING}`
        }),
      })),
    }
  })
  return { ...page, lines }
}
