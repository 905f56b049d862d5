/** Lines that begin the original below an answer, as mail programs in use write them. */
const SEPARATORS: readonly RegExp[] = [
  /^\s*-{2,}\s*(message d['’]origine|message original|message initial|original message|message transféré|forwarded message|urspr(ü|ue)ngliche nachricht|mensaje original|messaggio originale)\s*-{2,}/i,
  /^\s*(début du message (transféré|réexpédié)|begin forwarded message)\s*:?/i,
  /^\s*(le|on|am|el|il)\s.{4,200}\s(a écrit|a ecrit|wrote|schrieb|escribió|ha scritto)\b.{0,80}:\s*$/i,
]
const OUTLOOK_FROM = /^\s*\*?(de|from|von|da)\s*:\*?\s*\S/i
/**
 * Our own letter (src/acknowledgement/contents.ts, held to this by a test): robots that strip every header
 * send it back unmarked, and it must not be read as what they have to say.
 */
const OUR_LETTER = /\baccuse réception de votre envoi électronique\b/i
const OUR_OPENING = /(^|\n)\s*(madame, monsieur,|accusé de réception –[^\n]*)\s*$/i

/** An original names its date; a letter that begins with « De : » and « Objet : » does not. */
const OUTLOOK_DATE = /^\s*\*?(envoyé|envoyé le|date|sent|gesendet|enviado|inviato)\s*:/i

/**
 * A body without the mail it answers or forwards: what its sender wrote. Cuts at the first line that begins
 * an original (« Le … a écrit : », "-----Message d'origine-----", « De : … Envoyé : … ») and leaves out
 * lines quoted with `>`.
 */
export function ownText(text: string): string {
  const lines = text.split('\n')
  const kept: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    if (beginsOriginal(lines, index)) break
    const line = lines[index] ?? ''
    if (!/^\s*>/.test(line)) kept.push(line)
  }
  return kept
    .join('\n')
    .replace(/\n\s*_{20,}\s*$/, '')
    .replace(OUR_OPENING, '')
    .replace(OUR_OPENING, '')
    .trim()
}

/** True for a body that is our own letter and nothing else. */
export function isOurLetterAlone(text: string, own: string): boolean {
  return own === '' && OUR_LETTER.test(text.replace(/\s+/g, ' '))
}

function beginsOriginal(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? ''
  if (SEPARATORS.some((separator) => separator.test(line)) || OUR_LETTER.test(line)) return true
  const joined = `${line} ${(lines[index + 1] ?? '').trim()}`
  if (
    /^\s*(le|on|am)\s/i.test(line) &&
    joined.length < 300 &&
    SEPARATORS.some((separator) => separator.test(joined))
  )
    return true
  if (!OUTLOOK_FROM.test(line)) return false
  return lines.slice(index + 1, index + 5).some((next) => OUTLOOK_DATE.test(next))
}
