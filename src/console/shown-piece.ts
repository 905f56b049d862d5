import { Failure } from '../base/failure.ts'
import type { FieldKind } from '../call/field-kind.ts'
import { type Document, DRAWN_PAGES, type Extract, type FieldValue } from '../documents/document.ts'
import { pieceName } from '../register/piece-name.ts'
import type { ApplicationView, MailView } from '../register/views.ts'
import type { Desk } from './desk.ts'
import { mayBeDrawn, pictureAddress } from './document-page.ts'
import { type Html, html, NOTHING } from './html.ts'
import { drawn, opened } from './opened.ts'
import { fieldNamed, MARK, naming, passageOn, queryOf, readThereAsked } from './read-there.ts'
import type { Asked, Signed } from './route.ts'
import { PROBLEMS } from './words.ts'
import { writtenPage } from './written-page.ts'

/** Pages, slides or sheets that are shown under one another; the page of the piece shows them all. */
const WRITTEN_PAGES = 20

/** A page of a piece, beside the facts; `field`: what was read there. */
export interface Place {
  readonly mail: MailView
  readonly position: number
  readonly page: number
  readonly field: FieldValue | null
}

/** The page that is asked for; else the first of the form, of a file, of the mail itself. */
export function placeAsked(asked: Asked, { mails }: ApplicationView): Place | null {
  const { query } = asked
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
  return { ...chosen, page, field: fieldNamed(chosen.document, readThereAsked(asked)) }
}

/** Where a value was read, so that a click shows its page. */
export function placeOf(mails: readonly MailView[], kind: FieldKind, value: string | null): Place | null {
  const found = mails.flatMap((mail) =>
    mail.documents.flatMap(({ fields }, position) =>
      fields
        .filter((field) => field.kind === kind && field.value === value)
        .map((field) => ({ mail, position, page: field.extract.page, field })),
    ),
  )
  return found.sort((one, other) => other.field.confidence - one.field.confidence)[0] ?? null
}

/**
 * Where a finding saw something: the field that says it, else the page alone; null for what a person typed
 * in.
 */
export function placeSeen(mails: readonly MailView[], { document, page, text }: Extract): Place | null {
  const places = latestThatCounts(mails).flatMap((mail) =>
    mail.documents.flatMap(({ name, fields }, position) => {
      const field = fields.find(({ extract }) => extract.page === page && extract.text === text) ?? null
      return name === document ? [{ mail, position, page, field }] : []
    }),
  )
  return places.find(({ field }) => field !== null) ?? places[0] ?? null
}

/** What came in time first, and of it the latest: a name stands again in the mail that mends a piece. */
function latestThatCounts(mails: readonly MailView[]): readonly MailView[] {
  const isLate = ({ verdict }: MailView) => Number(verdict?.timeliness === 'late')
  return mails.toReversed().toSorted((one, other) => isLate(one) - isLate(other))
}

/** The address of an application's page with this place beside the facts, and what was read there marked. */
export function addressOf(number: string, { mail, position, page, field }: Place): string {
  const query = new URLSearchParams({
    courriel: mail.fingerprint,
    piece: String(position),
    page: String(page),
    ...namedIn(mail, position, field),
  })
  return `/candidatures/${number}?${query}#${field === null ? 'piece' : MARK}`
}

function namedIn({ documents }: MailView, position: number, field: FieldValue | null) {
  const document = documents[position]
  return queryOf(document === undefined || field === null ? null : naming(document, field))
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
  const { shown, isMarked } = await content(signed, desk, place, document)
  return html`<section id="piece" aria-label="Pièce">
${pieceLinks(application, place)}
${place.field === null ? NOTHING : readThere(place.field, isMarked)}
<div class="pane" role="region" aria-label="Page ${place.page} de « ${pieceName(document, place.mail)} »" \
tabindex="0">${shown}</div>
${pageLinks(application.number, place, document)}
</section>`
}

/** Addresses lead to the mark; here, where the page has none. */
function readThere({ extract }: FieldValue, isMarked: boolean): Html {
  return html`<p class="read-there"${isMarked ? NOTHING : html` id="${MARK}"`}>Lu ici : \
<mark>${extract.text.slice(0, 200)}</mark></p>`
}

function pieceLinks({ number, mails }: ApplicationView, place: Place): Html {
  const links = mails.flatMap((mail) =>
    mail.documents.map((document, position) => {
      const isShown = mail === place.mail && position === place.position
      const to = addressOf(number, { mail, position, page: 1, field: null })
      return html`<li><a href="${to}"${isShown ? html` aria-current="true"` : NOTHING}>${pieceName(
        document,
        mail,
      )}</a></li>`
    }),
  )
  return html`<nav aria-label="Pièces reçues"><ul class="pieces">${links}</ul></nav>`
}

function pageLinks(number: string, place: Place, document: Document): Html {
  const turn = (page: number, label: string) =>
    html`<a href="${addressOf(number, { ...place, page, field: null })}">${label}</a> `
  const turns = mayBeDrawn(place.mail, document)
    ? html`${place.page > 1 ? turn(place.page - 1, 'Page précédente') : NOTHING}${
        place.page < DRAWN_PAGES ? turn(place.page + 1, 'Page suivante') : NOTHING
      }`
    : NOTHING
  const query = new URLSearchParams(namedIn(place.mail, place.position, place.field))
  const named = place.field === null ? '' : `?${query}#${MARK}`
  return html`<p class="pager">${turns}\
<a href="/courriels/${place.mail.fingerprint}/pieces/${place.position}${named}">En grand, avec le texte \
lu</a></p>`
}

interface Content {
  readonly shown: Html
  /** Whether the place that addresses lead to is in it. */
  readonly isMarked: boolean
}

async function content(signed: Signed, desk: Desk, place: Place, document: Document): Promise<Content> {
  const { mail, position, page, field } = place
  if (mayBeDrawn(mail, document)) {
    const there = passageOn(page, field) === null || field === null ? null : naming(document, field)
    const address = pictureAddress(signed.session, mail.fingerprint, position, page, there)
    const markedAt = there === null ? null : await placeOfMark(desk, place, document)
    const lead = markedAt === null ? NOTHING : placeToLeadTo(markedAt)
    const shown = html`<a class="drawn" href="${address}">${lead}<img src="${address}" decoding="async" \
alt="Image de la page ${page} de « ${document.name} » ; si elle reste vide, la pièce n’a pas cette \
page."></a>`
    return { shown, isMarked: markedAt !== null }
  }
  if (document.problem !== null)
    return { shown: html`<p>Pièce ${PROBLEMS[document.problem]}.</p>`, isMarked: false }
  const pages = (await opened(desk, mail, document))?.pages ?? []
  const written = pages.slice(0, WRITTEN_PAGES).map((one) => ({
    number: one.number,
    ...writtenPage(one, passageOn(one.number, field)),
  }))
  const shown = html`${written.map(
    (one) =>
      html`${pages.length > 1 ? html`<p class="page-number">Page ${one.number}</p>` : NOTHING}${one.shown}`,
  )}`
  return { shown, isMarked: written.some((one) => one.isMarked) }
}

/** Drawn a moment before it is asked for, and kept. A page that cannot be drawn now is shown all the same. */
async function placeOfMark(desk: Desk, place: Place, document: Document): Promise<number | null> {
  const { mail, page, field } = place
  try {
    return (await drawn(desk, mail, document, page, passageOn(page, field)))?.markedAt ?? null
  } catch (error) {
    if (error instanceof Failure && error.kind === 'transient') return null
    throw error
  }
}

/** In hundredths of a page: how much is seen above a mark. */
const ABOVE = 8

function placeToLeadTo(markedAt: number): Html {
  const top = Math.max(0, Math.round(markedAt * 100) - ABOVE)
  return html`<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true"><rect id="${MARK}" \
y="${top}" width="100" height="1"/></svg>`
}
