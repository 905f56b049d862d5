import { Act, type Outcome, OutcomeKind } from '../dossier/outcome.ts'
import { recordOutcome, takeOutcomeBack } from '../steps/record-outcome.ts'
import { author, signedIn, usage } from './forms.ts'
import { type Asked, type Route, seeOther } from './route.ts'

const record: Route = {
  method: 'POST',
  path: '/candidatures/:number/suite',
  may: 'staff',
  async answer(asked, desk) {
    const number = asked.params['number'] ?? ''
    await recordOutcome(desk, desk.calls, number, outcomeIn(asked), author(signedIn(asked)))
    return seeOther(`/candidatures/${encodeURIComponent(number)}?fait=suite`)
  },
}

const takeBack: Route = {
  method: 'POST',
  path: '/candidatures/:number/suite/annuler',
  may: 'staff',
  async answer(asked, desk) {
    const number = asked.params['number'] ?? ''
    await takeOutcomeBack(desk, desk.calls, number, author(signedIn(asked)))
    return seeOther(`/candidatures/${encodeURIComponent(number)}?fait=suite-annulee`)
  },
}

function outcomeIn({ form }: Asked): Outcome {
  const kind = OutcomeKind.safeParse(form['suite'])
  if (!kind.success) throw usage('Choisissez la suite donnée.')
  const [reference, on] = [form['acte']?.trim() ?? '', form['date']?.trim() ?? '']
  if (reference === '' && on === '') return { kind: kind.data, act: null }
  const act = Act.safeParse({ reference, on })
  if (!act.success)
    throw usage('Indiquez ensemble la référence de l’acte (200 caractères au plus) et sa date.')
  return { kind: kind.data, act: act.data }
}

export const OUTCOME_ROUTES: readonly Route[] = [record, takeBack]
