import { oneLine } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import { kindOf } from '../documents/attached.ts'
import type { Glance, GlancePart } from '../evidence/glance.ts'
import type { Address } from '../mail/mail.ts'
import type { Desk } from './desk.ts'
import { type Html, html, NOTHING } from './html.ts'
import { table } from './layout.ts'
import { kindInWords } from './set-aside-words.ts'
import { fileSize } from './words.ts'

const LONGEST_LINE = 300
const PEOPLE_SHOWN = 5

/** What a stranger wrote: parsed here, cut, escaped by the template, and gone with the page. */
export async function head(
  { opener }: Desk,
  { head: coded, bytes, internalDate }: Glance,
  call: Call,
): Promise<Html> {
  const read = await opener.parse(Buffer.from(coded, 'base64'))
  const written = read.headers.find(({ name }) => name === 'date')?.value ?? ''
  const date = read.date === null ? written : shortMoment(read.date, call)
  return html`<p class="hint">Lu à l’instant dans la boîte ; rien n’en est conservé ici. Ne vous fiez pas \
au seul nom de l’expéditeur.</p>
<dl class="facts"><dt>De</dt><dd>${people(read.from)}</dd><dt>À</dt>\
<dd>${people([...read.to, ...read.cc])}</dd>
<dt>Objet</dt><dd>${shown(read.subject, 'sans objet')}</dd><dt>Date écrite par l’expéditeur</dt>\
<dd>${shown(date, 'sans date')}</dd>
${
  internalDate === null
    ? NOTHING
    : html`<dt>Déposé dans la boîte</dt><dd>${shortMoment(internalDate, call)}</dd>`
}
<dt>Taille</dt><dd>${fileSize(bytes)}</dd></dl>`
}

function people(addresses: readonly Address[]): string {
  const told = addresses
    .slice(0, PEOPLE_SHOWN)
    .map(({ name, address }) => (name === null || name === '' ? address : `${name} <${address}>`))
  const more = addresses.length - told.length
  return shown(`${told.join(', ')}${more > 0 ? ` et ${more} autres` : ''}`, 'non indiqué')
}

function shown(text: string, otherwise: string): string {
  const line = oneLine(text, LONGEST_LINE)
  return line === '' ? otherwise : line
}

/** What a mail that was put aside is made of, from its head alone. */
export function partTable({ parts, isCut }: Glance): Html {
  if (parts.length === 0) return NOTHING
  return html`${table(
    'De quoi il est fait',
    ['Partie', 'Nature', 'Taille'],
    parts.map((part) => [partName(part), natureOf(part), fileSize(part.bytes)]),
  )}
<p class="hint">Pour lire le texte et les pièces, ouvrez ce courriel dans votre messagerie.</p>
${isCut ? html`<p class="hint">Seules les ${parts.length} premières parties sont montrées.</p>` : NOTHING}`
}

function partName({ name, mediaType }: GlancePart): string {
  if (name !== null) return shown(name, 'sans nom')
  return /^text\/(plain|html)$/.test(mediaType) ? 'Texte du courriel' : 'Partie sans nom'
}

function natureOf({ mediaType, name }: GlancePart): string {
  if (name === null && mediaType === 'text/html') return 'texte mis en forme'
  return name === null && mediaType === 'text/plain' ? 'texte' : kindInWords(kindOf(mediaType))
}
