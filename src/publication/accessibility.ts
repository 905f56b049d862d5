import { typographic } from '../acknowledgement/french.ts'
import type { Call } from '../call/call.ts'
import type { Accessibility } from '../language/checking-page.ts'
import type { Language } from '../language/language.ts'
import { fill } from '../language/message.ts'
import { typeset } from '../language/typography.ts'

/** A part of the statement: a heading and its paragraphs. */
export interface StatementPart {
  readonly title: string
  readonly paragraphs: readonly string[]
}

type Words = Omit<Accessibility, 'conformity' | 'pages'>

/** In which words a statement is made, and how they are typeset. */
interface Written {
  readonly words: Words
  readonly between: string
  readonly set: (text: string) => string
}

/**
 * What every page says in short. Without an audit in force a service conforms to nothing, whatever was
 * tested.
 */
export const CONFORMITY = 'Accessibilité : non conforme'

/** As the staff’s pages say it; the same stands in the French language’s file, for applicants. */
export const FRENCH_STATEMENT: Words = {
  commitment: {
    title: 'Engagement',
    text:
      '{article} rend ses services numériques accessibles, conformément à l’article 47 de la loi n° ' +
      '2005-102 du 11 février 2005. Cette déclaration s’applique à {pages}.',
  },
  state: {
    title: 'État de conformité',
    none:
      'Non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version ' +
      '4.1.2 : aucun audit n’a encore été mené.',
    tests:
      'À chaque version du logiciel, chaque page est contrôlée par un outil automatique (axe-core) et ' +
      'parcourue au clavier, sans défaut connu. Ces contrôles ne remplacent pas un audit.',
  },
  exempt: {
    title: 'Contenus qui échappent à l’obligation',
    text: 'Les pièces des candidats sont montrées telles qu’elles ont été reçues.',
  },
  report: {
    title: 'Signaler un défaut',
    text:
      'Si vous n’arrivez pas à accéder à un contenu ou à un service, écrivez ou téléphonez pour être ' +
      'orienté vers une autre solution ou obtenir le contenu sous une autre forme : {services}.',
  },
  remedies: {
    title: 'Voies de recours',
    text:
      'Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un ' +
      'service, et si la réponse ne vous satisfait pas, vous pouvez vous adresser au Défenseur des ' +
      'droits : par le formulaire de son site (www.defenseurdesdroits.fr), auprès de son délégué dans ' +
      'votre département, ou par courrier gratuit, sans affranchissement : Défenseur des droits, Libre ' +
      'réponse 71120, 75342 Paris CEDEX 07.',
  },
}
const FRENCH: Written = { words: FRENCH_STATEMENT, between: ' ; ', set: typographic }

/**
 * The statement of accessibility that a public service owes (law 2005-102, article 47; decree 2019-768), of
 * the pages named (« l’espace du personnel de Récépissé »). The tests that it names are those of each
 * version; no audit was made.
 */
export function accessibilityStatement(
  pages: string,
  calls: readonly [Call, ...Call[]],
  { words, between, set }: Written = FRENCH,
): readonly StatementPart[] {
  const [{ authority }] = calls
  const { commitment, state, exempt, report, remedies } = words
  const reached = calls.map(({ service }) => `${service.name}, ${service.email}, ${service.phone}`)
  const services = [...new Set(reached)].join(between)
  const parts: readonly StatementPart[] = [
    {
      title: commitment.title,
      paragraphs: [fill(commitment.text, { article: authority.article, pages })],
    },
    { title: state.title, paragraphs: [state.none, state.tests] },
    { title: exempt.title, paragraphs: [exempt.text] },
    { title: report.title, paragraphs: [fill(report.text, { services })] },
    { title: remedies.title, paragraphs: [remedies.text] },
  ]
  return parts.map(({ title, paragraphs }) => ({ title: set(title), paragraphs: paragraphs.map(set) }))
}

/** The same of the checking page, for applicants, in the words of a language; the calls as told in it. */
export function accessibilityIn(
  language: Language,
  calls: readonly [Call, ...Call[]],
): readonly StatementPart[] {
  const { accessibility } = language.page
  return accessibilityStatement(accessibility.pages, calls, {
    words: accessibility,
    between: language.typography.between,
    set: (text) => typeset(text, language),
  })
}
