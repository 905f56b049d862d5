import { endOfRun } from './base64.ts'
import { binhexAt } from './binhex.ts'
import { isKnownFile } from './known-file.ts'
import { uuencodedAt, type WrittenFile } from './uuencode.ts'

/** A text with the files that were written into it taken out. */
export interface TextAndFiles {
  readonly text: string
  readonly files: readonly Pick<WrittenFile, 'name' | 'content'>[]
}

/** Without one of these lines there is nothing to look for. */
const SIGNS = /^begin(-base64)? [0-7]{3}|^=ybegin |^\(This file must be|^\s{0,8}[A-Za-z0-9+/]{60}/im
const FIELD = /^[A-Za-z-]+:|^[ \t]+\S/
const NAME = /\b(?:file)?name[ \t]*=[ \t]*(?:"([^"\r\n]{1,300})"|([^";\s]{1,300}))/i
const FILES_AT_MOST = 200

/** Files in uuencode, BinHex, yEnc or base64 between the lines of a text, several of them too. */
export function writtenFiles(text: string): TextAndFiles {
  if (!SIGNS.test(text)) return { text, files: [] }
  const lines = text.split(/\r?\n/)
  const files: Pick<WrittenFile, 'name' | 'content'>[] = []
  const kept: string[] = []
  for (let at = 0; at < lines.length; ) {
    const found = files.length < FILES_AT_MOST ? fileAt(lines, at) : null
    if (found === null) {
      kept.push(lines[at] ?? '')
      at += 1
      continue
    }
    const head = isBase64(lines, at) ? headAbove(kept) : []
    files.push({ name: found.name ?? nameIn(head), content: found.content })
    kept.splice(kept.length - head.length)
    at = head.length > 0 && /^\s*--\S/.test(lines[found.to] ?? '') ? found.to + 1 : found.to
  }
  return files.length === 0 ? { text, files } : { text: kept.join('\n'), files }
}

function fileAt(lines: readonly string[], at: number): WrittenFile | null {
  return uuencodedAt(lines, at) ?? binhexAt(lines, at) ?? yencAt(lines, at) ?? base64At(lines, at)
}

/** yEnc is of newsgroups: its bytes rarely come whole through mail. It is shown to be there, not decoded. */
function yencAt(lines: readonly string[], from: number): WrittenFile | null {
  const opening = lines[from] ?? ''
  if (!opening.startsWith('=ybegin ')) return null
  let end = from + 1
  while (end < lines.length && !(lines[end] ?? '').startsWith('=y')) end += 1
  while ((lines[end] ?? '').startsWith('=ypart') || (lines[end] ?? '').startsWith('=yend')) end += 1
  const name = /\bname=(\S.{0,299})$/.exec(opening.trimEnd())?.[1] ?? null
  return { name, content: Buffer.from(lines.slice(from, end).join('\n')), from, to: end }
}

/** Lines of base64 that are certainly a file: what only could be one is text. */
function base64At(lines: readonly string[], from: number): WrittenFile | null {
  if (!isBase64(lines, from)) return null
  const to = endOfRun(lines, from)
  const start = Buffer.from((lines[from] ?? '').slice(0, 64), 'base64')
  if (!isKnownFile(start)) return null
  return { name: null, content: Buffer.from(lines.slice(from, to).join(''), 'base64'), from, to }
}

function isBase64(lines: readonly string[], at: number): boolean {
  return /^\s*[A-Za-z0-9+/]{60}/.test(lines[at] ?? '')
}

/** The head of a part that was pasted with it: blank lines, fields down to a « Content-… », a delimiter. */
function headAbove(kept: readonly string[]): readonly string[] {
  let at = kept.length
  while (at > 0 && (kept[at - 1] ?? '').trim() === '') at -= 1
  const fields = at
  while (at > 0 && fields - at < 40 && FIELD.test(kept[at - 1] ?? '')) at -= 1
  if (!kept.slice(at, fields).some((line) => /^content-[a-z-]+:/i.test(line))) return []
  if (/^--\S/.test(kept[at - 1] ?? '')) at -= 1
  return kept.slice(at)
}

function nameIn(head: readonly string[]): string | null {
  const found = NAME.exec(head.join('\n'))
  return found === null ? null : (found[1] ?? found[2] ?? null)
}
