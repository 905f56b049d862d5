import { Failure } from '../../base/failure.ts'

/** A page of a thousand mails with their times and long ids is a quarter of a megabyte. */
const MOST_JSON_BYTES = 16 * 1024 * 1024

/**
 * An answer's bytes; null when they are more than `most`: then the rest is not taken. `heard` is told of each
 * piece.
 */
export async function bytesOf(
  response: Response,
  most: number,
  heard: () => void = () => undefined,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    heard()
    bytes += chunk.length
    if (bytes > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * An answer's JSON; null for what is none. Failure('transient', 'graph-answer') when it is larger than any
 * answer that we ask for.
 */
export async function jsonOf(response: Response, heard?: () => void): Promise<unknown> {
  const raw = await bytesOf(response, MOST_JSON_BYTES, heard)
  if (raw === null)
    throw new Failure('transient', 'graph-answer', 'Microsoft Graph’s answer is larger than any should be')
  try {
    return JSON.parse(Buffer.from(raw).toString())
  } catch {
    return null
  }
}

/** Pages one after the other: a link that was followed in this round already would lead in a circle. */
export class Pages {
  readonly #followed = new Set<string>()

  /** The link itself. Failure('transient', 'graph-answer') for one that was followed. */
  next(link: string): string {
    if (this.#followed.has(link))
      throw new Failure('transient', 'graph-answer', 'Microsoft Graph’s answer leads in a circle')
    this.#followed.add(link)
    return link
  }
}
