import type { Line } from '../../documents/text/page.ts'
import { Lines } from './lines.ts'
import { byNumber, localName } from './office-names.ts'
import { mainPart, relatedParts } from './office-package.ts'
import { leaf, type Opened, pagesOf } from './opened.ts'
import { walkXml, type XmlHandler } from './xml.ts'
import { type Archive, officePart, openArchive } from './zip.ts'

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/**
 * Slides in the order in which they are shown; each is a page, with its tables. Speaker's notes are not
 * shown.
 */
export async function readPptx(content: Uint8Array): Promise<Opened> {
  await using archive = await openArchive(content)
  const slides: Line[][] = []
  for (const name of await slideNames(archive)) {
    const xml = await officePart(archive, name)
    if (xml === null) continue
    const slide = new Slide()
    walkXml(xml, slide)
    slides.push(slide.lines())
  }
  return leaf(PPTX, { pages: pagesOf(slides) })
}

async function slideNames(archive: Archive): Promise<string[]> {
  const main = (await mainPart(archive))?.part ?? 'ppt/presentation.xml'
  const related = await relatedParts(archive, main)
  const presentation = (await officePart(archive, main)) ?? ''
  const shown = [...presentation.matchAll(/<(?:\w+:)?sldId\b[^>]*\b\w+:id="([^"]*)"/g)].map(
    (match) => match[1],
  )
  const told = shown.flatMap((id) => related.filter((one) => one.id === id))
  if (told.length > 0) return told.map(({ part }) => part)
  return archive.entries
    .map((entry) => entry.fileName)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort(byNumber)
}

/** One slide (ECMA-376, 21): paragraphs and tables of DrawingML. */
class Slide implements XmlHandler {
  readonly #lines = new Lines()
  #inText = false

  lines(): Line[] {
    return this.#lines.lines()
  }

  text(text: string): void {
    if (this.#inText) this.#lines.add(text)
  }

  open(tag: string): void {
    const name = localName(tag)
    if (name === 't') this.#inText = true
    else if (name === 'br') this.#lines.newLine()
    else if (name === 'tr') this.#lines.openRow()
    else if (name === 'tc') this.#lines.openCell()
  }

  close(tag: string): void {
    const name = localName(tag)
    if (name === 't') this.#inText = false
    else if (name === 'p') this.#lines.newLine()
    else if (name === 'tc') this.#lines.closeCell()
    else if (name === 'tr') this.#lines.closeRow()
  }
}
