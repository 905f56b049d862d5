import type { Desk } from './desk.ts'
import { type Answer, type Asked, may, type Refused, type Route } from './route.ts'

/**
 * The page of a form that was refused, as it stands now, with what had been typed; null where the form names
 * no page that whoever sent it may see.
 */
export async function asItStood(
  asked: Asked,
  why: string,
  desk: Desk,
  routes: readonly Route[],
): Promise<Answer | null> {
  const { origine: url = '', formulaire: form = '', ...typed } = asked.form
  const [path = '', query = ''] = url.split('?')
  const params = new URLSearchParams(query)
  // What was told of an earlier act is told once.
  params.delete('fait')
  for (const route of routes) {
    const named = route.method === 'GET' ? namedIn(route.path, path) : null
    if (named === null || !maySee(asked, route)) continue
    const refused: Refused = { form, why, typed, files: asked.uploads.map(({ name }) => name) }
    const again = { params: named, query: Object.fromEntries(params), form: {}, uploads: [], url, refused }
    const answer = await route.answer({ ...asked, ...again }, desk)
    return answer.kind === 'page' ? { ...answer, status: 409 } : null
  }
  return null
}

function maySee({ session }: Asked, route: Route): boolean {
  return session !== null && route.may !== 'anyone' && may(session.role, route.may)
}

/** What a path says where a route's has names (`/candidatures/:number`); null where it is not its path. */
function namedIn(pattern: string, path: string): Asked['params'] | null {
  const [wanted, said] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== said.length) return null
  const named: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const own = said[index] ?? ''
    if (part.startsWith(':')) named[part.slice(1)] = own
    else if (part !== own) return null
  }
  return named
}
