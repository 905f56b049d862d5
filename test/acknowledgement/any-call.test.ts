import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { automaticCheck } from '../../src/acknowledgement/automatic-check.ts'
import { composeDecision } from '../../src/acknowledgement/decision.ts'
import { decisionMentionsMissing } from '../../src/acknowledgement/decision-mentions.ts'
import {
  DECISION_SAMPLES,
  decisionSample,
  decisionSampleOf,
} from '../../src/acknowledgement/decision-samples.ts'
import { forbiddenExpressions } from '../../src/acknowledgement/mentions.ts'
import { SAMPLES, sampleLetter, sampleOf } from '../../src/acknowledgement/samples.ts'
import type { Call } from '../../src/call/call.ts'
import { Decisions } from '../../src/call/decisions.ts'
import { Legal } from '../../src/call/legal.ts'
import { composeDigest } from '../../src/digest/compose.ts'
import { readCall } from '../../src/settings/call-file.ts'
import type { Finding, RequirementFinding } from '../../src/verdict/finding.ts'
import { APPLICATION, QUIET } from '../digest/a-digest.ts'

const FOLDER = resolve(import.meta.dirname, '../../config/calls')
const CALLS = [FOLDER, join(FOLDER, 'examples')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readCall(join(folder, name)).call] as const),
)
const called = (start: string): Call =>
  CALLS.find(([name]) => name.startsWith(start))?.[1] ?? (CALLS[0]?.[1] as Call)
const flatText = (text: string): string => text.replace(/\s+/g, ' ')

/** The list of what a check did not find, of given findings. */
function remarks(call: Call, findings: Finding[]): string {
  const section = automaticCheck({ ...sampleOf(call, 'incomplete'), verdict: { findings } })
  return section.blocks.map((block) => (block.kind === 'list' ? block.items.join('\n') : '')).join('\n')
}

describe.each(CALLS)('the letters of %s', (_, call) => {
  it('say in any state nothing that a program may not say', () => {
    for (const name of SAMPLES) expect(forbiddenExpressions(sampleLetter(call, name).text), name).toEqual([])
  })

  it('tell what lacks where the call asks for it, and never what is assumed, optional or unseen', () => {
    const text = flatText(sampleLetter(call, 'incomplete').text)
    const fields = call.requiredFields
    for (const { label, assumed, optional, mayBeInvisible } of [...call.requiredDocuments, ...fields].map(
      (one) => ({
        mayBeInvisible: false,
        ...one,
      }),
    ))
      if (assumed || optional || mayBeInvisible) expect(text).not.toContain(`${flatText(label)}.`)
    for (const { label, assumed, optional, mayBeInvisible } of fields)
      if (!assumed && !optional && !mayBeInvisible) expect(text).toContain(flatText(label))
  })

  it('tell of a requirement, whatever was seen of it, nothing that is assumed or not applicable', () => {
    const statuses = fc.constantFrom('met', 'missing', 'unclear', 'not_applicable')
    const reasons = fc.constantFrom<RequirementFinding['reason']>(
      'not_detected',
      'unreadable_document',
      'external_link',
      'too_few',
      'condition_unknown',
      'optional',
      'empty_template',
    )
    const asked = [...call.requiredDocuments, ...call.requiredFields]
    const found = fc.tuple(
      ...asked.map(({ id, assumed }) =>
        fc.record({ status: statuses, reason: reasons }).map(
          ({ status, reason }): Finding => ({
            code: 'requirement',
            id,
            status: status as RequirementFinding['status'],
            reason,
            evidence: [],
            count: 1,
            ...(assumed ? { assumed: true as const } : {}),
          }),
        ),
      ),
    )
    fc.assert(
      fc.property(found, (findings) => {
        const told = remarks(call, [...findings])
        for (const [index, finding] of findings.entries()) {
          if (finding.code !== 'requirement') continue
          const quiet =
            finding.assumed === true || finding.status === 'not_applicable' || finding.status === 'met'
          const label = (asked[index]?.label ?? '').toLowerCase()
          const lines = told.toLowerCase().split('\n')
          if (quiet)
            expect(
              lines.filter((line) => line.startsWith(`${label} `) || line.endsWith(`: ${label}.`)),
            ).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })
})

const TEMPLATES = Decisions.parse({
  signatory: { name: 'Anne Martin', role: 'présidente' },
  favourable: 'Nous vous remercions de votre candidature.',
  unfavourable: 'Nous vous remercions de votre candidature.',
  motivated: true,
})
const REMEDIES = Legal.shape.remedies
  .unwrap()
  .parse({ gracious: 'du maire', court: 'le tribunal administratif de Rouen' })

/** The call with letters of decision, its own where it has them. */
function deciding(call: Call): Call {
  const legal = call.legal ?? { silence: { means: 'nothing' as const }, contract: false }
  const told =
    legal.silence.means === 'rejection' ? legal : { ...legal, remedies: legal.remedies ?? REMEDIES }
  return { ...call, legal: told, decisions: call.decisions ?? TEMPLATES }
}

describe.each(CALLS)('the letters of decision of %s', (_, plain) => {
  const call = deciding(plain)

  it('have every mention, say nothing that a program may not say, and are well typeset', () => {
    for (const name of DECISION_SAMPLES) {
      const input = decisionSampleOf(call, name)
      const letter = decisionSample(call, name)
      expect(decisionMentionsMissing(letter, input), name).toEqual([])
      expect(forbiddenExpressions(letter.text), name).toEqual([])
      expect(letter.text, name).not.toMatch(/ [;!?:»]|« (?=\S)/)
      expect(letter.headers['Auto-Submitted']).toBeUndefined()
    }
  })

  it('keep every mention whatever a person writes, and tell remedies of a refusal alone', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    const some = text.map((rest) => `Vu le règlement.${rest}`)
    const kinds = fc.constantFrom('selected', 'not_selected')
    const { letters } = call.speech
    const remedies = letters.letters.decision.remedies.toLocaleUpperCase(letters.locale)
    fc.assert(
      fc.property(kinds, text, some, some, (kind, body, law, fact) => {
        const sample = decisionSampleOf(call, kind === 'selected' ? 'favourable' : 'unfavourable')
        const input = { ...sample, words: { text: body, law, fact } }
        const letter = composeDecision(input)
        const missing = decisionMentionsMissing(letter, input).map(({ id }) => id)
        expect(missing.filter((id) => id !== 'reasons')).toEqual([])
        expect(letter.text.includes(remedies)).toBe(kind === 'not_selected')
        expect(letter.html).not.toMatch(/<(script|img)/i)
      }),
      { numRuns: 60 },
    )
  })

  it('without the remedies, the signatory or the reasons, the check names what lacks', () => {
    const input = decisionSampleOf({ ...call, decisions: { ...TEMPLATES, motivated: true } }, 'unfavourable')
    const lacking = (over: Partial<typeof input>) => {
      const one = { ...input, ...over }
      return decisionMentionsMissing(composeDecision(one), one).map(({ id }) => id)
    }
    const { legal: _legal, ...silent } = input.call
    const { decisions: _decisions, ...unsigned } = input.call
    expect(lacking({})).toEqual([])
    expect(lacking({ call: silent })).toContain('remedies')
    expect(lacking({ call: unsigned })).toContain('signatory')
    expect(lacking({ words: { ...input.words, fact: '' } })).toContain('reasons')
    expect(lacking({ kind: 'selected', words: { ...input.words, fact: '' } })).toEqual([])
  })
})

describe('a call without a form', () => {
  const recruitment = called('recrutement')

  it('tells facts where they are asked for', () => {
    const text = flatText(sampleLetter(recruitment, 'incomplete').text)
    expect(text).toContain('dans le curriculum vitae ou la lettre de motivation, vos nom et prénom')
    expect(text).not.toContain('formulaire')
  })

  it('does not tell them one by one where that document lacks', () => {
    const finding = (id: string, status: RequirementFinding['status']): Finding => ({
      code: 'requirement',
      id,
      status,
      reason: status === 'met' ? 'found' : 'not_detected',
      evidence: [],
    })
    const lacking = [finding('cv', 'missing'), finding('motivation', 'met'), finding('contact', 'missing')]
    expect(remarks(recruitment, lacking)).not.toContain('joindre')
    expect(remarks(recruitment, [finding('cv', 'met'), finding('contact', 'missing')])).toContain('joindre')
  })

  it('has its digest tell them as well', () => {
    const digest = (missing: readonly string[]) =>
      composeDigest({
        ...QUIET,
        call: recruitment,
        applications: [{ ...APPLICATION, sectors: [], missing, unclear: [] }],
      }).text
    expect(flatText(digest(['contact']))).toContain('un moyen de vous joindre')
    expect(flatText(digest(['cv', 'contact']))).not.toContain('un moyen de vous joindre')
  })
})

it('a number that is too small is told with what the call says', () => {
  const photos = called('concours')
  const call = { ...photos, requiredDocuments: photos.requiredDocuments.map((one) => ({ ...one, least: 3 })) }
  const few: Finding = {
    code: 'requirement',
    id: 'photo',
    status: 'missing',
    reason: 'too_few',
    count: 2,
    evidence: [],
  }
  expect(remarks(call, [few])).toContain(
    'ce contrôle n’en a compté que 2\u202F; l’appel en prévoit au moins 3.',
  )
})

it('staff are told in the digest what they should know beside what lacks', () => {
  const remarks = ['« photo.png » n’est pas dans l’un des formats que l’appel prévoit (jpg).']
  const told = (isNew: boolean) =>
    flatText(composeDigest({ ...QUIET, applications: [{ ...APPLICATION, remarks, isNew }] }).text)
  expect(told(true)).toContain('n’est pas dans l’un des formats')
  expect(told(false)).not.toContain('Constats')
})

it('staff are told how many are to be selected, and when the call says', () => {
  const cirest = called('cirest')
  const past = {
    ...QUIET,
    call: cirest,
    applications: [APPLICATION],
    now: '2022-11-24T08:00:00.000Z' as typeof QUIET.now,
  }
  const text = flatText(composeDigest(past).text)
  expect(text).toContain('Le numérique : 1 (1 à retenir)')
  expect(text).toContain('la sélection « avant décembre 2022 »')
})
