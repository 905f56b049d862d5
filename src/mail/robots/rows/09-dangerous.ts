import { isFlaggedAsSpam } from '../../signs/header-signs.ts'
import { runsWhenOpened } from '../../signs/runs.ts'
import { type AnswerInput, heldIfAwaited, type Rule } from '../rule.ts'

/** CRPA L112-11, last paragraph: what endangers the system need not be acknowledged; a person looks at it. */
export const dangerous: Rule = {
  id: '09-dangerous',
  test: 'infected, a program or macro among the pieces, or marked as spam by a gateway',
  decide: (input) => (isDangerous(input) ? heldIfAwaited(input, '09-dangerous') : null),
}

function isDangerous({ mail, known }: AnswerInput): boolean {
  const runs = mail.attachments.some((attachment) => runsWhenOpened(attachment.name ?? ''))
  return known.infected || runs || isFlaggedAsSpam(mail)
}
