import type { Letter } from '../acknowledgement/outgoing.ts'
import { sampleLetter } from '../acknowledgement/samples.ts'
import { plainText } from '../base/text-gate.ts'
import { Call } from '../call/call.ts'
import { weekdayFaults } from '../call/stated-dates.ts'
import { type Page, pagesOfText } from '../documents/text/page.ts'
import { outlineOf } from '../outline/outline.ts'
import type { Outline } from '../outline/proposed.ts'
import type { CallDraft } from '../register/call-versions.ts'
import { CallDocument } from '../settings/call-document.ts'
import { callIn } from '../settings/call-text.ts'
import { blankCallFile } from '../settings/first-draft.ts'
import { type FrenchFault, faultInFrench } from './call-faults.ts'
import type { CallSection } from './call-fields.ts'
import type { Desk } from './desk.ts'

/** A draft as its pages show it. */
export interface OpenDraft {
  readonly draft: CallDraft
  readonly document: CallDocument
  readonly blank: CallDocument
  readonly outline: Outline
  readonly faults: readonly FrenchFault[]
  /** What a person should know, and may leave as it is. */
  readonly warnings: readonly string[]
}

/** The pages of a published text, as it was pasted or read: a form feed stands between two. */
export function sourcePages(source: string): readonly Page[] {
  return source
    .split('\f')
    .flatMap((text, index) => pagesOfText(plainText(text)).map((page) => ({ ...page, number: index + 1 })))
}

/** A draft with what its file says, what is wrong in it, and what the published text proposes. */
export function openDraft(draft: CallDraft, desk: Desk): OpenDraft {
  const document = new CallDocument(draft.body)
  const read = callIn(draft.body)
  const outline: Outline =
    draft.source === '' ? { proposed: [], doubts: [] } : outlineOf(sourcePages(draft.source))
  return {
    draft,
    document,
    blank: new CallDocument(blankCallFile()),
    outline,
    faults: [...[...read.faults, ...read.owed].map(faultInFrench), ...ofName(draft, document, desk)],
    warnings: read.call === null ? [] : warningsOf(read.call, desk, read.advice.map(faultInFrench)),
  }
}

/** A call has its name for good, and no two have the same one. */
function ofName({ callId }: CallDraft, document: CallDocument, { callsNow }: Desk): readonly FrenchFault[] {
  const id = document.at(['id'])
  const label = 'Nom du fichier'
  const fault = (text: string): FrenchFault => ({ key: 'id', label, text, section: 'appel' })
  if (callId !== null)
    return id === callId ? [] : [fault(`Le nom d’un appel ne change pas : remettez « ${callId} ».`)]
  const isTaken = callsNow().some((call) => call.id === id)
  return isTaken ? [fault('Un autre appel a déjà ce nom : choisissez-en un autre.')] : []
}

function warningsOf(call: Call, { account }: Desk, advice: readonly FrenchFault[]): readonly string[] {
  const elsewhere = account.includes('@') && account.toLowerCase() !== call.mailbox.address.toLowerCase()
  return [
    ...weekdayFaults(call).map((fault) => faultInFrench({ path: ['published'], message: fault }).text),
    ...call.published.contradictions,
    ...advice.map(({ label, text }) => `${label} : ${text}`),
    ...(elsewhere
      ? [
          `Le service surveille la boîte ${account}, et l’appel fait écrire à ` +
            `${call.mailbox.address} : vérifiez avec l’exploitant que ces courriels y arrivent.`,
        ]
      : []),
  ]
}

/**
 * The letter that a page changes, with « [à compléter] » where nothing stands yet; null without a deadline.
 */
export function letterOf({ document }: OpenDraft, section: CallSection): Letter | null {
  let value: unknown = document.at([])
  for (let time = 0; time < 3; time += 1) {
    const parsed = Call.safeParse(value)
    if (parsed.success) return sampleLetter(parsed.data, section.letter)
    const filled = parsed.error.issues.map(({ path }) => filledAt(path))
    if (filled.includes(null)) return null
    const copy = new CallDocument(JSON.stringify(value))
    for (const one of filled) if (one !== null) copy.set(one.path, one.value)
    value = copy.at([])
  }
  return null
}

const BLANK = '[à compléter]'
const BLANKS: Readonly<Record<string, unknown>> = {
  id: 'a-completer',
  registrationPrefix: 'AA00',
  email: 'a.completer@exemple.example',
  address: 'a.completer@exemple.example',
  from: 'a.completer@exemple.example',
  bouncesTo: 'a.completer@exemple.example',
  to: ['a.completer@exemple.example'],
  domains: ['exemple.example'],
  strong: [BLANK],
  phone: '00 00 00 00 00',
  sectors: [{ id: 'toutes', label: BLANK, synonyms: [] }],
}
/** What no letter invents. */
const NEVER = ['deadline', 'published', 'requiredDocuments', 'requiredFields', 'pieces', 'kinds', '$schema']

function filledAt(
  path: readonly PropertyKey[],
): { readonly path: readonly (string | number)[]; readonly value: unknown } | null {
  const keys = path.map((key) => (typeof key === 'number' ? key : String(key)))
  const [first = '', second] = keys
  const last = keys.at(-1) ?? ''
  if (NEVER.includes(String(first)) && !(first === 'deadline' && second === 'zoneLabel')) return null
  if (first === 'legal') return { path: ['legal'], value: undefined }
  if (first === 'sectors') return { path: ['sectors'], value: BLANKS['sectors'] }
  return { path: keys, value: BLANKS[String(last)] ?? BLANK }
}
