import { createHash } from 'node:crypto'
import { Fingerprint } from '../../base/ids.ts'
import type { DocumentReader, File, FileReading, PagePainter, Reading } from '../../documents/document.ts'
import { type ClamdPlace, scan } from './clamd.ts'

/**
 * A reader that has every attachment scanned before it is opened; clamd looks into archives itself. What is
 * infected, or too large to be scanned, is never opened. Failure('transient') while clamd is down: the mail waits.
 */
export function scanningReader(reader: DocumentReader, place: ClamdPlace): DocumentReader {
  return {
    async read(file) {
      const result = await scan(place, file.content)
      if (result === 'clean') return reader.read(file)
      if (result === 'infected')
        return [unopened(file, 'infected', 'the antivirus found something; it was not opened')]
      return [unopened(file, 'too_large', 'larger than the antivirus scans; it was not opened')]
    },
  }
}

/** The same for pages that are drawn: what is not clean, or cannot be scanned, has no picture. */
export function scanningPainter(painter: PagePainter, place: ClamdPlace): PagePainter {
  return {
    async paint(file, document, page) {
      return (await scan(place, file.content)) === 'clean' ? painter.paint(file, document, page) : null
    },
  }
}

function unopened(file: File, problem: 'infected' | 'too_large', detail: string): FileReading {
  const { name, content } = file
  const reading: Reading = {
    mediaType: 'application/octet-stream',
    pages: [],
    formValues: [],
    pictures: [],
    problem,
    detail,
  }
  const sha256 = Fingerprint.parse(createHash('sha256').update(content).digest('hex'))
  return { name, bytes: content.byteLength, sha256, reading }
}
