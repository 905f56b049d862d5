import { accessibilityStatement } from '../publication/accessibility.ts'
import { html } from './html.ts'
import { page } from './layout.ts'
import type { Route } from './route.ts'

/** The statement that each page leads to; who cannot sign in reads it too. */
export const accessibilityPage: Route = {
  method: 'GET',
  path: '/accessibilite',
  may: 'anyone',
  async answer(asked, desk) {
    const parts = accessibilityStatement('l’espace du personnel de Récépissé', desk.calls)
    const content = html`<h1>Déclaration d’accessibilité</h1>
${parts.map(
  ({ title, paragraphs }) => html`<h2>${title}</h2>${paragraphs.map((text) => html`<p>${text}</p>`)}`,
)}`
    return page(asked, 'Déclaration d’accessibilité', null, content)
  },
}
