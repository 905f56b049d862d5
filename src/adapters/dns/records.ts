import { resolveTxt } from 'node:dns/promises'
import { Failure } from '../../base/failure.ts'

/** The TXT records of a domain, each as one text; null when there is no such domain. Failure('transient') when nobody answers. */
export async function textRecords(domain: string): Promise<readonly string[] | null> {
  try {
    return (await resolveTxt(domain)).map((pieces) => pieces.join(''))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENODATA') return []
    if (code === 'ENOTFOUND') return null
    throw new Failure('transient', 'dns-silent', `no name server answers (${code})`, { cause: error })
  }
}
