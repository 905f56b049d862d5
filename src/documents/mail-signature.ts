import { fold } from '../base/folding.ts'

/**
 * How many lines a signature has at most; more than that below « Cordialement » is the application itself.
 */
const SIGNATURE_LINES = 14

/** Parts a body into what was said and the signature under it; no signature, and all was said. */
export function beforeSignature(text: string): { said: string; signature: string } {
  const lines = text.split('\n')
  const start = lines.findIndex(
    (line, index) =>
      isBorder(line) && lines.slice(index).filter((one) => one.trim() !== '').length <= SIGNATURE_LINES,
  )
  if (start === -1) return { said: text, signature: '' }
  return { said: lines.slice(0, start).join('\n'), signature: lines.slice(start).join('\n') }
}

const CLOSING = new RegExp(
  '^(bien |tres |sinceres? )?(cordialement|cdt|cdlt|bonne reception|bien a vous|salutations|' +
    'respectueusement|sentiments|envoye de mon|sincerement)\\b.{0,40}$',
)

function isBorder(line: string): boolean {
  if (/^-- ?$/.test(line)) return true
  return CLOSING.test(fold(line))
}
