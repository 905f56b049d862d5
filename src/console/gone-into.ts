import { wentInto } from '../register/desk.ts'
import type { Desk } from './desk.ts'
import { type Html, html } from './html.ts'
import { numberAsked } from './on-application.ts'
import { type Answer, type Asked, type Route, seeOther } from './route.ts'

const OF_APPLICATION = '/candidatures/:number'

/** What is told to who acts on an application that a colleague joined to another meanwhile. */
export interface Gone {
  readonly title: string
  readonly content: Html
}

/**
 * A page of an application that went into another since: what is only read is read there; what was to be done
 * is not done, for it would be done to both. Null where it went nowhere.
 */
export async function goneInto(
  route: Route,
  asked: Asked,
  { register }: Desk,
): Promise<Answer | Gone | null> {
  const number = route.path.startsWith(OF_APPLICATION) ? numberAsked(asked) : null
  if (number === null) return null
  const now = wentInto(await register.whereabouts(number))
  if (now === null) return null
  const there = OF_APPLICATION.replace(':number', now)
  if (route.method === 'GET') return seeOther(asked.url.replace(/^\/candidatures\/[^/?]+/, there))
  return {
    title: 'Candidatures réunies entre-temps',
    content: html`<p class="notice">La candidature ${number} a été réunie à la candidature ${now}. Rien n’a \
été fait : regardez le dossier réuni, puis recommencez s’il le faut.</p>
<p><a class="button" href="${there}">Ouvrir la candidature ${now}</a></p>`,
  }
}
