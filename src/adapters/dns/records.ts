import { Resolver } from 'node:dns/promises'

/** A person waits for the answer. */
const PATIENCE = { timeout: 2_000, tries: 2 }

/**
 * The TXT records of a domain, each as one text; null when there is no such domain, or nobody who could say.
 */
export async function textRecords(domain: string): Promise<readonly string[] | null> {
  try {
    return (await new Resolver(PATIENCE).resolveTxt(domain)).map((pieces) => pieces.join(''))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return error.code === 'ENODATA' ? [] : null
  }
}
