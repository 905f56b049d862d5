import type { Instead } from './written-anew.ts'

const WRITTEN = new RegExp(
  '(?:src|href)\\s*=\\s*["\']?data:([a-z]+/[\\w.+-]{1,100})' +
    '(?:;[\\w-]+=[^;,"\']{1,200})*;base64,([A-Za-z0-9+/=\\s%]+)',
  'gi',
)
const FILES_AT_MOST = 100

/**
 * Files that stand in a page of HTML itself (« data: », RFC 2397), and the page without them: some programs
 * paste so.
 */
export function filesInside(html: string): { readonly text: string; readonly files: readonly Instead[] } {
  if (!/data:/i.test(html)) return { text: html, files: [] }
  const files: Instead[] = []
  const text = html.replace(WRITTEN, (found, type: string, written: string) => {
    if (files.length >= FILES_AT_MOST) return found
    const signs = written.replace(/%2B/gi, '+').replace(/%2F/gi, '/').replace(/%3D/gi, '=')
    files.push({ type: type.toLowerCase(), content: Buffer.from(signs, 'base64'), name: null, isShown: true })
    return ''
  })
  return { text, files }
}
