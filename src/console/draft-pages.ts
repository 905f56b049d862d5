import { counted, typographic } from '../acknowledgement/french.ts'
import { sourceLines } from '../outline/paragraphs.ts'
import type { CallDraft } from '../register/call-versions.ts'
import { CallDocument } from '../settings/call-document.ts'
import { callIn } from '../settings/call-text.ts'
import { callFingerprint } from '../steps/adopt-call.ts'
import { letterOf, type OpenDraft, openDraft, sourcePages } from './call-draft.ts'
import type { FrenchFault } from './call-faults.ts'
import type { CallSection } from './call-fields.ts'
import { isIn, sectionFields } from './call-form.ts'
import { SECTIONS } from './call-sections.ts'
import { pathOf, takeSection } from './call-values.ts'
import { addressOf, draftNamed, FILE_ROUTES, fileForm } from './draft-file.ts'
import { inFrench } from './failures.ts'
import { author, form, REASON, signedIn, token, usage } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { done, page } from './layout.ts'
import { shown } from './letter-page.ts'
import { type Answer, type Asked, type Route, type Signed, seeOther } from './route.ts'

const PATH = '/appels/brouillons/:id'
const HERE = '/appels'

const draftPage: Route = {
  method: 'GET',
  path: PATH,
  may: 'administrator',
  answer: async (asked, desk) =>
    overview(signedIn(asked), openDraft(await draftNamed(asked, desk), desk), null),
}

/** The whole draft: what each page still wants, what the check says, and the text it was read from. */
function overview(signed: Signed, open: OpenDraft, refused: string | null): Answer {
  const { draft, faults, warnings } = open
  const title = draft.callId === null ? 'Nouvel appel' : `Modifier l’appel ${draft.callId}`
  const content = html`<h1>${title}</h1>
${done(signed)}
${refused === null ? NOTHING : html`<p class="notice wrong" role="alert">${refused}</p>`}
<p>${
    faults.length === 0
      ? html`<span class="tag good">prêt</span> Le contrôle ne trouve rien à corriger. Relisez chaque page \
avant d’écrire le fichier.`
      : html`<span class="tag open">à compléter</span> Le contrôle trouve \
${counted(faults.length, 'point', 'points')} à corriger.`
  }</p>
<h2>Les pages</h2>
<ol class="steps">${SECTIONS.map((section) => stepLine(open, section))}</ol>
${faultList(draft, faults)}
${
  warnings.length === 0
    ? NOTHING
    : html`<h2>À savoir</h2><ul>${warnings.map((text) => html`<li>${typographic(text)}</li>`)}</ul>`
}
<h2>Écrire le fichier</h2>
<p>Le fichier devient une version, avec votre nom et son empreinte. Rien ne change avant qu’une autre \
personne l’ait adopté.</p>
${form(
  signed,
  `${addressOf(draft)}/ecrire`,
  [{ ...REASON, value: signed.form['motif'] ?? '' }],
  'Écrire le fichier',
  { id: 'ecrire' },
)}
<details><summary>Le fichier lui-même</summary><div>${fileForm(signed, draft, draft.body)}</div></details>
<details><summary>Supprimer ce brouillon</summary><div>\
${form(signed, `${addressOf(draft)}/supprimer`, [], 'Supprimer le brouillon', { id: 'supprimer' })}\
</div></details>
${publishedText(open)}`
  return page(signed, title, HERE, content, refused === null ? 200 : 409)
}

function stepLine({ draft, faults, outline }: OpenDraft, { id, title, fields, lists }: CallSection): Html {
  const own = faults.filter(({ section }) => section === id).length
  const keys = [...fields, ...lists].map(({ key }) => pathOf(key))
  const read = outline.proposed.filter(({ path }) => keys.some((key) => isIn(path, key))).length
  const state =
    own === 0 ? NOTHING : html` <span class="tag open">${counted(own, 'point', 'points')} à corriger</span>`
  const told =
    draft.source === ''
      ? ''
      : read === 0
        ? 'rien n’a été lu dans le texte'
        : `${counted(read, 'valeur lue', 'valeurs lues')}`
  return html`<li><a href="${addressOf(draft)}/${id}">${title}</a>${state} \
<span class="hint">${told}</span></li>`
}

function faultList(draft: CallDraft, faults: readonly FrenchFault[]): Html {
  if (faults.length === 0) return NOTHING
  return html`<h2>Ce que le contrôle demande</h2>
<ul>${faults.map(
    ({ section, label, text }) =>
      html`<li>${
        section === null ? label : html`<a href="${addressOf(draft)}/${section}">${typographic(label)}</a>`
      } : ${typographic(text)}</li>`,
  )}</ul>`
}

function publishedText({ draft, outline }: OpenDraft): Html {
  if (draft.source === '') return NOTHING
  const used = new Set(outline.proposed.map(({ place }) => place.line))
  const lines = sourceLines(sourcePages(draft.source)).filter(({ text }) => text !== '')
  return html`<h2 id="texte">Le texte publié</h2>
<p class="hint">Les lignes surlignées sont celles où une valeur a été lue.</p>
<ol class="published">${lines.map(
    ({ line, written }) =>
      html`<li><span>${line}</span>\
<span>${used.has(line) ? html`<mark>${written}</mark>` : written}</span></li>`,
  )}</ol>`
}

const sectionPage: Route = {
  method: 'GET',
  path: `${PATH}/:section`,
  may: 'administrator',
  async answer(asked, desk) {
    const open = openDraft(await draftNamed(asked, desk), desk)
    return sectionShown(signedIn(asked), open, sectionNamed(asked))
  },
}

function sectionNamed({ params }: Asked): CallSection {
  const section = SECTIONS.find(({ id }) => id === params['section'])
  if (section === undefined) throw usage('Cette page du brouillon n’existe pas.')
  return section
}

function sectionShown(signed: Signed, open: OpenDraft, section: CallSection): Answer {
  const { draft, faults, outline } = open
  const own = faults.filter((fault) => fault.section === section.id)
  const index = SECTIONS.indexOf(section)
  const keys = [...section.fields, ...section.lists].map(({ key }) => pathOf(key))
  const doubts = outline.doubts.filter(({ path }) => keys.some((key) => isIn(path, key)))
  const letter = letterOf(open, section)
  const content = html`<h1>${section.title}</h1>
<p><a href="${addressOf(draft)}">Retour au brouillon</a>, page ${index + 1} sur ${SECTIONS.length}</p>
${done(signed)}
<p>${typographic(section.intro)}</p>
${doubts.map(
  ({ text, place }) =>
    html`<p class="notice">${typographic(text)} <span class="muted">Ligne ${place.line} : \
« ${typographic(place.quote)} »</span></p>`,
)}
${
  own.length === 0
    ? NOTHING
    : html`<p class="notice wrong" role="status">${counted(own.length, 'point', 'points')} à corriger sur \
cette page : ${own.map(({ label }) => label).join(', ')}.</p>`
}
<div class="sheet"><form method="post" action="${addressOf(draft)}/${section.id}">
${token(signed.session)}
${sectionFields(open, section)}
<p class="buttons"><button name="suite" value="page">Enregistrer et continuer</button> \
<button class="second" name="suite" value="ici">Enregistrer et voir la lettre</button></p>
</form>
<div class="beside"><h2>La lettre que cela donne</h2>
${
  letter !== null && faults.length > 0
    ? html`<p class="muted">Ce qui manque encore s’y lit « [à compléter] », ou n’y est pas.</p>`
    : NOTHING
}
${
  letter === null
    ? html`<p class="muted">Elle se montre dès que la date limite et les pièces demandées sont indiquées.</p>`
    : shown(letter, letter.to.join(', '))
}</div></div>`
  return page(signed, `${section.title} (brouillon)`, HERE, content)
}

/** Whatever was typed is kept, right or wrong: the check says beside each field what to mend. */
const takePage: Route = {
  method: 'POST',
  path: `${PATH}/:section`,
  may: 'administrator',
  async answer(asked, desk) {
    const { session } = signedIn(asked)
    const draft = await draftNamed(asked, desk)
    const section = sectionNamed(asked)
    const change = (body: string): string => {
      const document = new CallDocument(body)
      takeSection(document, section, asked.form)
      return document.text
    }
    await desk.register.changeCallDraft(draft.id, change, session.email, desk.clock.now())
    const next = SECTIONS[SECTIONS.indexOf(section) + 1]
    const to = asked.form['suite'] === 'ici' ? `/${section.id}` : next === undefined ? '' : `/${next.id}`
    return seeOther(`${addressOf(draft)}${to}?fait=brouillon`)
  },
}

const write: Route = {
  method: 'POST',
  path: `${PATH}/ecrire`,
  may: 'administrator',
  async answer(asked, desk) {
    const signed = signedIn(asked)
    const draft = await draftNamed(asked, desk)
    const open = openDraft(draft, desk)
    const { call } = callIn(draft.body)
    if (call === null || open.faults.length > 0)
      return overview(signed, open, inFrench({ code: 'call-not-ready' }))
    if ((asked.form['motif'] ?? '').trim() === '')
      return overview(signed, open, typographic('Le champ « Motif » doit être rempli.'))
    const version = { callId: call.id, body: draft.body, fingerprint: callFingerprint(draft.body) }
    const number = await desk.register.writeCallVersion(draft.id, version, author(signed), desk.clock.now())
    return seeOther(`/appels/${call.id}/versions/${number}?fait=version`)
  },
}

const drop: Route = {
  method: 'POST',
  path: `${PATH}/supprimer`,
  may: 'administrator',
  async answer(asked, desk) {
    await desk.register.dropCallDraft((await draftNamed(asked, desk)).id)
    return seeOther('/appels?fait=brouillon-retire')
  },
}

export const DRAFT_ROUTES: readonly Route[] = [draftPage, ...FILE_ROUTES, sectionPage, takePage, write, drop]
