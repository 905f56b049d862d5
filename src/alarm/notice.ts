import { typographic } from '../acknowledgement/french.ts'
import { page, renderSections } from '../acknowledgement/html.ts'
import type { Section } from '../acknowledgement/layout.ts'
import { renderText } from '../acknowledgement/plain-text.ts'
import type { Alarm } from './alarm.ts'

/** One letter for all that came up at once. */
export function composeNotice(
  alarms: readonly Pick<Alarm, 'sentence'>[],
  title: string,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const subject = typographic(`Alerte – ${title} – ${alarms.length} à traiter sans attendre`)
  const sections: readonly Section[] = [
    { title: 'À faire', blocks: [{ kind: 'list', items: alarms.map((alarm) => alarm.sentence) }] },
  ]
  const closing = typographic(
    'Chaque alerte n’est envoyée qu’une fois. Ce qui reste à faire figure aussi au prochain récapitulatif.',
  )
  return {
    subject,
    text: renderText(sections, closing),
    html: page(subject, `${renderSections(sections)}\n<p>${closing}</p>`),
  }
}
