import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { boundaries } from './corpus/set-boundaries.ts'
import { controls } from './corpus/set-controls.ts'
import { offices } from './corpus/set-offices.ts'
import { pictures } from './corpus/set-pictures.ts'
import type { Truth } from './corpus/structures.ts'

/** A document of the corpus, with what a careful clerk makes of it. */
export interface Piece {
  readonly file: string
  /** A file in it that is meant, when it is a container: its path below the container. */
  readonly member?: string
  readonly content: Uint8Array
  readonly kind: 'born' | 'scan'
  readonly roles: readonly string[]
  readonly fields: Truth
  readonly problem?: string
  readonly emptyTemplate?: boolean
}

/**
 * Makes test/fixtures/documents with LibreOffice, ghostscript, qpdf, ImageMagick and OpenSSL, and the table of
 * what is in it. Run by hand; what it makes is committed. Debian: libreoffice-writer-nogui libreoffice-calc-nogui
 * libreoffice-impress-nogui ghostscript qpdf imagemagick libheif-examples fonts-dejavu-core.
 */
const FOLDER = fileURLToPath(new URL('../fixtures/documents/', import.meta.url))
await mkdir(FOLDER, { recursive: true })
const pieces: Piece[] = []
for (const set of [offices, controls, boundaries, pictures]) pieces.push(...(await set()))
for (const piece of pieces) await writeFile(`${FOLDER}${piece.file}`, piece.content)
const table = pieces.map(({ content: _, ...facts }) => facts)
await writeFile(`${FOLDER}golden.json`, `${JSON.stringify(table, null, 2)}\n`)
