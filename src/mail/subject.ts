import { fold } from '../base/folding.ts'
import { ANSWER_PREFIXES, EMPTY_SUBJECTS, FORWARD_PREFIXES, SUBJECT_TAGS } from '../knowledge/gateways.ts'

/** A subject taken apart: what mail programs put before it, and what somebody wrote. */
export interface Subject {
  /** A program announces a forwarded mail. */
  readonly forwards: boolean
  /** A program announces an answer. */
  readonly answers: boolean
  /** What stands behind all prefixes. */
  readonly bare: string
}

const PREFIX = /^\s*(\p{L}{1,8}|Réf)(?:\[\d{1,3}\])?\s?:\s*/u
/** « [EXTERNE] », « ***SPAM*** », « (EXT) », « {Spam?} », « <External> ». */
const TAG_BEFORE = /^\s*[[({*<#]{1,3}\s?([\p{L}\p{N}][^[\](){}*<>#]{0,30}?)\s?[\])}*>#]{1,3}\s*[:–-]?\s*/u
const TAG_BEHIND = /\s*[[({*<#]{1,3}\s?([\p{L}\p{N}][^[\](){}*<>#]{0,30}?)\s?[\])}*>#]{1,3}\s*$/u
const PREFIXES_AT_MOST = 12

/** Takes a subject apart. Pure; any text is a subject. */
export function subjectOf(subject: string): Subject {
  let bare = subject
  let forwards = false
  let answers = false
  for (let count = 0; count < PREFIXES_AT_MOST; count += 1) {
    const prefix = prefixOf(bare)
    if (prefix === null) break
    if (prefix.forwards) forwards = true
    else answers = true
    bare = bare.slice(prefix.text.length)
  }
  return { forwards, answers, bare: bare.trim() }
}

/** What a mail program put at the head of a subject: « Re : », « TR: », "Fwd:". */
function prefixOf(subject: string): { readonly text: string; readonly forwards: boolean } | null {
  const [text, written] = PREFIX.exec(subject) ?? []
  if (text === undefined) return null
  const word = fold(written ?? '')
  const forwards = FORWARD_PREFIXES.says(word)
  return forwards || ANSWER_PREFIXES.says(word) ? { text, forwards } : null
}

/** A subject without the marks of gateways, which stand before, between and behind its prefixes. */
export function withoutGatewayTags(subject: string): string {
  let rest = subject
  let prefixes = ''
  for (let count = 0; count < PREFIXES_AT_MOST; count += 1) {
    const tag = TAG_BEFORE.exec(rest)
    if (tag !== null && SUBJECT_TAGS.says(fold(tag[1] ?? ''))) {
      rest = rest.slice(tag[0].length)
      continue
    }
    const prefix = prefixOf(rest)
    if (prefix === null) break
    prefixes += prefix.text.trimStart()
    rest = rest.slice(prefix.text.length)
  }
  const behind = TAG_BEHIND.exec(rest)
  const kept =
    behind !== null && SUBJECT_TAGS.says(fold(behind[1] ?? '')) ? rest.slice(0, behind.index) : rest
  return `${prefixes}${kept}`.trim()
}

/** What a generic subject has at most. */
const GENERIC_LETTERS = 80

/** Subjects that say nothing: empty, « Scan », « Numérisation du 23/11/2022 », "Message from KM_C258". */
export function isGenericSubject(subject: string): boolean {
  const folded = fold(subjectOf(subject).bare)
  return folded === '' || (folded.length < GENERIC_LETTERS && EMPTY_SUBJECTS.says(folded))
}
