import type { FastifyInstance, FastifyRequest } from 'fastify'

/** How long a browser may take to say what it wants, and how many may be in the middle of it. */
export interface Patience {
  /** From the connection to the end of a request's head. */
  readonly headMs: number
  /** From the head to the end of a form. */
  readonly formMs: number
  /** The same for somebody who may send files, over a slow line. */
  readonly filesMs: number
  readonly connections: number
}

export const PATIENCE: Patience = { headMs: 15_000, formMs: 30_000, filesMs: 600_000, connections: 256 }

const LOOKS_A_PATIENCE = 5

/** What Node’s server is told: it looks for slow heads several times within their time. */
export function timesOf({ headMs, filesMs }: Patience) {
  return {
    requestTimeout: filesMs,
    http: { headersTimeout: headMs, connectionsCheckingInterval: Math.ceil(headMs / LOOKS_A_PATIENCE) },
  }
}

/**
 * A form that does not come to its end is cut off, so that half-sent ones do not fill the places of others.
 */
export function boundForms(
  server: FastifyInstance,
  { formMs, filesMs, connections }: Patience,
  isKnown: (request: FastifyRequest) => Promise<boolean>,
): void {
  server.server.maxConnections = connections
  server.addHook('onRequest', async (request) => {
    const withFiles = request.isMultipart() && (await isKnown(request))
    const timer = setTimeout(
      () => {
        if (!request.raw.complete) request.raw.destroy()
      },
      withFiles ? filesMs : formMs,
    )
    request.raw.once('close', () => clearTimeout(timer))
  })
}
