import { fold } from '../../base/folding.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import type { Reading } from '../document.ts'
import { isPlaceholder, labelAt } from '../text/labels.ts'
import { pageLines } from '../text/page-lines.ts'
import { flat } from '../text/words.ts'
import type { Found } from './found.ts'

/**
 * Sides, in points or pixels, between which a picture may be a signature or a stamp: no line, no photograph
 * of a page.
 */
const SMALLEST_SIDE = 20
const LARGEST_SIDE = 1600

/**
 * Signs of a signature, from certain to likely. Its absence proves nothing: a machine may be unable to see
 * it.
 */
export function signatureFields(reading: Pick<Reading, 'pages' | 'formValues' | 'pictures'>): Found[] {
  return [...controls(reading), ...typedInto(reading), ...typed(reading), ...pictures(reading)]
}

/** A name typed into the field that stands in the place of a signature: what a screen without ink can do. */
function typedInto({ formValues }: Pick<Reading, 'formValues'>): Found[] {
  return formValues.flatMap(({ type, label, name, value, page }) => {
    const asked = labelAt(label) ?? labelAt(name)
    if (type !== 'text' || asked?.kind !== 'signature' || !isName(value)) return []
    const text = `signature saisie au clavier : ${flat(value).slice(0, 120)}`
    return [found('saisie au clavier', WEIGHTS.fields.mentioned, page, text)]
  })
}

/** Somebody's, or their initials: two letters at least, and no date. */
function isName(value: string): boolean {
  return !isPlaceholder(value) && (value.match(/\p{L}/gu) ?? []).length >= 2 && !/\d/.test(value)
}

function controls(reading: Pick<Reading, 'formValues'>): Found[] {
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

function typed(reading: Pick<Reading, 'pages'>): Found[] {
  return pageLines(reading.pages).flatMap((line) =>
    line.cells
      .flatMap((cell) => cell.lines)
      .flatMap((text) => {
        if (
          /\bsigne (electroniquement|numeriquement|par )|\bsignature electronique (de|par) |\/s\/|^\[signe\]|^signe( ?:|,| par\b| electroniquement\b|$)|^signe( (m\.?|mme|monsieur|madame))?( \p{L}\.?)?( [\p{L}'-]+){1,3}$/u.test(
            fold(text),
          )
        ) {
          return [found('mention', WEIGHTS.fields.mentioned, line.page, flat(text).slice(0, 120))]
        }
        const label = labelAt(text)
        if (label?.kind !== 'signature' || !label.separated || isPlaceholder(label.rest)) return []
        return label.rest.length > 60
          ? []
          : [found('mention', WEIGHTS.fields.mentioned, line.page, flat(text))]
      }),
  )
}

const PLACE_TO_SIGN =
  /\b(signature|signe|cachet|tampon|lu et approuve|fait a|le (president|gerant|directeur|representant)|la (presidente|gerante|directrice)|pour (la|l')|salutations|cordialement)\b/

/** A picture under the words that ask for a signature; elsewhere it is a letterhead or an illustration. */
function pictures(reading: Pick<Reading, 'pictures'>): Found[] {
  return reading.pictures.flatMap((picture) => {
    const { page, width, height, above } = picture
    if (above === undefined || !PLACE_TO_SIGN.test(fold(above))) return []
    if (Math.min(width, height) < SMALLEST_SIDE || Math.max(width, height) > LARGEST_SIDE) return []
    return [found('image', WEIGHTS.fields.mentioned, page, flat(above).slice(0, 120))]
  })
}

function found(value: string, confidence: number, page: number, text: string): Found {
  return { kind: 'signature', value, confidence, page, text }
}
