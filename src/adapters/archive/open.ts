import type { Archive } from '../../evidence/evidence.ts'
import type { BucketLocation } from './bucket.ts'
import { openFileArchive } from './files.ts'

/** Where mails are kept: a folder of this machine, or a bucket for several. */
export type ArchiveLocation = { readonly folder: string } | BucketLocation

/** The archive of originals at its place: a folder, or a bucket of an S3-compatible store. */
export async function openArchive(location: ArchiveLocation): Promise<Archive> {
  if ('folder' in location) return openFileArchive(location.folder)
  // Loaded where it is needed: most have a folder.
  const { openBucketArchive } = await import('./bucket.ts')
  return openBucketArchive(location)
}
