/** « Le 3 mai, la mairie a écrit : »: what follows may be answered line by line. */
const ATTRIBUTION =
  /^\s*(le|on|am|el|il)\s.{4,200}\s(a écrit|a ecrit|wrote|schrieb|escribió|ha scritto)\b.{0,80}:\s*$/i
/** Lines that begin the original below an answer, as mail programs in use write them. */
const SEPARATORS: readonly RegExp[] = [
  new RegExp(
    "^\\s*-{2,}\\s*(message d['’]origine|message original|message initial|original message|" +
      'message transféré|forwarded message|urspr(ü|ue)ngliche nachricht|mensaje original|' +
      'messaggio originale)\\s*-{2,}',
    'i',
  ),
  /^\s*(début du message (transféré|réexpédié)|begin forwarded message)\s*:?/i,
  ATTRIBUTION,
]
const OUTLOOK_FROM = /^\s*\*?(de|from|von|da)\s*:\*?\s*\S/i
/**
 * Our own letter (src/acknowledgement/contents.ts, held to this by a test): robots that strip every header
 * send it back unmarked, and it must not be read as what they have to say.
 */
const OUR_LETTER = /\baccuse réception de votre (envoi électronique|envoi postal|dépôt au guichet|message)\b/i
const OUR_OPENING = /(^|\n)\s*(madame, monsieur,|accusé de réception –[^\n]*)\s*$/i

/** An original names its date; a letter that begins with « De : » and « Objet : » does not. */
const OUTLOOK_DATE = /^\s*\*?(envoyé|envoyé le|date|sent|gesendet|enviado|inviato)\s*:/i

/**
 * A body without the mail it answers or forwards: what its sender wrote. Cuts at the first line that begins
 * an original (« Le … a écrit : », "-----Message d'origine-----", « De : … Envoyé : … ») and leaves out
 * lines quoted with `>`, unless the sender wrote between them, or wrote them.
 */
export function ownText(text: string): string {
  const lines = text.split('\n')
  const start = lines.findIndex((_, index) => beginsOriginal(lines, index))
  const own = start === -1 ? lines : lines.slice(0, start)
  const below = start === -1 || !ATTRIBUTION.test(attributionAt(lines, start)) ? [] : lines.slice(start + 1)
  const kept = [...(isTheirs(own, start === -1) ? unquoted(own) : withoutQuotes(own)), ...answersIn(below)]
  return kept
    .join('\n')
    .replace(/\n\s*_{20,}\s*$/, '')
    .replace(OUR_OPENING, '')
    .replace(OUR_OPENING, '')
    .trim()
}

const QUOTED = /^\s*>/
/** So many questions with answers below them are answered one by one. */
const ANSWERED = 3
/** « > Dénomination : Fil et Toile », and not the bare labels of a form that is quoted. */
const LABELLED = /^\s*>\s*\p{L}[^:>]{1,60}:\s*\S/u

/**
 * Lines behind `>` that the sender wrote: answers stand between them, or they are a list that nobody was
 * quoted with.
 */
function isTheirs(lines: readonly string[], nothingQuoted: boolean): boolean {
  if (isAnsweredThroughout(lines)) return true
  if (!nothingQuoted || lines.some((line) => /^\s*>\s*>/.test(line) || OUR_LETTER.test(line))) return false
  return lines.filter((line) => LABELLED.test(line)).length >= ANSWERED
}

/** Of an original with answers between its lines both count: what was asked, and what is answered. */
function answersIn(original: readonly string[]): string[] {
  return isAnsweredThroughout(original) ? unquoted(original) : []
}

function isAnsweredThroughout(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  const answered = written.filter((line, index) => {
    const next = written[index + 1]
    return QUOTED.test(line) && next !== undefined && !QUOTED.test(next)
  })
  return answered.length >= ANSWERED
}

function unquoted(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^\s*(?:>\s?)+/, ''))
}

function withoutQuotes(lines: readonly string[]): string[] {
  return lines.filter((line) => !QUOTED.test(line))
}

/** True for a body that is our own letter and nothing else. */
export function isOurLetterAlone(text: string, own: string): boolean {
  return own === '' && OUR_LETTER.test(text.replace(/\s+/g, ' '))
}

function beginsOriginal(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (SEPARATORS.some((separator) => separator.test(line)) || OUR_LETTER.test(line)) return true
  if (/^\s*(le|on|am)\s/i.test(line)) {
    const joined = `${line} ${(lines[index + 1] ?? '').trim()}`
    if (joined.length < 300 && ATTRIBUTION.test(joined)) return true
  }
  if (!OUTLOOK_FROM.test(line)) return false
  return lines.slice(index + 1, index + 5).some((next) => OUTLOOK_DATE.test(next))
}

/** It may be broken over two lines. */
function attributionAt(lines: readonly string[], index: number): string {
  const line = lines[index] ?? ''
  return ATTRIBUTION.test(line) ? line : `${line} ${(lines[index + 1] ?? '').trim()}`
}
