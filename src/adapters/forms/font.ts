import { readFile } from 'node:fs/promises'
import { Failure } from '../../base/failure.ts'

/** Where Debian puts it. */
export const FONT_PLACE = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'

/** A font with all letters that names bear. Failure('permanent') says how to get it. */
export async function formFont(): Promise<Uint8Array> {
  try {
    return await readFile(FONT_PLACE)
  } catch (error) {
    throw new Failure(
      'permanent',
      'font-missing',
      'the form needs the font DejaVu Sans. Install it with: apt-get install -y fonts-dejavu-core',
      { cause: error },
    )
  }
}
