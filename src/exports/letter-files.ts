import type { LetterFile } from '../acknowledgement/outgoing.ts'
import type { OutboxItem } from '../register/outbox.ts'
import { fileNamed } from './file-names.ts'

/** A file that left with a letter, under a name that every system takes and that tells which letter. */
export interface FileOfLetter {
  readonly name: string
  readonly type: LetterFile['type']
  readonly content: Uint8Array
}

/** The files that went with a letter, under names that are unique and safe in a folder. */
export function filesOfLetter({ id, letter }: Pick<OutboxItem, 'id' | 'letter'>): readonly FileOfLetter[] {
  return (letter.attachments ?? []).map(({ name, type, base64 }, position) => ({
    name: `${id}-${position + 1}-${fileNamed(name)}`,
    type,
    content: Buffer.from(base64, 'base64'),
  }))
}
