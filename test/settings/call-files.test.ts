import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { callFilesOf } from '../../src/app/call-files.ts'
import { CallId } from '../../src/base/ids.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../config/calls/exemple-val-de-louvre-2026.yaml')
const KNOWN = CallId.parse('exemple-val-de-louvre-2026')
const NEW = CallId.parse('un-autre-appel')

async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-files-'))
  const text = await readFile(EXAMPLE, 'utf8')
  await writeFile(join(folder, 'un.yaml'), text)
  return { folder, text, files: callFilesOf({ RECEPISSE_CALL: folder }) }
}

it('a known call is where its file is, whatever the file is called; a new one has none yet', async () => {
  const { folder, text, files } = await aFolder()
  expect(files.held(KNOWN)).toEqual({ path: join(folder, 'un.yaml'), text })
  expect(files.held(NEW)).toBeNull()
  expect(files.placeOf(NEW)).toEqual({ path: join(folder, `${NEW}.yaml`), taken: true })
})

it('a file is replaced whole, and nothing is left beside it', async () => {
  const { folder, text, files } = await aFolder()
  await files.put(KNOWN, `${text}# changed\n`)
  expect(files.held(KNOWN)?.text).toBe(`${text}# changed\n`)
  expect(await readdir(folder)).toEqual(['un.yaml'])
})

it('where it cannot be replaced it is as it was, and nothing is left beside it either', async () => {
  const { folder } = await aFolder()
  await mkdir(join(folder, `${NEW}.yaml`))
  await writeFile(join(folder, `${NEW}.yaml`, 'taken'), '')
  const one = callFilesOf({ RECEPISSE_CALL: join(folder, 'un.yaml') })
  await expect(one.put(NEW, 'id: x')).rejects.toMatchObject({ code: 'call-file-unwritable' })
  expect((await readdir(folder)).sort()).toEqual([`${NEW}.yaml`, 'un.yaml'])
})
