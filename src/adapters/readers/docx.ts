import type { FormValue, Reading } from '../../documents/document.ts'
import type { Line } from '../../documents/text/page.ts'
import { DocxStory } from './docx-story.ts'
import { joined } from './lines.ts'
import { leaf, type Opened, pagesOf, Unreadable } from './opened.ts'
import { walkXml } from './xml.ts'
import { officePart, openArchive } from './zip.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * A Word file as its reader sees it: headers, text, notes, text boxes, with the values of its controls in
 * their places; what a tracked change deleted is not there. mammoth was tried: it loses headers and legacy
 * lists, and takes a placeholder for an answer.
 */
export async function readDocx(content: Uint8Array): Promise<Opened> {
  await using archive = await openArchive(content)
  const names = archive.entries.map((entry) => entry.fileName)
  if (!names.includes('word/document.xml')) throw new Unreadable('unreadable', 'no word/document.xml')
  const parts = [
    ...names.filter((name) => /^word\/header\d*\.xml$/.test(name)),
    'word/document.xml',
    ...names.filter((name) => /^word\/(footnotes|endnotes|footer\d*)\.xml$/.test(name)),
  ]
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
    if (part === 'word/document.xml') pictures.push(...story.pictures)
  }
  return leaf(DOCX, { pages: pagesOf([joined(stories)]), formValues, pictures })
}
