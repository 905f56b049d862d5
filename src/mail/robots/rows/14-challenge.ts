import { automaticWording } from '../../signs/automatic.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

/**
 * A filter on the other side wants proof that we are human: our acknowledgement waits there, staff are told.
 */
export const challenge: Rule = {
  id: '14-challenge',
  test: 'a demand for authentication by a filter such as Mailinblack',
  decide: (input) =>
    automaticWording(input.mail) === 'challenge' ? heldIfAwaited(input, '14-challenge') : null,
}
