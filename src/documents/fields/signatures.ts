import { fold } from '../../base/folding.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { Reading } from '../document.ts'
import { pageLines } from '../text/page-lines.ts'
import { flat } from '../text/words.ts'
import type { Answer } from './answer.ts'
import type { SeenField } from './seen-field.ts'
import { isSigned, saysSigned } from './typed-signatures.ts'

/**
 * Sides, in points or pixels, between which a picture may be a signature or a stamp: no line, no photograph
 * of a page.
 */
const SMALLEST_SIDE = 20
const LARGEST_SIDE = 1600

/** Whom a document names: its representatives, and the structure for which they sign. */
export interface Named {
  readonly persons: readonly string[]
  readonly structures: readonly string[]
}

/**
 * Signs of a signature, from certain to likely. Its absence proves nothing: a machine may be unable to see
 * it.
 */
export function signatureFields(
  reading: Pick<Reading, 'pages' | 'formValues' | 'pictures'>,
  answers: readonly Answer[],
  named: Named,
): SeenField[] {
  return [...controls(reading), ...typedInto(answers, named), ...typed(reading), ...pictures(reading)]
}

/**
 * A name typed where a signature is asked for: into its field, behind its label or in the cell beside it.
 * What a screen without ink can do.
 */
function typedInto(answers: readonly Answer[], { persons, structures }: Named): SeenField[] {
  return answers.flatMap(({ kind, value, page, text, confidence }) => {
    // Under the words that ask for a signature a name is printed for whoever signs by hand.
    if (kind !== 'signature' || confidence <= WEIGHTS.fields.below) return []
    if (!isSigned(value, persons, structures)) return []
    return [found('saisie au clavier', WEIGHTS.fields.mentioned, page, text.slice(0, 120))]
  })
}

function controls(reading: Pick<Reading, 'formValues'>): SeenField[] {
  const { signed, drawn, guessed } = WEIGHTS.fields
  return reading.formValues.flatMap((control) => {
    if (control.type !== 'signature' || control.value === '') return []
    if (control.value === 'drawn') return [found('dessinée', drawn, control.page, 'signature dessinée')]
    const text = `champ de signature signé : ${control.label}`
    if (control.value === 'verified') return [found('électronique', signed, control.page, text)]
    // It does not hold for the file as it came: a person looks.
    return [found('électronique, non vérifiée', guessed, control.page, text)]
  })
}

function typed(reading: Pick<Reading, 'pages'>): SeenField[] {
  return pageLines(reading.pages).flatMap((line) =>
    line.cells
      .flatMap((cell) => cell.lines)
      .filter(saysSigned)
      .map((text) => found('mention', WEIGHTS.fields.mentioned, line.page, flat(text).slice(0, 120))),
  )
}

const PLACE_TO_SIGN = new RegExp(
  '\\b(signature|signe|cachet|tampon|lu et approuve|fait a|' +
    "le (president|gerant|directeur|representant)|la (presidente|gerante|directrice)|pour (la|l')|" +
    'salutations|cordialement)\\b',
)

/** A picture under the words that ask for a signature; elsewhere it is a letterhead or an illustration. */
function pictures(reading: Pick<Reading, 'pictures'>): SeenField[] {
  return reading.pictures.flatMap((picture) => {
    const { page, width, height, above } = picture
    if (above === undefined || !PLACE_TO_SIGN.test(fold(above))) return []
    if (Math.min(width, height) < SMALLEST_SIDE || Math.max(width, height) > LARGEST_SIDE) return []
    return [found('image', WEIGHTS.fields.mentioned, page, flat(above).slice(0, 120))]
  })
}

function found(value: string, confidence: number, page: number, text: string): SeenField {
  return { kind: 'signature', value, confidence, page, text }
}
