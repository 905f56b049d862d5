import { typographic } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'

/** A part of the statement: a heading and its paragraphs. */
export interface StatementPart {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/**
 * What every page says in short. Without an audit in force a service conforms to nothing, whatever was
 * tested.
 */
export const CONFORMITY = 'Accessibilité : non conforme'

/**
 * The statement of accessibility that a public service owes (law 2005-102, article 47; decree 2019-768), of
 * the pages named (« l’espace du personnel de Récépissé »). The tests that it names are those of each
 * version; no audit was made.
 */
export function accessibilityStatement(
  pages: string,
  calls: readonly [Call, ...Call[]],
): readonly StatementPart[] {
  const [{ authority }] = calls
  const services = calls.map(({ service }) => `${service.name}, ${service.email}, ${service.phone}`)
  const parts: readonly StatementPart[] = [
    {
      title: 'Engagement',
      paragraphs: [
        `${authority.article} rend ses services numériques accessibles, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à ${pages}.`,
      ],
    },
    {
      title: 'État de conformité',
      paragraphs: [
        'Non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2 : aucun audit n’a encore été mené.',
        'À chaque version du logiciel, chaque page est contrôlée par un outil automatique (axe-core) et parcourue au clavier, sans défaut connu. Ces contrôles ne remplacent pas un audit.',
      ],
    },
    {
      title: 'Contenus qui échappent à l’obligation',
      paragraphs: ['Les pièces des candidats sont montrées telles qu’elles ont été reçues.'],
    },
    {
      title: 'Signaler un défaut',
      paragraphs: [
        `Si vous n’arrivez pas à accéder à un contenu ou à un service, écrivez ou téléphonez pour être orienté vers une autre solution ou obtenir le contenu sous une autre forme : ${[...new Set(services)].join(' ; ')}.`,
      ],
    },
    {
      title: 'Voies de recours',
      paragraphs: [
        'Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et si la réponse ne vous satisfait pas, vous pouvez vous adresser au Défenseur des droits : par le formulaire de son site (www.defenseurdesdroits.fr), auprès de son délégué dans votre département, ou par courrier gratuit, sans affranchissement : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
      ],
    },
  ]
  return parts.map(({ title, paragraphs }) => ({ title, paragraphs: paragraphs.map(typographic) }))
}
