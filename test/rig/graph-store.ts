import { createHash, randomUUID } from 'node:crypto'

/** A mail in the stand-in's store. Its id is for its life; the other one changes with each move, as Exchange's do. */
export interface StoredMail {
  readonly immutableId: string
  folderId: string
  readonly receivedAt: string
  readonly raw: Buffer
  moves: number
  /** Never changed by us: a test looks. */
  isRead: boolean
}

export interface StoredFolder {
  readonly id: string
  /** As Graph knows it, for those of every mailbox. */
  readonly wellKnown: string | null
  displayName: string
  readonly parentId: string | null
  /** What happened in it, in order: a delta token is a place in this list. */
  readonly log: { readonly mail: string; readonly isGone: boolean }[]
}

const WELL_KNOWN: readonly (readonly [string, string])[] = [
  ['inbox', 'Boîte de réception'],
  ['junkemail', 'Courrier indésirable'],
  ['sentitems', 'Éléments envoyés'],
  ['deleteditems', 'Éléments supprimés'],
  ['archive', 'Archive'],
]

/** What one mailbox holds, and what a person does in it with a program of their own. */
export class GraphStore {
  readonly mails = new Map<string, StoredMail>()
  readonly folders = new Map<string, StoredFolder>()
  /** Mails are written anew with each move: their bytes change, their ids do not. */
  rewritesMoved = false
  /** With immutable ids a delta query does not tell of what was moved in (microsoft-graph-docs-contrib, 72). */
  hidesMoves = false

  constructor() {
    for (const [wellKnown, name] of WELL_KNOWN) this.#add(wellKnown, name, null)
  }

  folder(name: string): StoredFolder {
    const [first = '', ...rest] = name.split('/')
    let found = [...this.folders.values()].find(
      ({ wellKnown, displayName, parentId }) =>
        parentId === null && (wellKnown === first.toLowerCase() || displayName === first),
    )
    for (const child of rest)
      found = [...this.folders.values()].find(
        ({ displayName, parentId }) => parentId === found?.id && displayName === child,
      )
    if (found === undefined) throw new Error(`no folder ${name}`)
    return found
  }

  createFolder(name: string): void {
    const at = name.lastIndexOf('/')
    const parent = at < 0 ? null : this.folder(name.slice(0, at)).id
    this.#add(null, name.slice(at + 1), parent)
  }

  renameFolder(name: string, other: string): void {
    this.folder(name).displayName = other
  }

  deleteFolder(name: string): void {
    const { id } = this.folder(name)
    for (const mail of this.in(name)) this.mails.delete(mail.immutableId)
    this.folders.delete(id)
  }

  deliver(raw: Buffer, receivedAt: string, folder = 'inbox'): StoredMail {
    const to = this.folder(folder)
    const mail: StoredMail = {
      immutableId: `AAkALg${createHash('sha256').update(randomUUID()).digest('base64url')}=`,
      folderId: to.id,
      // Exchange keeps seconds.
      receivedAt: `${receivedAt.slice(0, 19)}Z`,
      raw,
      moves: 0,
      isRead: false,
    }
    this.mails.set(mail.immutableId, mail)
    to.log.push({ mail: mail.immutableId, isGone: false })
    return mail
  }

  in(folder: string): readonly StoredMail[] {
    const { id } = this.folder(folder)
    return [...this.mails.values()].filter(({ folderId }) => folderId === id)
  }

  move(mail: StoredMail, folder: string): void {
    const to = this.folder(folder)
    this.folders.get(mail.folderId)?.log.push({ mail: mail.immutableId, isGone: true })
    if (!this.hidesMoves) to.log.push({ mail: mail.immutableId, isGone: false })
    mail.folderId = to.id
    mail.moves += 1
  }

  remove(mail: StoredMail): void {
    this.folders.get(mail.folderId)?.log.push({ mail: mail.immutableId, isGone: true })
    this.mails.delete(mail.immutableId)
  }

  /** A person opens it in their own program: it changes, and stays where it is. */
  read(mail: StoredMail): void {
    mail.isRead = true
    this.folders.get(mail.folderId)?.log.push({ mail: mail.immutableId, isGone: false })
  }

  /** What `$value` hands over. */
  bytesOf(mail: StoredMail): Buffer {
    if (!this.rewritesMoved || mail.moves === 0) return mail.raw
    return Buffer.concat([Buffer.from(`X-MS-Exchange-Moved: ${mail.moves}\r\n`), mail.raw])
  }

  /** The id by which a request without the preference for immutable ones knows it. */
  plainIdOf(mail: StoredMail): string {
    return `AQMk${createHash('sha256').update(`${mail.immutableId} ${mail.folderId}`).digest('base64url')}`
  }

  #add(wellKnown: string | null, displayName: string, parentId: string | null): void {
    const id = `AAMk${createHash('sha256').update(randomUUID()).digest('base64url')}=`
    this.folders.set(id, { id, wellKnown, displayName, parentId, log: [] })
  }
}
