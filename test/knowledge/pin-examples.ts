import { writeFileSync } from 'node:fs'
import { LEFT_OUT, OF_ANY_CALL, OF_ANY_STRUCTURE } from '../../src/knowledge/empty-words.ts'
import { FOREIGN_LABELS } from '../../src/knowledge/foreign-labels.ts'
import type { Label } from '../../src/knowledge/label.ts'
import { LABEL_TAILS } from '../../src/knowledge/label-tails.ts'
import { MAIL_WORDS, SMALL_WORDS } from '../../src/knowledge/languages.ts'
import { STRUCTURE_NOUNS } from '../../src/knowledge/legal-forms.ts'
import { DOMAINS, EVERYWHERE } from '../../src/knowledge/mail-providers.ts'
import { NAME_ENDS, NAME_JOINTS } from '../../src/knowledge/name-ends.ts'
import { PERSON_LABELS } from '../../src/knowledge/person-labels.ts'
import { PLACE_LABELS } from '../../src/knowledge/place-labels.ts'
import { FRENCH_REGIONS } from '../../src/knowledge/places-and-streets.ts'
import { SECTION_LABELS } from '../../src/knowledge/section-labels.ts'
import { STRUCTURE_LABELS } from '../../src/knowledge/structure-labels.ts'
import { TRANSFER_SERVICES } from '../../src/knowledge/transfer-services.ts'
import { everyWordList } from '../judgement/covers.ts'

const examplesOf = (labels: Readonly<Record<string, Label>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).map(([kind, { example }]) => [kind, example]))

/**
 * Writes what every list is known to find into examples.json, where the tests hold it: an entry that is dropped leaves
 * its example behind. Run after a list has grown: node test/knowledge/pin-examples.ts
 */
const wordsByLanguage = (of: typeof SMALL_WORDS): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(of).map(([code, words]) => [code, [...words]]))
const lists = await everyWordList()
const pinned = {
  lists: Object.fromEntries(
    lists.map(([name, list]) => [
      name,
      Object.fromEntries(list.entries.map((entry) => [entry.id, entry.example])),
    ]),
  ),
  transferServices: TRANSFER_SERVICES.map(({ host, share }) => `https://${host}${share}`),
  labels: {
    'structure-labels.ts STRUCTURE_LABELS': examplesOf(STRUCTURE_LABELS),
    'person-labels.ts PERSON_LABELS': examplesOf(PERSON_LABELS),
    'place-labels.ts PLACE_LABELS': examplesOf(PLACE_LABELS),
    'section-labels.ts SECTION_LABELS': examplesOf(SECTION_LABELS),
    ...Object.fromEntries(
      Object.entries(FOREIGN_LABELS).map(([language, labels]) => [
        `foreign-labels.ts FOREIGN_LABELS.${language}`,
        examplesOf(labels),
      ]),
    ),
  },
  labelTails: LABEL_TAILS.map(({ example }) => example),
  everywhere: [...EVERYWHERE],
  domains: [...DOMAINS],
  smallWords: wordsByLanguage(SMALL_WORDS),
  mailWords: wordsByLanguage(MAIL_WORDS),
  nameEnds: [...NAME_ENDS],
  nameJoints: [...NAME_JOINTS],
  ofAnyCall: [...OF_ANY_CALL],
  leftOut: [...LEFT_OUT],
  ofAnyStructure: [...OF_ANY_STRUCTURE],
  structureNouns: STRUCTURE_NOUNS,
  frenchRegions: FRENCH_REGIONS,
}
writeFileSync(new URL('examples.json', import.meta.url), `${JSON.stringify(pinned, null, 2)}\n`)
