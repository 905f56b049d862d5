import { capitalised, typographic } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import type { ListedItem } from '../register/outbox.ts'
import type { ApplicationView, MailView } from '../register/views.ts'
import { waitsForPerson } from '../register/waiting.ts'
import { proposedIn } from '../verdict/judge.ts'
import { type Html, html, NOTHING } from './html.ts'
import { folded } from './layout.ts'
import { arbitrateForm, releaseForm } from './mail-forms.ts'
import { may, type Signed } from './route.ts'
import { CONTESTED } from './words.ts'

/** One decision that only a person can take; without a form of its own it is taken further down the page. */
interface Decision {
  readonly title: string
  /** What makes it one, in a sentence. */
  readonly why?: string | undefined
  readonly form: Html | null
}

/** What is due of an application: the first at once, the others behind it. */
export function dueNow(
  signed: Signed,
  application: ApplicationView,
  letters: readonly ListedItem[],
  call: Call,
): Html {
  const all = decisionsOf(signed, application, letters, call)
  const [first, ...others] = all
  if (first === undefined)
    return html`<section class="due" id="a-decider"><h2>À décider</h2>\
<p>Rien n’attend de décision ici.</p></section>`
  if (!may(signed.session.role, 'staff'))
    return html`<section class="due" id="a-decider"><h2>À décider</h2><ul>${all.map(
      ({ title, why }) => html`<li>${typographic(title)}${why === undefined ? NOTHING : html` ${why}`}</li>`,
    )}</ul></section>`
  return html`<section class="due" id="a-decider"><h2>À \
décider</h2>${first.form === null ? told(signed, first) : first.form}${
    others.length === 0
      ? NOTHING
      : html`<p class="hint">Ensuite :</p>${others.map((one) => told(signed, one))}`
  }</section>`
}

function told(signed: Signed, { title, form }: Decision): Html {
  if (form === null) return html`<p><a href="#propositions">${typographic(title)}</a></p>`
  return folded(signed, title, form)
}

/** Why a person has to say whether a mail came in time. */
function contestedInWords({ verdict }: MailView, call: Call): string {
  const told = (verdict?.findings ?? []).flatMap((finding) => {
    if (finding.code !== 'receipt-contested') return []
    const { contestedBecause } = call.deadline
    const because =
      finding.reason === 'call_contradicts_itself' && contestedBecause !== undefined
        ? ` : ${contestedBecause}`
        : ''
    return [`${capitalised(CONTESTED[finding.reason])}${because}.`]
  })
  return typographic(told.join(' '))
}

function decisionsOf(
  signed: Signed,
  application: ApplicationView,
  letters: readonly ListedItem[],
  call: Call,
): readonly Decision[] {
  const { mails, verdict } = application
  const changes = proposedIn(verdict.findings).length
  return [
    ...mails
      .filter((mail) => mail.verdict?.timeliness === 'contested')
      .map((mail) => ({
        title: 'Arbitrer la date du dépôt',
        why: contestedInWords(mail, call),
        form: html`<p>${contestedInWords(mail, call)}</p>${arbitrateForm(signed, mail, call)}`,
      })),
    ...mails
      .filter((mail) => waitsForPerson(mail, letters))
      .map((mail) => ({ title: 'Envoyer l’accusé de réception', form: releaseForm(signed, mail, call) })),
    ...(changes === 0
      ? []
      : [
          {
            title: `Accepter ou refuser ce qui a changé (${changes})`,
            form: null,
          },
        ]),
  ]
}
