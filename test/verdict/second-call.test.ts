import { describe, expect, it } from 'vitest'
import type { Instant } from '../../src/base/instant.ts'
import { isInTime } from '../../src/call/deadline.ts'
import { loadCalls } from '../../src/settings/call-file.ts'
import { judge, requirementsOf } from '../../src/verdict/judge.ts'
import { aDocument, aSubmission } from '../dossier/a-submission.ts'
import { endOf } from '../the-call.ts'

const call = loadCalls(undefined)
  .map((loaded) => loaded.call)
  .find((one) => one.deadline.inclusive)
if (call === undefined) throw new Error('a call with an inclusive deadline is in config/calls')

describe('a call of another kind', () => {
  it('ends at 17:00 in Paris the day after the clock change, that moment included', () => {
    expect(endOf(call)).toBe('2026-10-26T16:00:00.000Z')
    expect(isInTime('2026-10-26T16:00:00.000Z' as Instant, call)).toBe(true)
    expect(isInTime('2026-10-26T16:00:00.001Z' as Instant, call)).toBe(false)
  })

  it('asks for its own pieces', () => {
    const documents = [
      aDocument({
        roles: ['form'],
        fields: { name: 'Les Amis', rna: 'W281234567', representative: 'Lise Ombrelle', phone: '0199000001' },
      }),
      aDocument({ name: 'projet.pdf', roles: ['project'] }),
      aDocument({ name: 'statuts.pdf', roles: ['statutes'] }),
    ]
    const { findings, completeness } = judge([aSubmission({ documents })], call)
    expect(
      Object.fromEntries(requirementsOf(findings).map((finding) => [finding.id, finding.status])),
    ).toMatchObject({ form: 'met', project: 'met', statutes: 'met', budget: 'missing' })
    expect(completeness).toBe('incomplete')
  })

  it('tells staff of files over its size and outside its formats, and counts them all the same', () => {
    const heavy = { ...aDocument({ name: 'projet.pptx', roles: ['project'] }), bytes: 25_000_000 }
    const { findings } = judge([aSubmission({ documents: [heavy] })], call)
    expect(findings).toContainEqual({ code: 'over-size', megabytes: 25, limit: 20 })
    expect(findings).toContainEqual({
      code: 'other-format',
      document: 'projet.pptx',
      accepted: ['pdf', 'odt', 'docx'],
    })
    expect(requirementsOf(findings).find((finding) => finding.id === 'project')?.status).toBe('met')
  })
})
