import type { FieldKind } from '../call/field-kind.ts'
import { type Document, DRAWN_PAGES } from '../documents/document.ts'
import { shownLines } from '../documents/text/page.ts'
import type { ApplicationView, MailView } from '../register/views.ts'
import type { Desk } from './desk.ts'
import { mayBeDrawn, pictureAddress } from './document-page.ts'
import { type Html, html, NOTHING } from './html.ts'
import { opened } from './opened.ts'
import { pieceName } from './piece-name.ts'
import type { Asked, Signed } from './route.ts'
import { PROBLEMS } from './words.ts'

/** A page of a piece, beside the facts; `mark`: what was read there. */
export interface Place {
  readonly mail: MailView
  readonly position: number
  readonly page: number
  readonly mark: string
}

/** The page that is asked for; else the first of the form, of a file, of the mail itself. */
export function placeAsked({ query }: Asked, { mails }: ApplicationView): Place | null {
  const all = mails.flatMap((mail) =>
    mail.documents.map((document, position) => ({ mail, document, position })),
  )
  const wanted = all.find(
    ({ mail, position }) =>
      mail.fingerprint === query['courriel'] && position === Number(query['piece'] ?? '0'),
  )
  const chosen =
    wanted ??
    all.find(({ document }) => document.roles.some(({ role }) => role === 'form')) ??
    all.find(({ document }) => document.kind === 'file') ??
    all[0]
  if (chosen === undefined) return null
  const page = Math.min(DRAWN_PAGES, Math.max(1, Math.trunc(Number(query['page'] ?? '1')) || 1))
  const told = chosen.document.fields.find(({ kind }) => kind === query['info'])
  return { ...chosen, page, mark: told?.extract.text ?? '' }
}

/** Where a value was read, so that a click shows its page. */
export function placeOf(mails: readonly MailView[], kind: FieldKind, value: string | null): Place | null {
  const found = mails.flatMap((mail) =>
    mail.documents.flatMap(({ fields }, position) =>
      fields
        .filter((field) => field.kind === kind && field.value === value)
        .map(({ extract, confidence }) => ({
          mail,
          position,
          page: extract.page,
          mark: extract.text,
          confidence,
        })),
    ),
  )
  return found.sort((one, other) => other.confidence - one.confidence)[0] ?? null
}

/** The address of an application's page with this place beside the facts. */
export function addressOf(number: string, { mail, position, page }: Place, kind?: FieldKind): string {
  const query = new URLSearchParams({
    courriel: mail.fingerprint,
    piece: String(position),
    page: String(page),
    ...(kind === undefined ? {} : { info: kind }),
  })
  return `/candidatures/${number}?${query}#piece`
}

/** One page as a picture, or as text where none is drawn, with the ways to the others. */
export async function shownPiece(
  signed: Signed,
  desk: Desk,
  application: ApplicationView,
  place: Place | null,
): Promise<Html> {
  if (place === null) return html`<section id="piece"><p>Aucune pièce n’a été reçue.</p></section>`
  const document = place.mail.documents[place.position]
  if (document === undefined) return NOTHING
  return html`<section id="piece" aria-label="Pièce">
${pieceLinks(application, place)}
${place.mark === '' ? NOTHING : html`<p class="read-there">Lu ici : <mark>${place.mark.slice(0, 200)}</mark></p>`}
<div class="pane" role="region" aria-label="Page ${place.page} de « ${pieceName(document, place.mail)} »" tabindex="0">${await content(signed, desk, place, document)}</div>
${pageLinks(application.number, place, document)}
</section>`
}

function pieceLinks({ number, mails }: ApplicationView, place: Place): Html {
  const links = mails.flatMap((mail) =>
    mail.documents.map((document, position) => {
      const isShown = mail === place.mail && position === place.position
      const to = addressOf(number, { mail, position, page: 1, mark: '' })
      return html`<li><a href="${to}"${isShown ? html` aria-current="true"` : NOTHING}>${pieceName(document, mail)}</a></li>`
    }),
  )
  return html`<nav aria-label="Pièces reçues"><ul class="pieces">${links}</ul></nav>`
}

function pageLinks(number: string, place: Place, document: Document): Html {
  const turn = (page: number, label: string) =>
    html`<a href="${addressOf(number, { ...place, page })}">${label}</a> `
  const turns = mayBeDrawn(place.mail, document)
    ? html`${place.page > 1 ? turn(place.page - 1, 'Page précédente') : NOTHING}${place.page < DRAWN_PAGES ? turn(place.page + 1, 'Page suivante') : NOTHING}`
    : NOTHING
  return html`<p class="pager">${turns}<a href="/courriels/${place.mail.fingerprint}/pieces/${place.position}">En grand, avec le texte lu</a></p>`
}

async function content(signed: Signed, desk: Desk, place: Place, document: Document): Promise<Html> {
  const { mail, position, page, mark } = place
  if (mayBeDrawn(mail, document)) {
    const address = pictureAddress(signed.session, mail.fingerprint, position, page)
    return html`<a class="drawn" href="${address}"><img src="${address}" decoding="async" alt="Image de la page ${page} de « ${document.name} » ; si elle reste vide, la pièce n’a pas cette page."></a>`
  }
  if (document.problem !== null) return html`<p>Pièce ${PROBLEMS[document.problem]}.</p>`
  const found = await opened(desk, mail, document)
  const text = (found?.pages ?? []).map(({ lines }) => shownLines(lines)).join('\n\n')
  return html`<pre>${marked(text.slice(0, 20_000), mark)}</pre>`
}

/** What was read, marked where it stands. */
function marked(text: string, mark: string): Html {
  const at = mark === '' ? -1 : text.indexOf(mark)
  if (at < 0) return html`${text}`
  return html`${text.slice(0, at)}<mark>${mark}</mark>${text.slice(at + mark.length)}`
}
