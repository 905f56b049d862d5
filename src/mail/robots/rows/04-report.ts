import { isCalendarRequest, isReadReceipt } from '../../signs/automatic.ts'
import { bounceGrounds, isCertainBounce } from '../../signs/bounce.ts'
import { heldIfAwaited, type Rule } from '../rule.ts'

/** Reports (RFC 3464, 6522, 8098, 5965), invitations, and the bounces of systems that know no standard. */
export const report: Rule = {
  id: '04-report',
  test: 'a delivery report, read receipt, complaint or invitation, by its structure, its sender or its words',
  decide: (input) => {
    const { mail } = input
    const structured =
      mail.contentType === 'multipart/report' || isReadReceipt(mail) || isCalendarRequest(mail)
    const bounced = input.triage.nature === 'bounce' || isCertainBounce(bounceGrounds(mail))
    return structured || bounced ? heldIfAwaited(input, '04-report') : null
  },
}
