import { fieldsIn } from '../../dossier/fields-in.ts'
import type { Rule } from '../rule.ts'

/** The legal form is recorded; the call is open to all, so it never counts against anyone. */
export const legalForm: Rule = {
  id: 'legal-form',
  check({ submissions }) {
    const fields = fieldsIn(submissions)
    const forms = new Map(
      fields.filter((field) => field.kind === 'legal_form').map((field) => [field.value, field]),
    )
    return [...forms.values()].map((field) => ({
      code: 'legal-form',
      legalForm: field.value,
      evidence: [field.extract],
    }))
  },
}
