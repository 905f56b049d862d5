import { timingSafeEqual } from 'node:crypto'
import { asFailure, type Failure } from '../base/failure.ts'
import type { Observe } from '../steps/events.ts'
import { sessionOf } from '../steps/sign-in.ts'
import type { Desk } from './desk.ts'
import { inFrench } from './failures.ts'
import { html } from './html.ts'
import { layout, type Shown } from './layout.ts'
import { type Answer, type Asked, may, type Route, SESSION_COOKIE, seeOther } from './route.ts'

/** Who may, whether a form is ours, and what happens when a step refuses: the same for every page. */
export function answering(desk: Desk, observe: Observe) {
  async function signed(asked: Asked): Promise<Asked> {
    const token = asked.cookies[SESSION_COOKIE]
    return token === undefined ? asked : { ...asked, session: await sessionOf(desk, token) }
  }
  return {
    async maySend(cookies: Asked['cookies']): Promise<boolean> {
      const token = cookies[SESSION_COOKIE]
      return token !== undefined && (await sessionOf(desk, token)) !== null
    },
    async answer(route: Route, raw: Asked): Promise<Answer> {
      const asked = await signed(raw)
      const refusal = refusalOf(route, asked)
      if (refusal !== null) return refusal
      try {
        return await route.answer(asked, desk)
      } catch (error) {
        const failure = asFailure(error)
        if (failure.kind !== 'permanent') throw failure
        return message(asked, 409, 'Cela n’a pas été fait', inFrench(failure))
      }
    },
    async notFound(raw: Asked): Promise<Answer> {
      return message(await signed(raw), 404, 'Page introuvable', 'Cette page n’existe pas, ou n’existe plus.')
    },
    async troubled(failure: Failure & { readonly status?: number }): Promise<Answer> {
      const status = failure.status ?? 500
      if (status === 429)
        return message(null, 429, 'Trop de demandes', 'Attendez une minute, puis recommencez.')
      if (status < 500)
        return message(null, status, 'Demande refusée', 'Cette demande n’a pas pu être comprise.')
      observe({ type: 'trouble', where: 'console', failure })
      return message(
        null,
        500,
        'Une erreur est survenue',
        'Rien n’a été perdu. Recommencez dans un instant ; si cela persiste, prévenez l’exploitant.',
      )
    },
  }
}

function refusalOf(route: Route, asked: Asked): Answer | null {
  if (route.may === 'anyone') return null
  const { session } = asked
  if (session === null)
    return seeOther(
      route.method === 'GET' ? `/connexion?suite=${encodeURIComponent(asked.url)}` : '/connexion',
    )
  if (!may(session.role, route.may))
    return message(asked, 403, 'Action non permise', 'Votre compte permet de consulter, pas de décider ici.')
  if (route.method === 'POST' && !isSame(asked.form['jeton'] ?? '', session.csrf))
    return message(
      asked,
      403,
      'Formulaire périmé',
      'Par sécurité, rien n’a été fait. Revenez à la page précédente, rechargez-la et recommencez.',
    )
  return null
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function message(asked: Asked | null, status: number, title: string, text: string): Answer {
  const shown: Shown = { title, session: asked?.session ?? null, here: null }
  const body = layout(
    shown,
    html`<h1>${title}</h1><p class="notice">${text}</p><p><a href="/">Retour à l’accueil</a></p>`,
  )
  return { kind: 'page', status, body }
}
