import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { Failure } from '../../base/failure.ts'
import type { Fingerprint } from '../../base/ids.ts'
import type { Archive } from '../../evidence/evidence.ts'
import { certificateFault } from '../tls/certificates.ts'
import { fingerprintOf, refuseAltered } from './content.ts'

/** A bucket of any S3-compatible store, by path: `https://host/bucket`. */
export interface BucketLocation {
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** A store that does not answer for so long is away; the sweep comes back. */
const ANSWER_WITHIN_MS = 60_000
/** Tries of one request, by aws4fetch: only for the store's own troubles (5xx, 429). */
const RETRIES = 3

/**
 * The archive in a bucket, for several machines: `ab/abcdef….eml`, named by content. A PUT that was answered
 * with 200 is durable; putting the same bytes again changes nothing. Whether objects can be overwritten or
 * deleted by anybody else is the bucket's policy (docs/operator.md).
 */
export function openBucketArchive(location: BucketLocation): Archive {
  const client = new AwsClient({
    accessKeyId: location.keyId,
    secretAccessKey: location.secret,
    service: 's3',
    region: location.region,
    retries: RETRIES,
  })
  const ask = (method: string, fingerprint: Fingerprint, body?: Uint8Array) =>
    request(client, method, urlOf(location, fingerprint), body)
  return {
    async keep(raw) {
      const fingerprint = await fingerprintOf(raw)
      if ((await ask('HEAD', fingerprint)).status === 200) return fingerprint
      const answer = await ask('PUT', fingerprint, raw)
      if (!answer.ok) throw refused(answer.status)
      return fingerprint
    },
    async read(fingerprint) {
      const answer = await ask('GET', fingerprint)
      if (answer.status === 404)
        throw new Failure('permanent', 'evidence-missing', `the archive has no mail ${fingerprint}`)
      if (!answer.ok) throw refused(answer.status)
      return refuseAltered(fingerprint, new Uint8Array(await answer.arrayBuffer()))
    },
    async has(fingerprint) {
      const { status } = await ask('HEAD', fingerprint)
      if (status !== 200 && status !== 404) throw refused(status)
      return status === 200
    },
    async forget(fingerprint) {
      const { ok, status } = await ask('DELETE', fingerprint)
      if (!ok && status !== 404) throw refused(status)
    },
  }
}

function urlOf(location: BucketLocation, fingerprint: Fingerprint): string {
  return `${location.url.replace(/\/$/, '')}/${fingerprint.slice(0, 2)}/${fingerprint}.eml`
}

async function request(
  client: AwsClient,
  method: string,
  url: string,
  body: Uint8Array | undefined,
): Promise<Response> {
  // The store checks that what arrives is what was sent.
  const headers = body === undefined ? {} : { 'content-md5': createHash('md5').update(body).digest('base64') }
  try {
    return await client.fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
  } catch (error) {
    const fault = certificateFault(error)
    if (fault !== null)
      throw new Failure('transient', 'archive-certificate', `the archive’s store: its ${fault}`, {
        cause: error,
      })
    throw new Failure(
      'transient',
      'archive-unreachable',
      'the archive’s store cannot be reached: check RECEPISSE_ARCHIVE and the network',
      { cause: error },
    )
  }
}

function refused(status: number): Failure {
  const mend =
    status === 401 || status === 403
      ? 'refuses the key: check S3_KEY_ID, S3_SECRET and the bucket’s policy'
      : `answers ${status}`
  return new Failure('transient', 'archive-unreachable', `the archive’s store ${mend}; nothing is lost`)
}
