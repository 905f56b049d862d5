import { BODY_NAME, type Document } from '../documents/document.ts'
import { isOnPaper } from '../dossier/paper.ts'
import type { MailView } from './views.ts'

/** Entered by a clerk from what came on paper. */
export function isPaper({ receipt }: Pick<MailView, 'receipt'>): boolean {
  return isOnPaper(receipt)
}

/**
 * What a piece is called; what stands for the text of a mail that never was one is the clerk’s own typing.
 */
export function pieceName(
  document: Pick<Document, 'kind' | 'name'>,
  mail: Pick<MailView, 'receipt'>,
): string {
  if (document.kind !== 'body') return document.name
  return isPaper(mail) ? 'Saisie du dépôt papier' : 'Texte du courriel'
}

/** The same of what a verdict names, which does not say in which of the mails. */
export function placeName(document: string, mails: readonly Pick<MailView, 'receipt'>[]): string {
  return document === BODY_NAME && mails.every(isPaper) ? 'saisie de l’agent' : document
}
