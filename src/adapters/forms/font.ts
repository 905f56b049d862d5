import { readFile } from 'node:fs/promises'
import { Failure } from '../../base/failure.ts'

/** Where Debian puts them. */
export const FONT_PLACE = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'
const BOLD_PLACE = '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf'

/** TrueType fonts with all letters that names bear: those of every PDF reader lack some. */
export interface FormFonts {
  readonly plain: Uint8Array
  readonly bold: Uint8Array
}

/** Failure('permanent') says how to get them. */
export async function formFonts(): Promise<FormFonts> {
  try {
    return { plain: await readFile(FONT_PLACE), bold: await readFile(BOLD_PLACE) }
  } catch (error) {
    throw new Failure(
      'permanent',
      'font-missing',
      'the form needs the font DejaVu Sans. Install it with: apt-get install -y fonts-dejavu-core',
      { cause: error },
    )
  }
}
