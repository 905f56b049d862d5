import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { Act, type Outcome, OutcomeKind } from '../dossier/outcome.ts'
import { recordOutcome, takeOutcomeBack } from '../steps/record-outcome.ts'
import { type Command, textOption, type Values } from './command.ts'
import { print } from './output.ts'
import { actOptions } from './staff-options.ts'

export const outcome: Command = {
  usage: 'outcome NUMBER --is KIND [--act REFERENCE --on DAY] | --undo  --by NAME --reason TEXT',
  details: [
    '  --is      selected, not_selected, withdrawn (by the applicant) or no_decision',
    '  --act     the act that decided, as the authority refers to it; needed for selected and not_selected',
    '  --on      the day of that act: 2026-05-12',
    '  --undo    takes back what was recorded; it stays in the history',
    '  --by      who records it; kept in the history',
    '  --reason  why; kept in the history',
    'Before the deadline only a withdrawal is recorded. Recording again is how it is changed.',
  ],
  options: {
    is: { type: 'string' },
    act: { type: 'string' },
    on: { type: 'string' },
    undo: { type: 'boolean' },
    by: { type: 'string' },
    reason: { type: 'string' },
  },
  positionals: true,
  async run(values, [number]) {
    if (number === undefined)
      throw new Failure('permanent', 'usage', 'name the application: recepisse outcome NUMBER --is KIND')
    const author = actOptions(values)
    const wanted = values['undo'] === true ? null : outcomeIn(values)
    await using world = await openWorld('outcome')
    if (wanted === null) await takeOutcomeBack(world, world.calls, number, author)
    else await recordOutcome(world, world.calls, number, wanted, author)
    print(`${number.toUpperCase()}: ${wanted === null ? 'taken back' : wanted.kind}`)
    return 0
  },
}

function outcomeIn(values: Values): Outcome {
  const kind = OutcomeKind.safeParse(textOption(values, 'is')?.replace('-', '_'))
  if (!kind.success) throw new Failure('permanent', 'usage', `--is takes ${OutcomeKind.options.join(', ')}`)
  const [reference, on] = [textOption(values, 'act'), textOption(values, 'on')]
  if (reference === undefined && on === undefined) return { kind: kind.data, act: null }
  const act = Act.safeParse({ reference, on })
  if (!act.success)
    throw new Failure(
      'permanent',
      'usage',
      '--act and --on go together: a reference, and a day such as 2026-05-12',
    )
  return { kind: kind.data, act: act.data }
}
