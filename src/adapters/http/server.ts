import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { PAGE_STYLE } from '../../acknowledgement/html.ts'
import { asFailure, type Failure } from '../../base/failure.ts'
import type { Answer, Asked, Cookies, Route } from '../../console/route.ts'
import { askedBy } from './asked.ts'
import { networkOf } from './network.ts'
import { boundForms, PATIENCE, type Patience, timesOf } from './patience.ts'

/** What a page loads besides itself: style and the small script. */
export interface StaticFile {
  readonly path: string
  readonly type: string
  readonly content: string
}

export interface HttpSite {
  readonly host: string
  readonly port: number
  /** Where people reach it speaks https: cookies are held to that. */
  readonly secure: boolean
  /** Addresses and networks of proxies: what they say of who asks is believed, and nobody else’s word. */
  readonly proxies: readonly string[]
  readonly patience?: Patience
  readonly routes: readonly Route[]
  readonly files: readonly StaticFile[]
  /** Whether whoever sends files may, with a form of ours: nobody else fills our memory. */
  readonly mayHold: (route: Route, sent: Pick<Asked, 'cookies' | 'form'>) => Promise<boolean>
  /** Whether somebody who is known asks: they get more time to send what they have. */
  readonly isKnown: (cookies: Asked['cookies']) => Promise<boolean>
  /** Decides on rights and forged forms, then answers. */
  readonly answer: (route: Route, asked: Asked) => Promise<Answer>
  readonly troubled: (failure: Failure) => Promise<Answer>
  readonly notFound: (asked: Asked) => Promise<Answer>
}

const MEGABYTE = 1_000_000
const FORM_BYTES = MEGABYTE
const SCANS_BYTES = 50 * MEGABYTE
const SCANS = 20
/** A text of four thousand letters, whatever they are. */
const FIELD_BYTES = 20_000
const REQUESTS_A_MINUTE = 600
const TRIES_A_MINUTE = 20

/** The style of our letters, by its fingerprint: they are shown in a frame that runs and loads nothing. */
function sourceOf(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}

/** Nothing of any other site, no script or style in the page itself, no frame around it. */
const POLICY = [
  "default-src 'none'",
  `style-src 'self' '${sourceOf(PAGE_STYLE)}'`,
  "script-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
} as const

/** Serves the console's routes. Returns when it listens; the port is the one that it got. */
export async function serveSite(site: HttpSite): Promise<AsyncDisposable> {
  const server = await siteServer(site)
  await server.listen({ host: site.host, port: site.port })
  return {
    async [Symbol.asyncDispose]() {
      await server.close()
    },
  }
}

/** What answers for a site, not listening yet. */
export async function siteServer(site: HttpSite): Promise<FastifyInstance> {
  const patience = site.patience ?? PATIENCE
  const server = fastify({
    bodyLimit: FORM_BYTES,
    trustProxy: [...site.proxies],
    forceCloseConnections: true,
    ...timesOf(patience),
  })
  await server.register(cookie)
  await server.register(formbody)
  await server.register(multipart, {
    limits: { fileSize: SCANS_BYTES, files: SCANS, fields: 100, fieldSize: FIELD_BYTES },
  })
  await server.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => networkOf(ip),
  })
  boundForms(server, patience, ({ cookies }) => site.isKnown(cookies))
  server.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value)
    if (site.secure) reply.header('strict-transport-security', 'max-age=31536000')
  })
  server.setErrorHandler(async (error, _request, reply) =>
    send(reply, await site.troubled(failureOf(error)), site),
  )
  server.setNotFoundHandler(async (request, reply) =>
    send(reply, await site.notFound(await askedBy(request, nobody)), site),
  )
  for (const file of site.files)
    server.get(file.path, (_request, reply) =>
      reply.type(file.type).header('cache-control', 'max-age=3600').send(file.content),
    )
  for (const route of site.routes) serve(server, route, site)
  return server
}

const nobody = async () => false

function serve(server: FastifyInstance, route: Route, site: HttpSite): void {
  server.route({
    method: route.method,
    url: route.path,
    ...(route.guarded === true
      ? { config: { rateLimit: { max: TRIES_A_MINUTE, timeWindow: '1 minute' } } }
      : {}),
    handler: async (request, reply) =>
      send(
        reply,
        await site.answer(route, await askedBy(request, (sent) => site.mayHold(route, sent))),
        site,
      ),
  })
}

/** What fastify refuses by itself (too large, too often, not a form) keeps its kind. */
function failureOf(error: unknown): Failure & { readonly status?: number } {
  const failure = asFailure(error)
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  return Object.assign(failure, { status })
}

function send(reply: FastifyReply, answer: Answer, site: HttpSite): FastifyReply {
  if ('cookies' in answer) setCookies(reply, answer.cookies ?? {}, site.secure)
  switch (answer.kind) {
    case 'page':
      return reply.code(answer.status).type('text/html; charset=utf-8').send(answer.body.toString())
    case 'letter':
      return reply.type('text/html; charset=utf-8').send(answer.markup)
    case 'seeOther':
      return reply.redirect(answer.to, 303)
    case 'picture':
      return reply.type(answer.type).send(Buffer.from(answer.content))
    case 'download':
      return saved(reply, answer).send(Buffer.from(answer.content))
    case 'stream':
      return saved(reply, answer).send(streamed(answer.content, site))
  }
}

function saved(reply: FastifyReply, { name, type }: { name: string; type: string }): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
}

/** What goes wrong on the way is told to the operator; the browser sees a download that was broken off. */
function streamed(content: AsyncIterable<Uint8Array>, site: HttpSite): Readable {
  const stream = Readable.from(content, { objectMode: false })
  stream.once('error', (error) => {
    void site.troubled(asFailure(error))
  })
  return stream
}

function setCookies(reply: FastifyReply, cookies: Cookies, secure: boolean): void {
  for (const [name, cookieOf] of Object.entries(cookies)) {
    if (cookieOf === null) reply.clearCookie(name, { path: '/' })
    else
      reply.setCookie(name, cookieOf.value, {
        path: '/',
        httpOnly: true,
        secure,
        sameSite: cookieOf.lax === true ? 'lax' : 'strict',
      })
  }
}
