import { z } from 'zod'
import { Fingerprint } from '../base/ids.ts'
import { type Document, DocumentKind } from './document.ts'

/** A document as lists tell it. `decor`: a picture of a signature or layout. */
export const Listed = z.object({
  kind: DocumentKind,
  name: z.string(),
  sha256: Fingerprint,
  decor: z.boolean(),
})
export type Listed = z.infer<typeof Listed>

export function listedOf({ kind, name, sha256, roles }: Document): Listed {
  return { kind, name, sha256, decor: roles.some(({ role }) => role === 'decor') }
}

/** A file that a person sent, with the names of what it holds where it is an archive or a mail. */
export interface ReceivedFile<One extends Listed = Listed> {
  readonly file: One
  readonly members: readonly string[]
}

/**
 * What was received, each file once: neither the text of a mail nor a link under which something waits, not
 * what staff typed, no picture of a signature; not the same bytes again; and what an archive holds with it.
 */
export function receivedFiles<One extends Listed>(documents: readonly One[]): readonly ReceivedFile<One>[] {
  const seen = new Set<string>()
  const files = documents.filter(({ kind, decor, sha256 }) => {
    if (kind !== 'file' || decor || seen.has(sha256)) return false
    seen.add(sha256)
    return true
  })
  const holders = documents.filter(({ kind }) => kind === 'file').map(({ name }) => `${name}/`)
  const holderOf = (name: string) => holders.find((holder) => name.startsWith(holder))
  return files
    .filter(({ name }) => holderOf(name) === undefined)
    .map((file) => ({
      file,
      members: files.flatMap(({ name }) =>
        holderOf(name) === `${file.name}/` ? [name.slice(file.name.length + 1)] : [],
      ),
    }))
}

/** « Dossier.zip (formulaire.pdf, statuts.pdf) » */
export function receivedInWords({ file, members }: ReceivedFile): string {
  return members.length === 0 ? file.name : `${file.name} (${members.join(', ')})`
}
