import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { Failure } from '../../base/failure.ts'
import { PATIENCE, timesOf } from './patience.ts'
import { type HttpSite, siteServer } from './server.ts'

/** One port for the sites of several authorities, told apart by the name under which a browser asks. */
export interface SiteFront extends AsyncDisposable {
  /**
   * Serves a site under its host’s name from now on. Failure('permanent', 'settings') when another has that
   * name.
   */
  serve(hostname: string, site: HttpSite): Promise<AsyncDisposable>
}

/** Listens where the first site says. A name that no site has is answered with 404, which tells of none. */
export function openFront(): SiteFront {
  const sites = new Map<string, RequestListener | null>()
  let listening: Promise<Server> | null = null
  return {
    async serve(hostname, site) {
      if (sites.has(hostname))
        throw new Failure(
          'permanent',
          'settings',
          'RECEPISSE_CONSOLE_URL: another mailbox has this host; each needs a name of its own',
        )
      // Its own from now on, before anything is waited for: all begin at once.
      sites.set(hostname, null)
      await using stack = new AsyncDisposableStack()
      stack.defer(() => void sites.delete(hostname))
      const server = await siteServer(site)
      stack.defer(() => server.close())
      await server.ready()
      listening ??= listen(sites, site).catch((error: unknown) => {
        listening = null
        throw error
      })
      await listening
      sites.set(hostname, (request, response) => server.routing(request, response))
      return stack.move()
    },
    async [Symbol.asyncDispose]() {
      const server = await listening
      if (server === null) return
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function listen(sites: ReadonlyMap<string, RequestListener | null>, site: HttpSite): Promise<Server> {
  const patience = site.patience ?? PATIENCE
  const { requestTimeout, http } = timesOf(patience)
  const server = createServer({ requestTimeout, ...http }, (request, response) => {
    const answer = sites.get(hostOf(request))
    if (answer != null) return answer(request, response)
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
    response.end('Aucun service à cette adresse.\n')
  })
  server.maxConnections = patience.connections
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(site.port, site.host, resolve)
  })
  return server
}

/** The name alone: a proxy may listen on another port. */
function hostOf({ headers }: IncomingMessage): string {
  return (headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
}
