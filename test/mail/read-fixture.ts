import { readFileSync } from 'node:fs'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import type { DocumentRole } from '../../src/call/roles.ts'
import type { ParsedMail } from '../../src/mail/mail.ts'
import type { TriageDocument } from '../../src/mail/pieces.ts'

const folder = new URL('../fixtures/mails/', import.meta.url)

export function rawFixture(name: string): Buffer {
  return readFileSync(new URL(`${name}.eml`, folder))
}

export function readFixture(name: string): Promise<ParsedMail> {
  return createMailParser().parse(rawFixture(name))
}

export type Piece = DocumentRole | 'scan' | 'photo' | 'locked' | 'empty'

/** Documents as the reader would recognise them: `form`, `other` and so on by role, `scan`, `photo`, `locked`, `empty` by state. */
export function documents(kinds: readonly Piece[]): TriageDocument[] {
  return kinds.map((kind, index) => {
    const base = {
      kind: 'file' as const,
      name: `piece-${index}.pdf`,
      mediaType: 'application/pdf',
      roles: [],
      problem: null,
      emptyTemplate: false,
      listsCandidates: false,
      scanned: false,
      words: 200,
    }
    if (kind === 'scan') return { ...base, words: 0 }
    if (kind === 'photo') return { ...base, name: `piece-${index}.jpg`, mediaType: 'image/jpeg', words: 0 }
    if (kind === 'locked') return { ...base, problem: 'encrypted', words: 0 }
    if (kind === 'empty') return { ...base, roles: [{ role: 'form', score: 0.9 }], emptyTemplate: true }
    return { ...base, roles: [{ role: kind, score: 0.9 }] }
  })
}
