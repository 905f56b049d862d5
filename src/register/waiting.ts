import type { OutboxItem } from './outbox.ts'
import type { MailView } from './views.ts'

/**
 * A mail that a person must acknowledge: held or quarantined without a letter, or with letters none of which
 * arrived.
 */
export function waitsForPerson(
  mail: MailView,
  letters: readonly Pick<OutboxItem, 'fingerprint' | 'kind' | 'state'>[],
): boolean {
  const own = letters.filter(
    (letter) => letter.fingerprint === mail.fingerprint && letter.kind !== 'reminder',
  )
  if (own.length > 0) return own.every((letter) => letter.state === 'bounced' || letter.state === 'refused')
  return (
    mail.progress === 'quarantined' || (mail.decision !== null && !mail.decision.send && mail.decision.held)
  )
}
