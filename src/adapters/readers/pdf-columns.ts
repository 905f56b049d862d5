import type { FormValue } from '../../documents/document.ts'
import { type Line, linesOfText } from '../../documents/text/page.ts'
import { isProseInColumns } from './pdf-layout.ts'

/** Pages of a PDF with prose in columns read in the order of the file, where lines would cross them. */
export async function inColumns(
  content: Uint8Array,
  laidOut: readonly (readonly Line[])[],
  formValues: readonly FormValue[],
): Promise<readonly (readonly Line[])[]> {
  const filled = new Set(formValues.map((value) => value.page))
  const partial = laidOut.flatMap((lines, index) =>
    !filled.has(index + 1) && isProseInColumns(lines) ? [index + 1] : [],
  )
  if (partial.length === 0) return laidOut
  const inOrder = await orderOfFile(content, partial)
  return laidOut.map((lines, index) => inOrder.get(index + 1) ?? lines)
}

/**
 * By page number; none when it fails. pdf-parse gives text in the order of the file, and is loaded only for
 * such pages.
 */
async function orderOfFile(
  content: Uint8Array,
  partial: number[],
): Promise<ReadonlyMap<number, readonly Line[]>> {
  await import('./without-canvas.ts')
  const { PDFParse } = await import('pdf-parse')
  const parser = new PDFParse({ data: new Uint8Array(content), verbosity: 0 })
  try {
    const { pages } = await parser.getText({ partial, pageJoiner: '', cellSeparator: ' ' })
    return new Map(pages.map((page) => [page.num, linesOfText(page.text)]))
  } catch (error) {
    if (error instanceof Error) return new Map()
    throw error
  } finally {
    await parser.destroy()
  }
}
