import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PageSources, SCRIPTS } from '../publication/checking-page.ts'

const FOLDER = fileURLToPath(new URL('../publication/page', import.meta.url))

/** The pieces of the checking page, beside the room that puts them together. */
export async function readPageSources(): Promise<PageSources> {
  const [template = '', body = '', style = '', ...scripts] = await Promise.all(
    ['page.html', 'body.html', 'page.css', ...SCRIPTS].map((name) => readFile(join(FOLDER, name), 'utf8')),
  )
  return { template, body, style, scripts }
}
