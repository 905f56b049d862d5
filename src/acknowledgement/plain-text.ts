import type { Language } from '../language/language.ts'
import type { Block, Section } from './layout.ts'

const COLUMNS = 72

/**
 * A letter as plain text: at most 72 columns, so that every program and terminal shows it as it was written.
 */
export function renderText(sections: readonly Section[], closing: string, written = FRENCH): string {
  return `${sectionsAsText(sections, written)}\n\n${wrap(closing, '', '')}\n`
}

/** How a language writes capitals and colons; what staff read is French. */
export type Written = Pick<Language, 'locale'> & {
  readonly typography: Pick<Language['typography'], 'colon'>
}
export const FRENCH: Written = { locale: 'fr', typography: { colon: '\u00A0:' } }

/** The same without what closes it. */
export function sectionsAsText(sections: readonly Section[], written: Written): string {
  const parts = sections.map((section) => {
    const blocks = section.blocks.map((block) => renderBlock(block, written)).join('\n\n')
    return section.title === null
      ? blocks
      : `${wrap(section.title.toLocaleUpperCase(written.locale), '', '')}\n\n${blocks}`
  })
  return parts.join('\n\n')
}

function renderBlock(block: Block, written: Written): string {
  const { colon } = written.typography
  switch (block.kind) {
    case 'paragraph':
      return wrap(block.text, '', '')
    case 'facts':
      return block.facts
        .map((fact) => {
          const line = wrap(`${fact.label}${colon} ${fact.value}`, '', '  ')
          return fact.note === undefined ? line : `${line}\n${wrap(fact.note, '  ', '  ')}`
        })
        .join('\n')
    case 'list':
      return block.items.map((item) => wrap(item, '- ', '  ')).join('\n')
    case 'files':
      return block.files
        .map((file, index) => {
          const number = `${index + 1}. `
          const indent = ' '.repeat(number.length)
          const named = wrap(`${file.name} – ${file.size}`, number, indent)
          return `${named}\n${indent}SHA-256${colon}\n${indent}${file.sha256}`
        })
        .join('\n')
    case 'verbatim':
      return block.text
    case 'table':
      return [
        wrap(block.caption, '', ''),
        ...block.rows.map((row) => wrap(tableRow(block.head, row), '- ', '  ')),
      ].join('\n')
  }
}

/** A row as a sentence: a table of columns would not fit 72. */
function tableRow(head: readonly string[], row: readonly string[]): string {
  const [first = '', ...others] = row
  const told = others.flatMap((cell, index) =>
    cell === '' ? [] : [`${(head[index + 1] ?? '').toLocaleLowerCase('fr')}\u00A0: ${cell}`],
  )
  return [first, ...told].join(' ; ').replace(/ ;/g, '\u202F;')
}

/**
 * Breaks at plain spaces only. A word longer than a line, a link or a file's name, stays whole: cut it would
 * be another.
 */
export function wrap(text: string, first: string, others: string): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/[ \n]+/)) {
    if (!empty && line.length + 1 + word.length > COLUMNS) {
      lines.push(line)
      line = others
      empty = true
    }
    line = empty ? line + word : `${line} ${word}`
    empty = false
  }
  return [...lines, line].join('\n')
}
