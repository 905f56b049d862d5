import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { BucketLocation } from '../../src/adapters/archive/bucket.ts'

/** An S3-compatible store with one bucket. */
export interface Store extends AsyncDisposable {
  readonly location: BucketLocation
  /** Where its objects are, to damage them. */
  readonly folder: string
}

export async function aStore(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-store-'))
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'archive' }],
  })
  const { port } = await server.run()
  return {
    folder,
    location: {
      url: `http://127.0.0.1:${port}/archive`,
      region: 'us-east-1',
      keyId: 'S3RVER',
      secret: 'S3RVER',
    },
    [Symbol.asyncDispose]: () => server.close(),
  }
}
