import type { Stats } from 'node:fs'
import { open as openFile, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { Failure } from '../../base/failure.ts'
import { type Instant, instantFromEpoch } from '../../base/instant.ts'
import type { Clocks } from '../../evidence/evidence.ts'

/** A mail in a file: `file` is its name as people know it, below the path that was given. */
export interface SavedMail {
  readonly file: string
  readonly raw: Uint8Array
  readonly fileTime: Instant
  /** The clocks that the register holds of it; a file has its own time only. */
  readonly clocks?: Clocks
}

/**
 * The mails at some paths: files, mbox files, Maildirs, or folders of these at any depth, in order of name. A
 * file that is named is a mail whatever it is called; of a folder's files, those that look like one. A file
 * that cannot be read is a mail of no bytes, so that it is accounted for. Failure('permanent') for a path
 * that is not there.
 */
export async function savedMails(paths: readonly string[]): Promise<readonly SavedMail[]> {
  const mails: SavedMail[] = []
  for (const path of paths) {
    const found = await stat(path).catch((error: unknown) => {
      throw new Failure('permanent', 'no-such-path', `${path}: there is no such file or folder`, {
        cause: error,
      })
    })
    if (found.isDirectory()) mails.push(...(await inFolder(path, path)))
    else mails.push(...(await inFile(path, basename(path), found)))
  }
  return withDistinctNames(mails)
}

async function inFolder(folder: string, root: string): Promise<readonly SavedMail[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((left, right) =>
    left.name < right.name ? -1 : 1,
  )
  const isMaildir =
    entries.some((entry) => entry.name === 'cur') && entries.some((entry) => entry.name === 'new')
  const mails: SavedMail[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!(isMaildir && entry.name === 'tmp')) mails.push(...(await inFolder(path, root)))
    } else if (await isMail(path, folder)) {
      mails.push(...(await inFile(path, relative(root, path), await stat(path))))
    }
  }
  return mails
}

/** By name, by the folder of a Maildir, or by what it begins with. */
async function isMail(path: string, folder: string): Promise<boolean> {
  if (/\.(eml|mbox)$/i.test(path) || /(^|\/)(cur|new)$/.test(folder)) return true
  const beginning = (await firstBytes(path)).toString('latin1')
  return FIRST_LINE.test(beginning) || FIELD.test(beginning)
}

/** A header field that mail programs put first, or the separator of an mbox. */
const FIRST_LINE = /^(?:From |[A-Z][A-Za-z0-9-]*:[ \t])/
/**
 * Some programs save more above the head than its fields: the lines of the SMTP session, or nothing but blank
 * ones.
 */
const FIELD = /(?:^|[\r\n])(?:Received|Return-Path|Message-ID|MIME-Version):[ \t]/i
const BEGINNING_BYTES = 2048

async function firstBytes(path: string): Promise<Buffer> {
  const buffer = Buffer.alloc(BEGINNING_BYTES)
  const file = await openFile(path).catch(() => null)
  if (file === null) return Buffer.alloc(0)
  await using opened = file
  const { bytesRead } = await opened.read(buffer, 0, BEGINNING_BYTES, 0)
  return buffer.subarray(0, bytesRead)
}

async function inFile(path: string, file: string, found: Stats): Promise<readonly SavedMail[]> {
  const fileTime = instantFromEpoch(found.mtimeMs)
  const raw = await readFile(path).catch(() => new Uint8Array())
  const separated = Buffer.from(raw.subarray(0, 5)).toString('latin1') === 'From '
  // What somebody saved as .eml is one mail, even with the separator line of the mbox that it was cut from.
  if (/\.eml$/i.test(path)) return [{ file, raw: separated ? withoutFirstLine(raw) : raw, fileTime }]
  const mails = separated || /\.mbox$/i.test(path) ? splitMbox(Buffer.from(raw)) : []
  if (mails.length === 0) return [{ file, raw, fileTime }]
  return mails.map((mail, index) => ({
    file: mails.length === 1 ? file : `${file}#${index + 1}`,
    raw: mail,
    fileTime,
  }))
}

function withoutFirstLine(raw: Uint8Array): Uint8Array {
  const end = raw.findIndex((byte) => byte === 10 || byte === 13)
  if (end === -1) return raw
  return raw.subarray(raw[end] === 13 && raw[end + 1] === 10 ? end + 2 : end + 1)
}

/**
 * mboxrd (RFC 4155): each mail begins with a line « From … » after an empty line; « >From » loses one « > ».
 */
export function splitMbox(raw: Buffer): readonly Buffer[] {
  const text = raw.toString('latin1')
  const starts = [...text.matchAll(/(?:^|\r?\n\r?\n)From [^\n]*\n/g)]
  return starts.map((start, index) => {
    const from = start.index + start[0].length
    const to = starts[index + 1]?.index ?? text.length
    return Buffer.from(text.slice(from, to).replace(/^>(>*From )/gm, '$1'), 'latin1')
  })
}

function withDistinctNames(mails: readonly SavedMail[]): readonly SavedMail[] {
  const seen = new Map<string, number>()
  return mails.map((mail) => {
    const count = (seen.get(mail.file) ?? 0) + 1
    seen.set(mail.file, count)
    return count === 1 ? mail : { ...mail, file: `${mail.file} (${count})` }
  })
}
