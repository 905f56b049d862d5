import { Act, type Outcome, OutcomeKind } from '../dossier/outcome.ts'
import { recordOutcome, takeOutcomeBack } from '../steps/record-outcome.ts'
import { author, usage } from './forms.ts'
import { onApplication } from './on-application.ts'
import type { Asked, Route } from './route.ts'

const record = onApplication('suite', 'suite', (asked, desk, number) =>
  recordOutcome(desk, desk.calls, number, outcomeIn(asked), author(asked)),
)

const takeBack = onApplication('suite/annuler', 'suite-annulee', (asked, desk, number) =>
  takeOutcomeBack(desk, desk.calls, number, author(asked)),
)

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
