import { fold } from '../../../base/folding.ts'
import { isFlaggedAsSpam } from '../../signs/header-signs.ts'
import { type AnswerInput, heldIfAwaited, type Rule } from '../rule.ts'

/** Files that run, or that run something when they are opened. */
const EXECUTABLE =
  /\.(exe|com|scr|pif|bat|cmd|ps1|vbs|vbe|jse?|wsf|hta|jar|msi|lnk|iso|img|reg|cpl|docm|dotm|xlsm|xltm|pptm|one)$/

/** CRPA L112-11, last paragraph: what endangers the system need not be acknowledged; a person looks at it. */
export const dangerous: Rule = {
  id: '09-dangerous',
  test: 'infected, a program or macro among the pieces, or marked as spam by a gateway',
  decide: (input) => (isDangerous(input) ? heldIfAwaited(input, '09-dangerous') : null),
}

function isDangerous({ mail, known }: AnswerInput): boolean {
  const runs = mail.attachments.some((attachment) => EXECUTABLE.test(fold(attachment.name ?? '')))
  return known.infected || runs || isFlaggedAsSpam(mail)
}
