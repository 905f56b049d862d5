import { plainText } from '../../base/text-gate.ts'
import type { FormValue, Reading } from '../../documents/document.ts'
import { type Line, mapLines } from '../../documents/text/page.ts'

/**
 * A reading whose texts are plain (src/base/text-gate.ts): the one place through which all that readers read
 * comes.
 */
export function gated(reading: Reading): Reading {
  const { pages, formValues, pictures } = reading
  return {
    ...reading,
    pages: pages.map((page) => ({ ...page, lines: mapLines(wholeWords(page.lines), plainText) })),
    formValues: formValues.map(gatedValue),
    pictures: pictures.map((picture) =>
      picture.above === undefined ? picture : { ...picture, above: plainText(picture.above) },
    ),
  }
}

function gatedValue(control: FormValue): FormValue {
  const { name, label, value } = control
  return { ...control, name: plainText(name), label: plainText(label), value: plainText(value) }
}

const SOFT_HYPHEN = '\u00AD'

/** A word that a soft hyphen splits over a line end stands whole in the line where it begins. */
function wholeWords(lines: readonly Line[]): readonly Line[] {
  if (!lines.some((line) => line.cells.some((cell) => cell.lines.some((text) => text.endsWith(SOFT_HYPHEN)))))
    return lines
  const texts = lines.flatMap((line) => line.cells.flatMap((cell) => cell.lines))
  for (let index = 0; index + 1 < texts.length; index += 1) {
    const text = texts[index] ?? ''
    if (!text.endsWith(SOFT_HYPHEN)) continue
    const [rest = '', ...others] = (texts[index + 1] ?? '').split(' ')
    texts[index] = text + rest
    texts[index + 1] = others.join(' ')
  }
  let next = 0
  return lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell) => ({ ...cell, lines: cell.lines.map(() => texts[next++] ?? '') })),
  }))
}
