import { Day, dayOf } from '../base/day.ts'
import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { FieldKind } from '../call/field-kind.ts'
import type { Clocks } from '../evidence/evidence.ts'
import { headerValues, type Mail } from '../mail/mail.ts'
import type { Receipt } from '../mail/receipt.ts'

/** A paper application as it is entered: who brought it in, when, and what can be read on it. */
export interface Paper {
  /** The day of the postmark, `2022-11-22`; null for one handed over at the counter. */
  readonly postmark: string | null
  readonly arrivedAt: Instant
  readonly receivedBy: string
  readonly enteredBy: string
  readonly facts: Partial<Record<FieldKind, string>>
}

/** What a fact is called on a form: the text of the entry is read like any other. */
const LABELS: readonly (readonly [FieldKind, string])[] = [
  ['name', 'Nom de la structure'],
  ['legal_form', 'Forme juridique'],
  ['siret', 'N° SIRET'],
  ['rna', 'N° RNA'],
  ['representative', 'Représentant légal'],
  ['role', 'Qualité'],
  ['postal_address', 'Adresse'],
  ['phone', 'Téléphone'],
  ['email', 'Courriel'],
  ['sector', 'Filière'],
]

/** The text under which a paper application enters the register, beside its scans. */
export function paperText(paper: Paper, call: Call): string {
  const facts = LABELS.flatMap(([kind, label]) =>
    paper.facts[kind] === undefined ? [] : [`${label} : ${paper.facts[kind]}`],
  )
  return [
    `Candidature reçue sur papier – ${call.title}`,
    '',
    // « Poste : … » would be read as somebody’s function.
    paper.postmark === null ? 'Déposée au guichet' : `Cachet de la poste : ${paper.postmark}`,
    `Reçue par : ${paper.receivedBy}`,
    '',
    ...facts,
  ].join('\n')
}

/** Of its own: beside a name in French it would be written in encoded words. */
const WAY = 'X-Recepisse-Paper-Way'

/** A paper application made into a mail, as the archive keeps it. */
export function paperMail<Scan>(paper: Paper, call: Call, date: Instant, attachments: readonly Scan[]) {
  return {
    to: call.mailbox.address,
    subject: `Candidature reçue sur papier – ${call.shortTitle}`,
    text: paperText(paper, call),
    headers: {
      'X-Recepisse-Paper':
        `received-by=${JSON.stringify(paper.receivedBy)}; ` + `entered-by=${JSON.stringify(paper.enteredBy)}`,
      [WAY]: paper.postmark === null ? 'counter' : 'post',
    },
    date,
    attachments,
  }
}

/**
 * The receipt of a paper application: the arrival is the time, the postmark stands beside it. Null for a
 * mail. `mail`: the entry as `paperMail` made it; what a stranger’s header says is asked of no mail.
 */
export function paperReceipt(clocks: Clocks, mail: Pick<Mail, 'headers'>): Receipt | null {
  if (clocks.postmark === null || clocks.internalDate === null) return null
  const at = clocks.internalDate
  const [way] = headerValues(mail, WAY.toLowerCase())
  return {
    receivedAt: at,
    source: 'post',
    clocks: [{ source: 'post', at }],
    doubts: [],
    postmark: clocks.postmark,
    ...(way === undefined ? {} : { handedOver: way === 'counter' }),
  }
}

/** Whether something is an entry made from what came on paper: no mail has a postmark. */
export function isOnPaper(receipt: Pick<Receipt, 'postmark'> | null): boolean {
  return receipt?.postmark !== undefined
}

/**
 * How a paper application came; null for a mail. Of those that an earlier edition entered, one that bears the
 * day of its arrival was handed over: nothing is stamped and delivered on one day.
 */
export function paperOf(receipt: Receipt, zone: string): PaperWay | null {
  const { postmark, handedOver } = receipt
  if (postmark === undefined) return null
  const arrival = receipt.clocks.find(({ source }) => source === 'post')?.at ?? receipt.receivedAt
  const sameDay = dayOf(arrival, zone) === postmark
  return (handedOver ?? sameDay) ? { way: 'counter' } : { way: 'post', postmark: Day.parse(postmark) }
}

/** By post, under a postmark, or over the counter. */
export type PaperWay = { readonly way: 'counter' } | { readonly way: 'post'; readonly postmark: Day }
