import type { MailFacts, Sighting } from './evidence.ts'

/**
 * What is kept in the place of a mail that its server lists and does not hand over: what the server says of
 * it. No header field stands in it, so no reader takes it for a mail. The place makes it unique.
 */
export function withheldNotice({ folder, uidValidity, uid }: Sighting, facts: MailFacts | null): Uint8Array {
  const told = [
    'Le serveur de messagerie ne remet pas ce courriel.',
    '',
    `Dossier ${folder}`,
    `UIDVALIDITY ${uidValidity}`,
    `UID ${uid}`,
    `INTERNALDATE ${facts?.internalDate ?? 'non communiquée'}`,
    `RFC822.SIZE ${facts?.bytes ?? 'non communiquée'}`,
    '',
  ]
  return Buffer.from(told.join('\r\n'))
}
