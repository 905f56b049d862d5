import type { Line, Page } from '../documents/text/page.ts'
import { findPassage, type Passage, type Stretch } from '../documents/text/passage.ts'
import { type Html, html, NOTHING } from './html.ts'
import { MARK } from './read-there.ts'

/** Letters of a page that are shown: of a longer one the original says the rest. */
const SHOWN = 40_000
const BESIDE = '\u2003'

/** A line with its texts as they are shown, what was read there marked. */
interface Written {
  readonly cells: readonly Html[]
  readonly continues: boolean
}

/** A page as it is drawn from what a reader told of it, and whether something is marked on it. */
export interface WrittenPage {
  readonly shown: Html
  readonly isMarked: boolean
}

/**
 * Drawn by us, as a sheet: paragraphs, and rows of cells as tables. Nothing of the original is in it but its
 * words.
 */
export function writtenPage({ number, lines }: Page, passage: Passage | null): WrittenPage {
  const shownLines = firstLines(lines)
  const texts = shownLines.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines))
  const found = passage === null ? null : findPassage(texts.join('\n'), passage)
  const blocks = blocksOf(markedLines(shownLines, found))
  const rest =
    shownLines.length < lines.length ? html`<p class="hint">La suite est dans l’original.</p>` : NOTHING
  return {
    shown: html`<div class="written" role="region" aria-label="Texte lu, page ${number}" \
tabindex="0">${blocks.map(blockShown)}${rest}</div>`,
    isMarked: found !== null,
  }
}

function firstLines(lines: readonly Line[]): readonly Line[] {
  let left = SHOWN
  const end = lines.findIndex(({ cells }) => {
    for (const cell of cells) for (const text of cell.lines) left -= text.length
    return left < 0
  })
  return end < 0 ? lines : lines.slice(0, Math.max(1, end))
}

function markedLines(lines: readonly Line[], found: Stretch | null): Written[] {
  let at = 0
  const shown = (text: string): Html => {
    const part = marked(text, at, found)
    at += text.length + 1
    return part
  }
  return lines.map(({ cells, continues }) => ({
    continues,
    cells: cells.map((cell) => cell.lines.map(shown).reduce((above, below) => html`${above}<br>${below}`)),
  }))
}

/** A text that begins at this place of its page; the first part of what is marked is where addresses lead. */
function marked(text: string, at: number, found: Stretch | null): Html {
  const first = Math.max(0, (found?.first ?? 0) - at)
  const end = Math.min(text.length, (found?.end ?? 0) - at)
  if (found === null || first >= end) return html`${text.slice(0, SHOWN)}`
  const id = found.first >= at ? html` id="${MARK}"` : NOTHING
  return html`${text.slice(0, first)}<mark${id}>${text.slice(first, end)}</mark>${text.slice(end)}`
}

/** Rows that follow one another are a table; each other line is a paragraph. */
type Block = { readonly rows: Written[] } | { readonly line: Written; readonly isApart: boolean }

function blocksOf(lines: readonly Written[]): Block[] {
  const blocks: Block[] = []
  let isApart = false
  for (const line of lines) {
    const before = blocks.at(-1)
    const table = before !== undefined && 'rows' in before && !isApart ? before : null
    if (line.cells.length === 0) isApart = true
    else {
      if (table !== null && (line.cells.length > 1 || line.continues)) table.rows.push(line)
      else if (line.cells.length > 1) blocks.push({ rows: [line] })
      else blocks.push({ line, isApart })
      isApart = false
    }
  }
  return blocks
}

function blockShown(block: Block): Html {
  if ('line' in block)
    return html`<p${block.isApart ? html` class="apart"` : NOTHING}>${block.line.cells}</p>`
  const [only] = block.rows
  if (block.rows.length === 1 && only !== undefined)
    return html`<p>${only.cells.map((cell, index) => html`${index === 0 ? '' : BESIDE}${cell}`)}</p>`
  return table(block.rows)
}

/** Two columns are labels and answers; more have their heads in the first row, where it is whole. */
function table(rows: readonly Written[]): Html {
  const columns = Math.max(...rows.map(widthOf))
  return html`<table><tbody>${rows.map((row, index) => {
    const isHead = index === 0 && columns > 2 && widthOf(row) === columns && !row.continues
    const last = row.cells.length - 1
    const cells = row.cells.map((cell, at) => {
      const wide =
        at === last && widthOf(row) < columns ? html` colspan="${columns - widthOf(row) + 1}"` : NOTHING
      if (isHead) return html`<th scope="col">${cell}</th>`
      if (columns === 2 && at === 0 && last === 1) return html`<th scope="row">${cell}</th>`
      return html`<td${wide}>${cell}</td>`
    })
    return html`<tr>${row.continues ? html`<td></td>` : NOTHING}${cells}</tr>`
  })}</tbody></table>`
}

function widthOf({ cells, continues }: Written): number {
  return cells.length + (continues ? 1 : 0)
}
