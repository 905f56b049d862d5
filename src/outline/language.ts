import { languageOf } from '../documents/text/language.ts'
import { type Paragraph, placeOf } from './paragraphs.ts'
import { type Proposed, proposed } from './proposed.ts'

/**
 * The language of letters, where the text is published in another than French: a person says whether it is.
 */
export function lettersIn(paragraphs: readonly Paragraph[]): readonly Proposed[] {
  const [first] = paragraphs
  const language = languageOf(paragraphs.map(({ text }) => text).join('\n'))
  if (first === undefined || language === null || language === 'fr') return []
  return [proposed(['languages', 'letters'], language, placeOf(first, first.text), false)]
}
