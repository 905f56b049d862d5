import { type Paragraph, placeOf, sourceOf } from './paragraphs.ts'
import { type Proposed, proposed } from './proposed.ts'

const WHO = new RegExp(
  "(?:peuvent (?:candidater|participer|répondre|déposer|concourir)|s'adresse(?:nt)?|" +
    '(?:est|sont) ouverte?s?|réservée?s?|can apply|(?:is|are) open)(?: ici)? ?:? ?(?:à |aux |to )?' +
    '([^.:?]{5,300}?)(?= ?(?:\\.|:|$|, en lien))',
  'iu',
)
const PERSONS = new RegExp(
  '\\b(?:habitant|toute personne|personnes physiques|particuliers|à titre individuel|un auteur|' +
    'une autrice|artistes? candidat|recrute(?:nt)?\\b|poste à pourvoir|photographes? amateurs?|' +
    'natural persons?|individuals)',
  'i',
)
const CONTRACT =
  /marchés? (?:public|à procédure)|acte d'engagement|réception des offres|pouvoir adjudicateur/i
const SELECTION = new RegExp(
  "(?:sélection|résultats?|choix du jury|décision)[^.;]{0,80}?\\b((?:avant|le|en|d'ici|au plus tard|" +
    'courant) [^.;,]{4,40}20\\d\\d)',
  'i',
)
const SIZE = /(\d{1,3}) ?(?:Mo|MB|mégaoctets)\b/

/** Who may apply, what it leads to, and what the text says of the selection and of sizes. */
export function conditionsIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  return [
    ...firstOf(paragraphs, WHO, (match, at, place) => [
      proposed(['eligibility', 'asWritten'], (match[1] ?? '').trim(), place, false),
      proposed(['eligibility', 'source'], sourceOf(at), place),
    ]),
    ...firstOf(paragraphs, PERSONS, (_, _at, place) => [
      proposed(['applicants', 'persons'], true, place, false),
    ]),
    ...firstOf(paragraphs, CONTRACT, (_, _at, place) => [
      proposed(['legal', 'contract'], true, place, false),
    ]),
    ...firstOf(paragraphs, SELECTION, (match, at, place) => [
      proposed(['selection', 'asWritten'], match[1] ?? '', place, false),
      proposed(['selection', 'source'], sourceOf(at), place),
    ]),
    ...firstOf(paragraphs, SIZE, (match, _at, place) => [
      proposed(['limits', 'totalMegabytes'], Number(match[1]), place, false),
    ]),
  ]
}

function firstOf(
  paragraphs: readonly Paragraph[],
  expression: RegExp,
  make: (match: RegExpExecArray, at: Paragraph, place: Proposed['place']) => readonly Proposed[],
): readonly Proposed[] {
  for (const paragraph of paragraphs) {
    const match = expression.exec(paragraph.text)
    if (match !== null) return make(match, paragraph, placeOf(paragraph, paragraph.text))
  }
  return []
}
