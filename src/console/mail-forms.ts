import { typographic } from '../acknowledgement/french.ts'
import { wallClockOf } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { heldInWords, setAsideInWords, shortMoment } from '../digest/words.ts'
import { isFromSomebodyElse } from '../mail/robots/decision.ts'
import { isPaper } from '../register/piece-name.ts'
import type { MailView } from '../register/views.ts'
import { addressSaid } from '../steps/whom-and-what.ts'
import { type Field, form, REASON } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import type { Signed } from './route.ts'
import { roleLabels } from './words.ts'

/** Lets a held acknowledgement go, or writes it again to another address. */
export function releaseForm(signed: Signed, mail: MailView, call: Call): Html {
  const reason = mail.decision !== null && !mail.decision.send ? mail.decision.reason : null
  const why =
    mail.progress === 'quarantined'
      ? setAsideInWords(mail.quarantineCode)
      : isPaper(mail)
        ? heldInWords('paper')
        : reason === null
          ? 'l’accusé précédent n’est pas arrivé'
          : heldInWords(reason)
  const of =
    mail.receipt === null
      ? ''
      : ` ${isPaper(mail) ? 'pour le dépôt papier' : 'au courriel'} du ` +
        `${shortMoment(mail.receipt.receivedAt, call)}`
  return html`<section><h3>Accusé de réception à envoyer${of}</h3>
<p>Motif de la retenue : ${why}.</p>
${form(
  signed,
  `/courriels/${mail.fingerprint}/envoyer`,
  [addressField(mail, call), REASON],
  'Envoyer l’accusé de réception',
  { id: `envoyer-${mail.fingerprint.slice(0, 8)}` },
)}
<p><a href="/courriels/${mail.fingerprint}/accuse">Voir la lettre avant de l’envoyer, ou y écrire</a></p>
${onPaperForm(signed, mail)}</section>`
}

/**
 * For who gave no address of a mail: the letter is written at once, to be printed and handed over or posted.
 */
export function onPaperForm(signed: Signed, mail: MailView): Html {
  if (!isPaper(mail)) return NOTHING
  const name = mail.applicant?.name ?? ''
  const fields: readonly Field[] = [
    {
      name: 'destinataire',
      label: 'Destinataire',
      hint: 'La structure ou la personne qui reçoit la lettre.',
      value: name,
    },
    { name: 'comment', label: 'Comment', options: [...HANDED] },
  ]
  return html`<details><summary>Sans adresse électronique : l’accusé sur papier</summary><div>
<p>La lettre est établie, notée comme remise, puis s’ouvre pour être imprimée.</p>
${form(signed, `/courriels/${mail.fingerprint}/remis`, fields, 'Établir l’accusé sur papier', {
  id: `remis-${mail.fingerprint.slice(0, 8)}`,
})}</div></details>`
}

/** How a letter on paper reaches who gets it. */
export const HANDED: ReadonlyMap<string, string> = new Map([
  ['poste', 'posté'],
  ['main', 'remis en main propre'],
])

/**
 * Where the acknowledgement goes. Where the mail came from somebody else, a person must say it; what a form
 * of its own says is proposed.
 */
export function addressField(mail: MailView, call: Call, typed?: string): Field {
  const onPaper = isPaper(mail)
  const mustName = onPaper || isFromSomebodyElse(mail.decision)
  const said = addressSaid(mail.documents, mail.receipt, call)
  return {
    name: 'adresse',
    label: 'Adresse du candidat',
    hint: onPaper
      ? 'Celle que le dépôt donne, si vous l’avez saisie.'
      : mustName
        ? 'Le courriel ne vient pas, ou pas sûrement, du candidat : vérifiez l’adresse proposée, ou ' +
          'indiquez la sienne.'
        : 'Laissez vide pour répondre à l’adresse d’où le courriel est venu.',
    type: 'email',
    required: mustName,
    value: typed ?? (mustName ? (said ?? '') : ''),
  }
}

/** The decision that only a person can take about a contested time. */
export function arbitrateForm(signed: Signed, mail: MailView, call: Call): Html {
  const at = mail.receipt === null ? '' : shortMoment(mail.receipt.receivedAt, call)
  const ruled = mail.receipt?.ruled
  const title =
    ruled === undefined
      ? `Date à arbitrer : courriel du ${at}`
      : `Revoir la décision sur le courriel du ${at}`
  return html`<section><h3>${typographic(title)}</h3>
${form(
  signed,
  `/courriels/${mail.fingerprint}/arbitrer`,
  [
    {
      name: 'decision',
      label: 'Décision',
      options: [
        ['on_time', 'dans les délais'],
        ['late', 'hors délai'],
      ],
      inSight: true,
      value: ruled ?? '',
    },
    REASON,
  ],
  'Enregistrer la décision',
  { id: `arbitrer-${mail.fingerprint.slice(0, 8)}` },
)}</section>`
}

/** The form that corrects the time of receipt; it has the one that counts filled in, in the call's zone. */
export function rectifyForm(signed: Signed, mail: MailView, call: Call): Html {
  const { zone, zoneLabel } = call.deadline
  const known =
    mail.receipt === null
      ? ''
      : wallClockOf(mail.receipt.receivedAt, zone).toPlainDateTime().toString({ smallestUnit: 'second' })
  return form(
    signed,
    `/courriels/${mail.fingerprint}/rectifier`,
    [
      {
        name: 'heure',
        label: 'Heure de réception juste',
        hint: `Année-mois-jourTheure:minute:seconde, ${zoneLabel}.`,
        value: known,
      },
      {
        name: 'adresse',
        label: 'Adresse du candidat',
        hint: 'Laissez vide pour écrire à l’adresse du premier accusé.',
        type: 'email',
        required: false,
      },
      REASON,
    ],
    'Corriger et envoyer',
    { id: 'rectifier' },
  )
}

/** The form that takes a mail out of its dossier. */
export function separateForm(signed: Signed, mail: MailView): Html {
  return form(
    signed,
    `/courriels/${mail.fingerprint}/separer`,
    [REASON],
    'Séparer ce courriel de sa candidature',
    {
      id: 'separer',
    },
  )
}

/** The form that has a mail read and judged anew. */
export function readAgainForm(signed: Signed, mail: MailView): Html {
  return form(signed, `/courriels/${mail.fingerprint}/relire`, [REASON], 'Remettre ce courriel en lecture', {
    id: 'relire',
  })
}

/** The form that says what a piece is. */
export function roleForm(signed: Signed, mail: MailView, document: string, role: string, call: Call): Html {
  return form(
    signed,
    `/courriels/${mail.fingerprint}/role`,
    [
      html`<input type="hidden" name="document" value="${document}">`,
      { name: 'role', label: 'Cette pièce est', options: roleLabels(call), value: role },
      REASON,
    ],
    'Enregistrer',
    { id: 'role' },
  )
}
