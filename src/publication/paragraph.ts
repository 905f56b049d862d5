import { dataNotice } from '../acknowledgement/data-notice.ts'
import { deadlinesInWords } from '../acknowledgement/deadline-in-words.ts'
import { typographic } from '../acknowledgement/french.ts'
import { page, renderSections } from '../acknowledgement/html.ts'
import { type Block, type Fact, paragraph, type Section } from '../acknowledgement/layout.ts'
import { renderText } from '../acknowledgement/plain-text.ts'
import type { Call } from '../call/call.ts'
import { keyInFours, type PublishedKey } from './publication.ts'

/**
 * What the call’s publication says of applying by mail: where and until when, what the acknowledgement is,
 * from which address it comes (CRPA R112-11-3, second paragraph, wants that one published), and how it is
 * checked. Pure.
 */
export function callParagraph(
  call: Call,
  key: PublishedKey,
): { readonly text: string; readonly html: string } {
  const title = 'Candidater par courriel'
  const blocks: readonly Block[] = [
    { kind: 'facts', facts: whereAndWhen(call) },
    paragraph(acknowledged(call)),
    paragraph(inCaseOfNone(call)),
    ...checked(call, key),
    paragraph(dataNotice(call)),
  ]
  const sections: readonly Section[] = [{ title: null, blocks }]
  const closing = typographic(`${call.authority.name}, ${call.service.name}`)
  return {
    text: renderText([{ title, blocks }], closing),
    html: page(
      title,
      `${renderSections(sections)}\n${renderSections([{ title: null, blocks: [paragraph(closing)] }])}`,
    ),
  }
}

function whereAndWhen(call: Call): readonly Fact[] {
  const { totalMegabytes, extensions } = call.limits
  const accepted = [
    ...(extensions === undefined ? [] : [{ label: 'Formats acceptés', value: extensions.join(', ') }]),
    ...(totalMegabytes === undefined
      ? []
      : [{ label: 'Taille de tous les fichiers', value: `${totalMegabytes}\u00A0Mo au plus` }]),
  ]
  return [
    { label: 'Appel', value: typographic(call.title) },
    { label: 'Adresse de dépôt', value: call.mailbox.address, link: 'mail' },
    ...deadlinesInWords(call),
    ...accepted,
    ...(call.post === undefined
      ? []
      : [{ label: 'Par voie postale', value: typographic(call.post.address) }]),
  ]
}

function acknowledged({ acknowledgement }: Call): string {
  return `Tout envoi à cette adresse relatif à l’appel fait l’objet d’un accusé de réception électronique (code des relations entre le public et l’administration, articles L.\u00A0112-11 et R.\u00A0112-11-1 et suivants). Il indique la date et l’heure de réception du courriel par le serveur de messagerie, une référence et la liste des fichiers reçus. Il est envoyé par l’adresse ${acknowledgement.from} à l’adresse électronique utilisée pour l’envoi, sauf mention d’une autre adresse donnée à cette fin (article R.\u00A0112-11-3).`
}

/** The ten working days are the law’s (CRPA R112-11-2), not a promise of ours. */
function inCaseOfNone({ service }: Call): string {
  return `L’accusé de réception part le plus souvent aussitôt ; lorsqu’un agent doit d’abord voir l’envoi, au plus tard dix jours ouvrés après la réception (article R.\u00A0112-11-2). S’il ne vous parvient pas, regardez parmi les courriers indésirables, puis joignez le service chargé du dossier : ${service.name}, ${service.email}, ${service.phone.replace(/ /g, '\u00A0')}.`
}

function checked({ acknowledgement: { checkingPage } }: Call, { id }: PublishedKey): readonly Block[] {
  const key: Fact = { label: 'Empreinte de la clé publique', value: keyInFours(id) }
  const what = 'L’accusé de réception contient un reçu signé par l’autorité, que chacun peut vérifier'
  if (checkingPage === undefined)
    return [
      paragraph(
        `${what} : la clé publique et la page de vérification sont à demander au service chargé du dossier.`,
      ),
      { kind: 'facts', facts: [key] },
    ]
  return [
    paragraph(`${what}, sans rien transmettre, sur la page suivante. La clé publique s’y trouve aussi.`),
    { kind: 'facts', facts: [{ label: 'Page de vérification', value: checkingPage, link: 'page' }, key] },
  ]
}
