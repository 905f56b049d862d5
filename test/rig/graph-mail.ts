import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { systemClock } from '../../src/adapters/clock/system.ts'
import type { Desk } from './graph.ts'
import { tell, tellError } from './graph-answers.ts'
import type { StoredFolder, StoredMail } from './graph-store.ts'
import type { Application } from './graph-tokens.ts'

interface Asking {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  /** Scheme, host and port by which we were asked: links lead there again. */
  readonly base: string
  readonly body: Buffer
  readonly application: Application
}

/** What Graph takes in one request. */
const MOST_BYTES = 4 * 1024 * 1024

/** Requests about the mailbox, by their paths below it. */
export function mailAnswer(desk: Desk, asking: Asking): void {
  const { response, url, request, application } = asking
  const prefix = `/v1.0/users/${encodeURIComponent(desk.user)}`
  if (!url.pathname.startsWith(`${prefix}/`)) {
    tellError(response, 404, 'ErrorInvalidUser')
    return
  }
  const [first = '', id = '', third = '', fourth = ''] = url.pathname
    .slice(prefix.length + 1)
    .split('/')
    .map(decodeURIComponent)
  const right = first === 'sendMail' ? 'Mail.Send' : 'Mail.Read'
  if (!application.rights.has(right)) tellError(response, 403, 'ErrorAccessDenied')
  else if (first === 'sendMail' && request.method === 'POST') takeLetter(desk, asking)
  else if (request.method !== 'GET') tellError(response, 405, 'ErrorMethodNotAllowed')
  else if (first === 'messages') mailById(desk, asking, id, third)
  else if (first === 'mailFolders' && third === 'messages' && fourth === 'delta') delta(desk, asking, id)
  else if (first === 'mailFolders' && (id === '' || third === 'childFolders')) children(desk, asking, id)
  else if (first === 'mailFolders' && third === '') oneFolder(desk, asking, id)
  else tellError(response, 400, 'BadRequest')
}

function folderBy(desk: Desk, id: string): StoredFolder | undefined {
  const { folders } = desk.store
  return folders.get(id) ?? [...folders.values()].find(({ wellKnown }) => wellKnown === id.toLowerCase())
}

function told(desk: Desk, { id, displayName, parentId }: StoredFolder): object {
  const totalItemCount = [...desk.store.mails.values()].filter(({ folderId }) => folderId === id).length
  return { id, displayName, parentFolderId: parentId ?? 'root', totalItemCount }
}

function oneFolder(desk: Desk, { response }: Asking, id: string): void {
  const folder = folderBy(desk, id)
  if (folder === undefined) tellError(response, 404, 'ErrorItemNotFound')
  else tell(response, 200, told(desk, folder))
}

/** Two in a page, so that links are followed. */
function children(desk: Desk, { response, url, base }: Asking, id: string): void {
  const parent = id === '' ? null : folderBy(desk, id)?.id
  const all = [...desk.store.folders.values()].filter(({ parentId }) => parentId === parent)
  const from = Number(url.searchParams.get('$skip') ?? 0)
  const more = new URL(url.pathname + url.search, base)
  more.searchParams.set('$skip', String(from + 2))
  tell(response, 200, {
    value: all.slice(from, from + 2).map((folder) => told(desk, folder)),
    ...(from + 2 < all.length ? { '@odata.nextLink': more.href } : {}),
  })
}

/** A place in a round: what it tells was settled when it began; `until`: how far the folder's log went then. */
interface State {
  readonly generation: number
  readonly round: string
  readonly at: number
  readonly until: number
}

function stateIn(url: URL, name: string): State | null {
  const token = url.searchParams.get(name)
  return token === null ? null : JSON.parse(Buffer.from(token, 'base64url').toString())
}

function delta(desk: Desk, { request, response, url, base }: Asking, id: string): void {
  const folder = folderBy(desk, id)
  const going = stateIn(url, '$skiptoken')
  const done = stateIn(url, '$deltatoken')
  const known = going ?? done
  if (folder === undefined) tellError(response, 404, 'ErrorItemNotFound')
  else if (known !== null && known.generation !== desk.generation)
    tellError(response, 410, 'syncStateNotFound')
  else {
    const state = going ?? begun(desk, request, folder, done)
    const told = desk.rounds.get(state.round) ?? []
    const preferred = Number(/odata\.maxpagesize=(\d+)/.exec(preferencesOf(request))?.[1] ?? 10)
    const next = state.at + Math.min(preferred, desk.pageSize)
    const isLast = next >= told.length
    const token = Buffer.from(JSON.stringify({ ...state, at: next })).toString('base64url')
    const more = `?${isLast ? '$deltatoken' : '$skiptoken'}=${token}`
    const link = `${desk.linksTo ?? base}${url.pathname}${desk.faults.circles ? url.search : more}`
    tell(response, 200, {
      ...(desk.faults.padding > 0 ? { padding: 'x'.repeat(desk.faults.padding) } : {}),
      value: told.slice(state.at, next),
      [isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
    })
  }
}

/** A round begins: of the whole folder in no order, or of what its log has since the last one. */
function begun(desk: Desk, request: IncomingMessage, folder: StoredFolder, last: State | null): State {
  const round = randomUUID()
  const until = folder.log.length
  const lying = [...desk.store.mails.values()].filter(({ folderId }) => folderId === folder.id)
  const told =
    last === null
      ? lying.map((mail) => ({ id: idFor(desk, request, mail), receivedDateTime: mail.receivedAt })).reverse()
      : folder.log.slice(last.until).flatMap((change) => changeOf(desk, request, folder, change))
  desk.rounds.set(round, told)
  return { generation: desk.generation, round, at: 0, until }
}

function changeOf(
  desk: Desk,
  request: IncomingMessage,
  folder: StoredFolder,
  { mail: immutableId, isGone }: StoredFolder['log'][number],
): readonly object[] {
  const mail = desk.store.mails.get(immutableId)
  const id = wantsImmutable(request) ? immutableId : 'AQMkGone'
  if (isGone) return [{ id, '@removed': { reason: 'deleted' } }]
  if (mail === undefined || mail.folderId !== folder.id) return []
  return [{ id: idFor(desk, request, mail), receivedDateTime: mail.receivedAt }]
}

function preferencesOf(request: IncomingMessage): string {
  return String(request.headers['prefer'] ?? '')
}

function wantsImmutable(request: IncomingMessage): boolean {
  return /IdType="ImmutableId"/.test(preferencesOf(request))
}

function idFor(desk: Desk, request: IncomingMessage, mail: StoredMail): string {
  return wantsImmutable(request) ? mail.immutableId : desk.store.plainIdOf(mail)
}

function mailById(desk: Desk, { request, response, url }: Asking, id: string, part: string): void {
  const mail = [...desk.store.mails.values()].find((one) => idFor(desk, request, one) === id)
  if (mail === undefined) tellError(response, 404, 'ErrorItemNotFound')
  else if (part === '$value' && desk.faults.unreadable.has(mail.immutableId))
    tellError(response, 500, 'ErrorInternalServerError')
  else if (part === '$value') {
    response.writeHead(200, { 'content-type': 'text/plain' })
    response.end(desk.store.bytesOf(mail))
  } else if (part === 'attachments') tell(response, 200, { value: attachmentsOf(mail) })
  else tell(response, 200, factsOf(mail, url))
}

function attachmentsOf({ raw }: StoredMail): readonly object[] {
  const names = [
    ...raw.toString('latin1').matchAll(/^Content-Disposition: attachment; filename="([^"]+)"/gim),
  ]
  return names.map(([, name], index) => ({
    id: String(index),
    name,
    contentType: 'application/octet-stream',
    size: 100,
  }))
}

function factsOf(mail: StoredMail, url: URL): object {
  const select = url.searchParams.get('$select') ?? ''
  const head = mail.raw.toString('latin1').split('\r\n\r\n')[0] ?? ''
  const fields = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return {
    id: mail.immutableId,
    receivedDateTime: mail.receivedAt,
    parentFolderId: mail.folderId,
    ...(select.includes('internetMessageHeaders')
      ? {
          internetMessageHeaders: fields.map((field) => ({
            name: field.slice(0, field.indexOf(':')),
            value: field.slice(field.indexOf(':') + 1).trim(),
          })),
        }
      : {}),
    ...(url.searchParams.get('$expand')?.includes("'Integer 0x0E08'") === true
      ? { singleValueExtendedProperties: [{ id: 'Integer 0xe08', value: String(mail.raw.length) }] }
      : {}),
  }
}

/** 202, and what comes of it later; the copy lies in « Sent Items ». */
function takeLetter(desk: Desk, { request, response, body }: Asking): void {
  const refusal = desk.faults.sendRefusals.shift()
  const text = body.toString('latin1')
  if (refusal !== undefined) tellError(response, ...refusal)
  else if (body.length > MOST_BYTES) tellError(response, 413, 'RequestEntityTooLarge')
  else if (request.headers['content-type'] !== 'text/plain') tellError(response, 415, 'UnsupportedMediaType')
  else if (!/^[A-Za-z0-9+/\s]+=*\s*$/.test(text))
    tellError(response, 400, 'ErrorMimeContentInvalidBase64String')
  else if (!from(Buffer.from(text, 'base64')).includes(desk.user))
    tellError(response, 403, 'ErrorSendAsDenied')
  else {
    keepLetter(desk, Buffer.from(text, 'base64'))
    if (desk.faults.lostAnswers === 0) {
      response.writeHead(202, { 'request-id': 'a1b2c3d4-0000-4000-8000-000000000001' }).end()
      return
    }
    desk.faults.lostAnswers -= 1
    request.socket.destroy()
  }
}

function from(raw: Buffer): string {
  return /^From:(.*)$/im.exec(raw.toString('latin1').replace(/\r\n[ \t]+/g, ' '))?.[1] ?? ''
}

function keepLetter(desk: Desk, raw: Buffer): void {
  const number = desk.letters.length + 1
  const text = raw.toString('latin1')
  const own = /^Message-ID:\s+(\S+)/im.exec(text)?.[1] ?? ''
  const messageId = desk.rewritesMessageIds ? `<${number}@prod.outlook.example>` : own
  const sent = Buffer.from(text.replace(own, messageId), 'latin1')
  desk.letters.push({
    envelopeFrom: desk.user,
    to: (/^To:\s+(.*)$/im.exec(text)?.[1] ?? '').split(',').map((to) => to.trim()),
    raw: sent,
    messageId,
    at: performance.now(),
  })
  desk.store.deliver(sent, systemClock().now(), 'sentitems')
}
