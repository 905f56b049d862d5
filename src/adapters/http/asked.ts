import type { FastifyRequest } from 'fastify'
import type { Asked, Upload } from '../../console/route.ts'
import { networkOf } from './network.ts'

/** Whether files may be held that come with a form of which so much is known. */
export type MayHold = (sent: Pick<Asked, 'cookies' | 'form'>) => Promise<boolean>

/** What a browser asks, as the console’s routes take it. */
export async function askedBy(request: FastifyRequest, mayHold: MayHold): Promise<Asked> {
  const { form, uploads } = request.isMultipart() ? await parts(request, mayHold) : plain(request)
  return {
    session: null,
    network: networkOf(request.ip),
    params: texts(request.params),
    query: texts(request.query),
    form,
    uploads,
    cookies: request.cookies,
    url: request.url,
  }
}

function plain(request: FastifyRequest) {
  return { form: texts(request.body), uploads: [] }
}

/**
 * Rights are looked at when the first file begins: the form’s token stands before it. Files of somebody who
 * may not send them run past and are held nowhere.
 */
async function parts(request: FastifyRequest, mayHold: MayHold) {
  const form: Record<string, string> = {}
  const uploads: Upload[] = []
  let may: boolean | null = null
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') form[part.fieldname] = part.value
      continue
    }
    may ??= await mayHold({ cookies: request.cookies, form })
    if (!may) {
      part.file.resume()
      continue
    }
    const content = await part.toBuffer()
    if (content.length > 0) uploads.push({ name: part.filename, content })
  }
  return { form, uploads }
}

/** Of a name that came twice the last one. */
function texts(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {}
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value
      return typeof last === 'string' ? [[name, last]] : []
    }),
  )
}
