import { fold } from '../base/folding.ts'
import { APPLICATION, APPLYING, HANDING_IN } from '../knowledge/applying.ts'
import { APPLYING_TOPICS } from '../knowledge/applying-topics.ts'
import { ASKING } from '../knowledge/asking.ts'
import { CONTINUING, REPLACING } from '../knowledge/continuing.ts'
import { JOB_SEEKING } from '../knowledge/job-seeking.ts'
import { LEAVING_LIST, RELAYING, TRADE } from '../knowledge/other-business.ts'
import { SUPPORTING } from '../knowledge/supporting.ts'
import { THANKING } from '../knowledge/thanking.ts'
import { WITHDRAWING } from '../knowledge/withdrawing.ts'

/** What a sender says to be doing, read in subject and own words. Several may be true of one mail. */
export interface Wording {
  /** « Nous vous adressons notre dossier »: something is handed in with this mail. */
  readonly handsIn: boolean
  readonly applies: boolean
  readonly withdraws: boolean
  /** The subject itself takes an application back. */
  readonly withdrawsInSubject: boolean
  /** Says, otherwise than by naming « our application », that it applies now. */
  readonly appliesNow: boolean
  /** « Annule et remplace », « erreur de SIRET »: what came before gives way. */
  readonly replaces: boolean
  /** « En complément de notre envoi », « la pièce manquante », « comme demandé ». */
  readonly continues: boolean
  /** Names something that is handed in: a form, a letter, a file. */
  readonly namesApplication: boolean
  readonly thanks: boolean
  readonly asks: boolean
  /** What the words are about, of the things that questions about a call turn on. */
  readonly topics: readonly string[]
  /** The sentence, folded, by which somebody looks for work; null when none does. */
  readonly job: string | null
  /** An invoice, a quotation, an order: in the subject. */
  readonly trade: boolean
  /** A call of others that is to be made known. */
  readonly relays: boolean
  /** Tells how to leave a list. */
  readonly leaves: boolean
}

/** Of a body so much is looked at: what somebody wants stands there. */
export const LOOKED_AT = 8_000
const THANKS_LETTERS = 600
/** Letters behind a word of work in which its post is named. */
const POST_LETTERS = 60

/**
 * Where a sentence ends; what a colon announces belongs to it. « Nous accompagnons qui répond à votre appel.
 * Devis joint » hands no application in.
 */
const SENTENCE_ENDS = /[.!?;](?=\s|$)/

/** Something is handed in: a verb of handing in with its object, which the subject may have named already. */
function handsIn(body: string, isNamed: boolean): boolean {
  if (!HANDING_IN.says(body)) return false
  if (isNamed) return true
  return body.split(SENTENCE_ENDS).some((sentence) => HANDING_IN.says(sentence) && APPLICATION.says(sentence))
}

/** Entries of applying that no withdrawal says: « notre candidature » is what one takes back. */
const NOW: ReadonlySet<string> = new Set(['to-apply', 'declare-interest', 'answer-the-call'])

/** Reads what a mail says of itself; `subject` and `words` as written. */
export function wordingOf(subject: string, words: string): Wording {
  const title = fold(subject)
  const body = fold(words.slice(0, LOOKED_AT))
  const all = `${title} . ${body}`
  const asks = body.includes('?') || title.includes('?') || ASKING.says(body)
  const replaces = REPLACING.says(all)
  const withdraws = WITHDRAWING.says(all) && !replaces
  const namesApplication = APPLICATION.says(all)
  const isTitled = APPLICATION.says(title)
  const job = JOB_SEEKING.first(all)
  return {
    handsIn: handsIn(body, isTitled && !title.includes('?')),
    applies: ((!asks && isTitled) || APPLYING.says(all)) && !SUPPORTING.says(all),
    withdraws,
    withdrawsInSubject: withdraws && WITHDRAWING.says(title),
    appliesNow: APPLYING.all(all).some(({ entry }) => NOW.has(entry.id)),
    replaces,
    continues: replaces || CONTINUING.says(all),
    namesApplication,
    thanks: body.length < THANKS_LETTERS && !asks && !withdraws && THANKING.says(body.slice(0, 400)),
    asks,
    topics: APPLYING_TOPICS.all(all).map((hit) => hit.entry.id),
    job: job === null ? null : all.slice(job.index, job.index + job.text.length + POST_LETTERS),
    trade: TRADE.says(title),
    relays: RELAYING.says(all),
    leaves: LEAVING_LIST.says(body),
  }
}
