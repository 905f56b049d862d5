import type { Page } from './document.ts'
import type { Found } from './found.ts'
import { labelAt } from './labels.ts'
import { legalFormNamed } from './legal-forms.ts'
import { flat, pageLines } from './page-lines.ts'

const BY_LETTERHEAD = 0.65
/** « Société par actions simplifiée au capital de 5 000 € » is the longest first part of such a line. */
const FORM_WORDS = 10

/** « Association - N° RNA : W9R… »: a legal form that stands before the number of who bears it. */
export function letterheadFields(pages: readonly Page[]): Found[] {
  return pageLines(pages.slice(0, 1)).flatMap((line) => {
    const [first = '', second = ''] = flat(line.cells.join(' - ')).split(/\s+[-–—|•·]\s+|\s*[,;]\s+/)
    const kind = labelAt(second)?.kind
    if (kind !== 'siret' && kind !== 'siren' && kind !== 'rna') return []
    const form = first.split(' ').length <= FORM_WORDS ? legalFormNamed(first) : null
    if (form === null) return []
    return [
      {
        kind: 'legal_form',
        value: form,
        confidence: BY_LETTERHEAD,
        page: line.page,
        text: flat(line.cells.join(' ')),
      },
    ]
  })
}
