import type { Language } from '../language/language.ts'
import { fill } from '../language/message.ts'
import { zoneNameIn } from '../language/moments.ts'
import { languageNamesIn } from '../language/platform.ts'
import { quotedIn } from '../language/speaking.ts'
import type { Call } from './call.ts'
import type { CallTexts } from './languages.ts'

/**
 * The call as a translation under its letters tells it: in the words that its file has in that language; what
 * nobody translated is quoted, or told to stand above.
 */
export function translated(call: Call, into: Language): Call {
  const texts: Partial<CallTexts> = call.languages.texts[into.id] ?? {}
  const { dataProtection: _, ...rest } = call
  const named = <T extends { readonly id: string; readonly label: string }>(one: T): T => ({
    ...one,
    label: texts.labels?.[one.id] ?? quotedIn(into, one.label),
  })
  return {
    ...rest,
    title: texts.title ?? call.title,
    authority: { ...call.authority, article: texts.article ?? call.authority.name },
    service: { ...call.service, name: texts.service ?? call.service.name },
    agent: { ...call.agent, role: texts.role ?? call.agent.role },
    deadline: {
      ...call.deadline,
      zoneLabel: texts.zoneLabel ?? zoneNameIn(into, call.deadline.zone),
      source: texts.source ?? call.deadline.source,
    },
    requiredDocuments: call.requiredDocuments.map(named),
    requiredFields: call.requiredFields.map(named),
    ...(call.legal === undefined ? {} : { legal: contested(call.legal, texts.remedies) }),
    acknowledgement: ownTexts(call, into, texts),
    speech: { letters: into, beside: [], translates: call.speech.letters },
  }
}

/** How the language of the text above is called in the one of its translation. */
export function originalIn({ speech }: Call, into: Language): string {
  const { id } = speech.translates ?? speech.letters
  return languageNamesIn(into.locale).of(id) ?? id
}

/** False where the way to contest a decision is told in the language above alone. */
export function tellsRemedies({ speech, languages }: Call): boolean {
  return speech.translates === null || languages.texts[speech.letters.id]?.remedies !== undefined
}

function contested(
  legal: NonNullable<Call['legal']>,
  words: CallTexts['remedies'],
): NonNullable<Call['legal']> {
  if (words === undefined) return legal
  const { residence, ...plain } = words
  const said = { ...plain, ...(residence === undefined ? {} : { residence }) }
  const { silence, remedies } = legal
  return {
    ...legal,
    silence:
      silence.means === 'rejection' ? { ...silence, remedies: { ...silence.remedies, ...said } } : silence,
    ...(remedies === undefined ? {} : { remedies: { ...remedies, ...said } }),
  }
}

function ownTexts(call: Call, into: Language, texts: Partial<CallTexts>): Call['acknowledgement'] {
  const { implicitDecision, appeals, ...own } = call.acknowledgement
  const { beside } = into.letters
  const original = originalIn(call, into)
  const isOwn = implicitDecision !== undefined || appeals !== undefined
  return {
    ...own,
    attests: texts.attests ?? beside.attests,
    automation: texts.automation ?? beside.automation,
    dataProtection: texts.dataProtection ?? fill(beside.data, { original, service: call.service.email }),
    ...(isOwn ? { appeals: texts.silence ?? fill(beside.silence, { original }) } : {}),
  }
}
