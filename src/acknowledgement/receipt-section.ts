import type { Call } from '../call/call.ts'
import { typographic } from './french.ts'
import { type Block, paragraph, type Section } from './layout.ts'

/**
 * The signed receipt, for whoever wants to check it one day, without us; and where that is done (domain 6.2).
 */
export function receiptSection(receipt: string, call: Call): Section {
  return {
    title: 'Reçu électronique vérifiable',
    blocks: [
      paragraph(
        'Ce bloc est signé par l’autorité. Il atteste la date et l’heure de réception et l’empreinte de chaque fichier tel que vous l’avez joint ; conservez ce courriel et vos fichiers sans les modifier. L’empreinte porte sur les fichiers, non sur le courriel, que son acheminement transforme.',
      ),
      whereToCheck(call),
      { kind: 'verbatim', text: receipt },
    ],
  }
}

/**
 * Without a page nothing is said of one, nor of a key that nobody may have published yet: the service has
 * both.
 */
function whereToCheck({ acknowledgement: { checkingPage } }: Call): Block {
  if (checkingPage === undefined)
    return paragraph(
      'Pour vérifier ce reçu, demandez au service chargé du dossier, indiqué ci-dessus, la clé publique de l’autorité et la page de vérification.',
    )
  const note = 'Page publiée par l’autorité : copiez-y le texte de ce courriel. Elle n’envoie rien.'
  return {
    kind: 'facts',
    facts: [{ label: 'Pour vérifier ce reçu', value: checkingPage, link: 'page', note: typographic(note) }],
  }
}
