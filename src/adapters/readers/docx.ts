import type { FormValue, Reading } from '../../documents/document.ts'
import type { Line } from '../../documents/text/page.ts'
import { chunksOf } from './docx-chunks.ts'
import { DocxStory } from './docx-story.ts'
import { joined } from './lines.ts'
import { mainPart, type Related, relatedParts } from './office-package.ts'
import {
  type Budget,
  type FormatReader,
  leaf,
  type Opened,
  pagesOf,
  type ReaderOf,
  Unreadable,
} from './opened.ts'
import { walkXml } from './xml.ts'
import { type Archive, officePart, openArchive } from './zip.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * A Word file as its reader sees it: headers, text, notes, text boxes, with the values of its controls in
 * their places; what a tracked change deleted is not there. mammoth was tried: it loses headers and legacy
 * lists, and takes a placeholder for an answer.
 */
export function docxReader(readerOf: ReaderOf): FormatReader {
  return (content, budget) => readDocx(content, budget, readerOf)
}

async function readDocx(content: Uint8Array, budget: Budget, readerOf: ReaderOf): Promise<Opened> {
  await using archive = await openArchive(content)
  const main = (await mainPart(archive))?.part
  if (main === undefined) throw new Unreadable('unreadable', 'no main part')
  const related = await relatedParts(archive, main)
  const parts = [...asideParts(archive, related, ['header']), main, ...asideParts(archive, related, BELOW)]
  const stories: Line[][] = []
  const formValues: FormValue[] = []
  const pictures: Reading['pictures'] = []
  for (const part of parts) {
    const xml = await officePart(archive, part)
    if (xml === null) continue
    const story = new DocxStory()
    walkXml(xml, story)
    stories.push(story.lines())
    formValues.push(...story.formValues)
    // A logo in the header is decoration: only the body can hold a signature.
    if (part === main) pictures.push(...story.pictures)
  }
  for (const chunk of await chunksOf(archive, related, budget, readerOf)) {
    stories.push(...chunk.pages.map((page) => [...page.lines]))
    formValues.push(...chunk.formValues)
  }
  return leaf(DOCX, { pages: pagesOf([joined(stories)]), formValues, pictures })
}

const BELOW = ['footnotes', 'endnotes', 'footer'] as const

/** In the order of the archive; a file that says nothing of its parts has them under the usual names. */
function asideParts(archive: Archive, related: readonly Related[], kinds: readonly string[]): string[] {
  const told = related.filter(({ kind }) => kinds.includes(kind)).map(({ part }) => part.toLowerCase())
  const usual = new RegExp(`^word/(${kinds.join('|')})\\d*\\.xml$`)
  const wanted = (name: string): boolean =>
    related.length === 0 ? usual.test(name) : told.includes(name.toLowerCase())
  return archive.entries.map((entry) => entry.fileName).filter(wanted)
}
