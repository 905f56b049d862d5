import { timingSafeEqual } from 'node:crypto'
import { asFailure, type Failure } from '../base/failure.ts'
import type { Session } from '../register/accounts.ts'
import type { Observe } from '../steps/events.ts'
import { sessionOf } from '../steps/sign-in.ts'
import { asItStood } from './as-it-stood.ts'
import type { Desk } from './desk.ts'
import { inFrench } from './failures.ts'
import { goneInto } from './gone-into.ts'
import { type Html, html } from './html.ts'
import { layout, NOT_DONE, type Shown } from './layout.ts'
import { type Answer, type Asked, may, type Route, SESSION_COOKIE, seeOther } from './route.ts'

/** Who may, whether a form is ours, and what happens when a step refuses: the same for every page. */
export function answering(desk: Desk, routes: readonly Route[], observe: Observe) {
  async function sessionIn(cookies: Asked['cookies']): Promise<Session | null> {
    const token = cookies[SESSION_COOKIE]
    return token === undefined ? null : sessionOf(desk, token)
  }
  async function signed(asked: Asked): Promise<Asked> {
    return { ...asked, session: await sessionIn(asked.cookies) }
  }
  return {
    async isKnown(cookies: Asked['cookies']): Promise<boolean> {
      return (await sessionIn(cookies)) !== null
    },
    async mayHold(route: Route, { cookies, form }: Pick<Asked, 'cookies' | 'form'>): Promise<boolean> {
      const session = await sessionIn(cookies)
      return (
        route.takesFiles === true &&
        session !== null &&
        route.may !== 'anyone' &&
        may(session.role, route.may) &&
        isOurs(form, session)
      )
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
        const gone = await goneInto(route, asked, desk)
        if (gone !== null) return 'kind' in gone ? gone : told(asked, 409, gone.title, gone.content)
        const why = inFrench(failure)
        return (await asItStood(asked, why, desk, routes)) ?? message(asked, 409, NOT_DONE, why)
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
  if (route.method === 'POST' && !isOurs(asked.form, session))
    return message(
      asked,
      403,
      'Formulaire périmé',
      'Par sécurité, rien n’a été fait. Revenez à la page précédente, rechargez-la et recommencez.',
    )
  return null
}

/** Whether a form comes from a page that this session was shown. */
function isOurs(form: Asked['form'], { csrf }: Session): boolean {
  const [one, other] = [Buffer.from(form['jeton'] ?? ''), Buffer.from(csrf)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function message(asked: Asked | null, status: number, title: string, text: string): Answer {
  return told(asked, status, title, html`<p class="notice">${text}</p>`)
}

function told(asked: Asked | null, status: number, title: string, content: Html): Answer {
  const shown: Shown = { title, session: asked?.session ?? null, here: null }
  const body = layout(shown, html`<h1>${title}</h1>${content}<p><a href="/">Retour à l’accueil</a></p>`)
  return { kind: 'page', status, body }
}
