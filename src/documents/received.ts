import { z } from 'zod'
import { Fingerprint } from '../base/ids.ts'
import { type Document, DocumentKind } from './document.ts'
import { unnumberedName } from './numbered-name.ts'

/** A document as lists tell it. `decor`: a picture of a signature or layout. */
export const Listed = z.object({
  kind: DocumentKind,
  name: z.string(),
  sha256: Fingerprint,
  decor: z.boolean(),
})
export type Listed = z.infer<typeof Listed>

/** A document as it is listed: what it is, its name and fingerprint, and whether it is only decoration. */
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
 * `documents`: in their order, where what holds others stands before them.
 */
export function receivedFiles<One extends Listed>(documents: readonly One[]): readonly ReceivedFile<One>[] {
  const files: { readonly file: One; readonly members: string[] }[] = []
  const bySha256 = new Map<string, (typeof files)[number]>()
  // Of several of one name the latest: what they hold follows each.
  const holders = new Map<string, (typeof files)[number]>()
  for (const file of documents) {
    if (file.kind !== 'file' || file.decor) continue
    const known = bySha256.get(file.sha256)
    if (known !== undefined) {
      holders.set(holderName(file.name), known)
      continue
    }
    const held = heldBy(file.name, holders)
    held?.holder.members.push(held.rest)
    const own = held?.holder ?? { file, members: [] }
    if (held === null) {
      files.push(own)
      holders.set(holderName(file.name), own)
    }
    bySha256.set(file.sha256, own)
  }
  return files
}

/** The name under which its members stand: without the number that told it from another of its name. */
function holderName(name: string): string {
  return unnumberedName(name).toLowerCase()
}

/** What holds a file, and what it is called in there; null for one that came by itself. */
function heldBy<Holder>(name: string, holders: ReadonlyMap<string, Holder>) {
  for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) {
    const holder = holders.get(holderName(name.slice(0, at)))
    if (holder !== undefined) return { holder, rest: name.slice(at + 1) }
  }
  return null
}

/** « Dossier.zip (formulaire.pdf, statuts.pdf) » */
export function receivedInWords({ file, members }: ReceivedFile): string {
  return members.length === 0 ? file.name : `${file.name} (${members.join(', ')})`
}
