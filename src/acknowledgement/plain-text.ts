import type { Block, Section } from './layout.ts'

const COLUMNS = 72

/**
 * A letter as plain text: at most 72 columns, so that every program and terminal shows it as it was written.
 */
export function renderText(sections: readonly Section[], closing: string): string {
  const parts = sections.map((section) => {
    const blocks = section.blocks.map(renderBlock).join('\n\n')
    return section.title === null
      ? blocks
      : `${wrap(section.title.toLocaleUpperCase('fr'), '', '')}\n\n${blocks}`
  })
  return `${[...parts, wrap(closing, '', '')].join('\n\n')}\n`
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return wrap(block.text, '', '')
    case 'facts':
      return block.facts
        .map((fact) => {
          const line = wrap(`${fact.label}\u00A0: ${fact.value}`, '', '  ')
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
          return `${wrap(`${file.name} – ${file.size}`, number, indent)}\n${indent}SHA-256\u00A0:\n${indent}${file.sha256}`
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
