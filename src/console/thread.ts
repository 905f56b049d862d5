import { capitalised, dateInWords } from '../acknowledgement/french.ts'
import { Fingerprint } from '../base/ids.ts'
import { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import { type PaperWay, paperOf } from '../dossier/paper.ts'
import type { Note } from '../register/colleagues.ts'
import type { Naming } from '../register/naming.ts'
import type { ListedItem } from '../register/outbox.ts'
import type { MailView } from '../register/views.ts'
import { isUnscanned } from '../verdict/judge.ts'
import { completenessTold, timelinessInWords } from '../verdict/words.ts'
import { clockList, documentTable } from './application-parts.ts'
import { noteEntry, noteForm } from './colleagues-part.ts'
import type { Desk } from './desk.ts'
import { type Html, html, NOTHING } from './html.ts'
import { KINDS, stateTag } from './letter-words.ts'
import { may, type Signed } from './route.ts'
import { FATES } from './words.ts'

/** Something that came, left, or that a colleague noted. */
interface Entry {
  readonly at: Instant
  readonly look: 'came' | 'left' | 'noted'
  readonly content: Html
}

/**
 * Everything between the authority and an applicant, the oldest first: what came by mail or on paper, what
 * left and what became of it, and what colleagues noted, which nobody else sees.
 */
export async function thread(
  signed: Signed,
  { register }: Desk,
  mails: readonly MailView[],
  letters: readonly ListedItem[],
  call: Call,
): Promise<Html> {
  const fingerprints = mails.map(({ fingerprint }) => fingerprint)
  const writers = await register.writersOf(fingerprints)
  const notes = await register.notesOf(fingerprints)
  const entries = [
    ...mails.map((mail) => came(mail, writers.get(mail.fingerprint), call, mail !== mails[0])),
    ...letters.map((letter) => left(letter, call)),
    ...notes.map((note) => noted(signed, note, call)),
  ].sort((one, other) => Number(one.at > other.at) - Number(one.at < other.at))
  const opener = fingerprints[0]
  return html`<ol class="thread">${entries.map(
    ({ look, content }) => html`<li class="${look}">${content}</li>`,
  )}</ol>
${opener === undefined || !may(signed.session.role, 'staff') ? NOTHING : noteForm(signed, opener)}`
}

/** `isBeside`: in the thread of another mail’s dossier. */
function came(mail: MailView, writer: Naming | undefined, call: Call, isBeside: boolean): Entry {
  const { receipt, fingerprint } = mail
  const at = receipt?.receivedAt ?? null
  const what = capitalised(mail.fate === null ? 'courriel en cours de lecture' : FATES[mail.fate])
  const when = at === null ? NOTHING : html`<span class="when">Reçu le ${shortMoment(at, call)}</span>`
  const paper = receipt === null ? null : paperOf(receipt, call.deadline.zone)
  const content = html`<p>${when} \
<a href="/courriels/${fingerprint}">${what}</a>${paper === null ? said(writer) : onPaper(paper)}</p>
${isBeside && mail.ground === null && mail.mayBelongTo.length > 0 ? PERHAPS : NOTHING}
${pieces(mail)}
<details><summary>Horloges et lecture des pièces</summary><div>
<p class="muted">${capitalised(verdictOf(mail))}</p>
${clockList(mail, call)}
${documentTable(mail, call)}</div></details>`
  return { at: at ?? STILL_READ, look: 'came', content }
}

const PERHAPS = html`<p class="muted">Peut-être de ce dossier : ouvrez-le pour le rattacher ou l’écarter du \
dossier.</p>`

/** One that is still being read comes last. */
const STILL_READ = Instant.parse('9999-12-31T00:00:00.000Z')

function said(writer: Naming | undefined): Html {
  const { sender = null, subject = null } = writer ?? {}
  const about = subject === null || subject === '' ? 'sans objet' : `« ${subject} »`
  return html` de <strong>${sender ?? 'expéditeur inconnu'}</strong>, ${about}`
}

function onPaper(paper: PaperWay): string {
  return paper.way === 'post'
    ? ` sur papier, par la poste, cachet du ${dateInWords(paper.postmark)}`
    : ' sur papier, au guichet'
}

function verdictOf({ verdict }: MailView): string {
  return verdict === null
    ? ''
    : `${timelinessInWords(verdict.timeliness)}, dossier alors ` +
        `${completenessTold({ ...verdict, unscanned: isUnscanned(verdict.findings) })}`
}

function pieces(mail: MailView): Html {
  const shown = mail.documents.flatMap((document, position) =>
    document.kind === 'body' || document.kind === 'staff_entry' ? [] : [{ document, position }],
  )
  if (shown.length === 0) return NOTHING
  return html`<ul class="pieces">${shown.map(
    ({ document, position }) =>
      html`<li><a href="/courriels/${Fingerprint.parse(mail.fingerprint)}/pieces/${position}">${
        document.name
      }</a></li>`,
  )}</ul>`
}

function left(letter: ListedItem, call: Call): Entry {
  const { id, kind, createdAt } = letter
  const files = letter.letter.attachments ?? []
  const content = html`<p><span class="when">Écrit le ${shortMoment(createdAt, call)}</span> \
<a href="/lettres/${id}">${KINDS[kind]}</a> à <strong>${letter.letter.to.join(', ')}</strong> \
${stateTag(letter, call)}</p>
<p class="muted">${letter.letter.subject}</p>
${files.length === 0 ? NOTHING : html`<p class="muted">Avec ${files.map(({ name }) => name).join(', ')}</p>`}`
  return { at: createdAt, look: 'left', content }
}

function noted(signed: Signed, note: Note, call: Call): Entry {
  return { at: note.at, look: 'noted', content: noteEntry(signed, note, call) }
}
