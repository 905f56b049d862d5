import { FACTS } from '../exports/fact-labels.ts'
import { CallDocument } from '../settings/call-document.ts'
import type { Completeness, Timeliness } from '../verdict/finding.ts'
import { completenessInWords, timelinessInWords } from '../verdict/words.ts'
import { faultInFrench } from './call-faults.ts'
import { FATES } from './words.ts'

/** A key of two files that differs. */
export interface CallChange {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** Every value that differs between two files, by the names of the forms. */
export function callChanges(before: string, after: string): readonly CallChange[] {
  const [old, now] = [leavesOf(before), leavesOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [from = '', to = ''] = [old.get(key) ?? '', now.get(key) ?? '']
    return from === to ? [] : [{ label: labelOf(key), from, to }]
  })
}

function labelOf(key: string): string {
  const path = key.split('.').map((one) => (/^\d+$/.test(one) ? Number(one) : one))
  const { label, section } = faultInFrench({ path, message: '' })
  return section === null || label === key ? key : label
}

function leavesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  collect(new CallDocument(text).at([]), [], found)
  return found
}

function collect(value: unknown, path: readonly string[], found: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) {
    if (value !== null && value !== undefined) found.set(path.join('.'), String(value))
  } else if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    found.set(path.join('.'), value.join(', '))
  else for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key], found)
}

/** « timeliness: on_time → late », as replays tell it, for staff. */
export function verdictChangeInFrench(change: string): string {
  const [, what = '', from = '', to = ''] = /^(.*?): (.*) → (.*)$/.exec(change) ?? []
  const [kind = '', ...rest] = what.split(' ')
  const of = rest.join(' ')
  const label =
    WHAT[what] ??
    (kind === 'applicant'
      ? (FACTS.find(([id]) => id === of)?.[1] ?? of)
      : kind === 'requirement'
        ? `pièce ou information « ${of} »`
        : what)
  return `${label} : ${inWords(what, from)} → ${inWords(what, to)}`
}

const WHAT: Readonly<Record<string, string>> = {
  fate: 'destin',
  'received at': 'heure de réception',
  timeliness: 'délai',
  completeness: 'dossier',
  sectors: 'filière',
}
const STATES: Readonly<Record<string, string>> = {
  met: 'trouvé',
  missing: 'non détecté',
  unclear: 'à vérifier',
  not_applicable: 'sans objet',
}

function inWords(what: string, value: string): string {
  if (value === 'none' || value === '') return 'aucun'
  if (what === 'timeliness') return timelinessInWords(value as Timeliness)
  if (what === 'completeness') return completenessInWords(value as Completeness)
  if (what === 'fate') return FATES[value as keyof typeof FATES] ?? value
  return what.startsWith('requirement') ? (STATES[value] ?? value) : value
}
