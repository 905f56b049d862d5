import { instantFromWallClock, isWallClock, wallClockOf } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { FieldKind } from '../call/field-kind.ts'
import { type Paper, paperMail } from '../dossier/paper.ts'
import { FACTS } from '../exports/fact-labels.ts'
import { enterPaper } from '../steps/post.ts'
import type { Desk } from './desk.ts'
import { type Field, form, signedIn, usage, wanted } from './forms.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { paperEntered } from './paper-entered.ts'
import { type Asked, type Route, seeOther } from './route.ts'

const paperPage: Route = {
  method: 'GET',
  path: '/papier',
  may: 'staff',
  answer: async (asked, desk) => page(asked, 'Saisir un dépôt papier', '/papier', paperForm(asked, desk)),
}

function paperForm(asked: Asked, { calls, clock }: Desk): Html {
  const [first] = calls
  const now = wallClockOf(clock.now(), first.deadline.zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
  const fields: readonly Field[] = [
    ...(calls.length === 1 ? [] : [callChoice(calls)]),
    ...arrivalFields(first, now),
    ...FACTS.map(([id, label]) => ({ name: id, label, required: id === 'name' })),
    sectorChoice(calls),
    { name: 'pages', label: 'Pages numérisées', type: 'file', required: false },
  ]
  return html`<h1>Saisir un dépôt papier</h1>
<p>Le pli entre au registre avec les courriels, avec son cachet et son heure d’arrivée. Les pages \
numérisées sont lues comme des pièces jointes.</p>
<div class="narrow">${form(signedIn(asked), '/papier', fields, 'Enregistrer le dépôt', {
    files: true,
    id: 'papier',
  })}</div>`
}

function callChoice(calls: Desk['calls']): Field {
  return {
    name: 'appel',
    label: 'Appel',
    options: calls.map(({ id, shortTitle }) => [id, shortTitle] as const),
  }
}

function sectorChoice(calls: Desk['calls']): Field {
  const sectors = new Map(calls.flatMap((call) => call.sectors.map(({ id, label }) => [id, label] as const)))
  return { name: 'sector', label: 'Filière', options: [['', 'non indiquée'], ...sectors], required: false }
}

function arrivalFields({ deadline }: Call, now: string): readonly Field[] {
  return [
    {
      name: 'arrivee',
      label: 'Arrivé le',
      hint: `Heure locale (${deadline.zoneLabel}).`,
      type: 'datetime-local',
      value: now,
    },
    {
      name: 'cachet',
      label: 'Cachet de la poste',
      hint:
        'D’un pli posté : c’est la date d’envoi, qui compte à côté de l’arrivée (CRPA, art. L. 112-1). ' +
        'Laissez vide pour un dépôt remis au guichet.',
      type: 'date',
      required: false,
    },
    { name: 'recupar', label: 'Reçu par', hint: 'La personne qui a pris le pli.' },
  ]
}

const enter: Route = {
  method: 'POST',
  path: '/papier',
  may: 'staff',
  takesFiles: true,
  async answer(asked, desk) {
    const call = desk.calls.find(({ id }) => id === asked.form['appel']) ?? desk.calls[0]
    const paper = paperIn(asked, call)
    const attachments = asked.uploads.map(({ name, content }) => ({ name, content }))
    const raw = await desk.composeMail(paperMail(paper, call, desk.clock.now(), attachments))
    const day = wallClockOf(paper.arrivedAt, call.deadline.zone).toPlainDate().toString()
    const fingerprint = await enterPaper(desk, paper, raw, day)
    return seeOther(`/papier/${fingerprint}`)
  },
}

function paperIn(asked: Asked, call: Call): Paper {
  const arrived = wanted(asked, 'arrivee', 'Arrivé le')
  if (!isWallClock(arrived)) throw usage('L’heure d’arrivée doit être écrite comme 2022-11-25T09:30.')
  const postmark = asked.form['cachet']?.trim() ?? ''
  if (postmark !== '' && !(/^\d{4}-\d\d-\d\d$/.test(postmark) && isWallClock(postmark)))
    throw usage('Le cachet doit être un jour comme 2022-11-22.')
  const sector = call.sectors.find(({ id }) => id === asked.form['sector'])?.label
  const facts = FACTS.flatMap(([id]): (readonly [FieldKind, string])[] => {
    const value = asked.form[id]?.trim() ?? ''
    return value === '' ? [] : [[id, value.slice(0, 500)]]
  })
  return {
    postmark: postmark === '' ? null : postmark,
    arrivedAt: instantFromWallClock(arrived, call.deadline.zone),
    receivedBy: wanted(asked, 'recupar', 'Reçu par'),
    enteredBy: signedIn(asked).session.email,
    facts: Object.fromEntries([...facts, ...(sector === undefined ? [] : [['sector', sector] as const])]),
  }
}

export const PAPER_ROUTES: readonly Route[] = [paperPage, paperEntered, enter]
