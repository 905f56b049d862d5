import { heldIfAwaited, type Rule } from '../rule.ts'

const ID = '02-only-in-junk'

/**
 * A filter took it for spam: nobody is answered before a person looked (CRPA L112-11, last paragraph; domain
 * 5.4).
 */
export const onlyInJunk: Rule = {
  id: ID,
  test: 'seen in folders of suspected spam and in no other',
  decide: (input) => (input.known.onlyInJunk ? heldIfAwaited(input, ID) : null),
}
