import type { Line as TextLine, Worker } from 'tesseract.js'
import type { Line } from '../../documents/text/page.ts'
import type { Moved } from './gutter.ts'
import { layOut } from './pdf-layout.ts'
import type { Placed } from './placed.ts'
import { numbersReadAgain, type ReadWord } from './read-again.ts'
import { FRENCH, folderOf } from './recognised-languages.ts'
import { inRuledCells } from './ruled-cells.ts'
import type { Straightened } from './straighten.ts'

/** What was recognised in a picture of a page. `confidence` from 0 to 1, over its words. */
export interface Recognised {
  readonly lines: readonly Line[]
  readonly confidence: number
}

/**
 * One column of text in sizes that vary: the default lost 12 of 13 fields of a clean form (library study, 2).
 */
const SINGLE_COLUMN = '4'

let running: { readonly data: string; readonly engine: Promise<Worker> } | null = null

/**
 * Recognises text in a straightened page, offline, French where nothing is said. The engine is started once
 * in a process and kept; there is room for one, so that another language takes its place.
 */
export async function recognise({ png, rules, moved }: Straightened, of = FRENCH): Promise<Recognised> {
  const engine = await engineFor(of)
  const { data } = await engine.recognize(Buffer.from(png), {}, { blocks: true, text: false })
  const lines = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines),
  )
  const words = lines.flatMap((line) => line.words)
  const again = await numbersReadAgain(engine, png, words, SINGLE_COLUMN)
  const placed = lines.flatMap((line) => placedWords(line, again)).map((word) => putBack(word, moved))
  const sum = words.reduce((total, word) => total + word.confidence, 0)
  return {
    lines: layOut(inRuledCells(placed, rules)),
    confidence: words.length === 0 ? 0 : sum / words.length / 100,
  }
}

async function engineFor(data: string): Promise<Worker> {
  if (running?.data === data) return running.engine
  const before = running?.engine
  running = { data, engine: before === undefined ? start(data) : instead(before, data) }
  return running.engine
}

async function instead(before: Promise<Worker>, data: string): Promise<Worker> {
  await (await before).terminate()
  return start(data)
}

async function start(data: string): Promise<Worker> {
  const { default: tesseract } = await import('tesseract.js')
  const engine = await tesseract.createWorker(data, tesseract.OEM.LSTM_ONLY, {
    langPath: folderOf(data),
    cacheMethod: 'none',
    gzip: true,
    // Without it a failed page is thrown where nobody can catch it; the call is rejected all the same.
    errorHandler: () => undefined,
  })
  await engine.setParameters({
    tessedit_pageseg_mode: SINGLE_COLUMN as never,
    preserve_interword_spaces: '1',
  })
  return engine
}

/** Words stand on their line's baseline: their own boxes jump up and down with their letters. */
function placedWords(line: TextLine, again: ReadonlyMap<ReadWord, string>): Placed[] {
  const height = Math.max(8, line.bbox.y1 - line.bbox.y0)
  return line.words
    .filter((word) => word.text.trim() !== '')
    .map((word) => ({
      text: again.get(word) ?? word.text,
      x: word.bbox.x0,
      y: line.baseline.y0 || line.bbox.y1,
      width: word.bbox.x1 - word.bbox.x0,
      height,
    }))
}

/** A word of a column that was moved below its page, at its own place. */
function putBack(word: Placed, moved: Moved | null): Placed {
  return moved !== null && word.y > moved.from ? { ...word, y: word.y - moved.down } : word
}
