import { canonical, digest, fromBase64, fromHex, hex, joined, utf8 } from './bytes.js'
import { isBundle } from './shape.js'
import { isSigned } from './signature.js'
import { stampLine } from './stamp.js'
import { counted, fill, universalTime } from './words.js'

/**
 * A line for the place in the register, its signed head, and each of its stamps. `keys`: those that may have
 * signed.
 */
export async function proofLines(receipt, text, keys, speech) {
  const { proof } = speech.words.results
  const bundle = parsed(text)
  if (bundle === null) return [{ state: 'unknown', ...proof.none }]
  const { head, signature } = bundle.head
  const key = keys.find(({ id }) => id === head.key)
  const stamped = utf8(canonical(head))
  const stamps = bundle.stamps.map(({ authority, token }) =>
    stampLine(authority, fromBase64(token) ?? new Uint8Array(), stamped, speech),
  )
  return [
    await placeLine(receipt, bundle, speech),
    headLine(key === undefined ? null : await isSigned(head, signature, key.usable), proof),
    ...(await Promise.all(stamps)),
  ]
}

function parsed(text) {
  try {
    const bundle = JSON.parse(text)
    return isBundle(bundle) ? bundle : null
  } catch {
    return null
  }
}

async function placeLine({ entry }, { entries, head: { head } }, speech) {
  const { placeRight, placeWrong, entries: count } = speech.words.results.proof
  const own = entries.find(({ position }) => position === entry.position)
  const leaf = own === undefined ? '' : hex(await digest(joined([0], utf8(own.body))))
  const isThere = leaf === entry.leaf && (await isIncluded(leaf, entry.position, head, own.inclusion))
  if (!isThere) return { state: 'wrong', ...placeWrong }
  const text = fill(placeRight.text, {
    position: entry.position,
    entries: counted(head.size, count, speech),
    universal: universalTime(head.at, speech),
  })
  return { state: 'right', title: placeRight.title, text }
}

function headLine(isRight, { headRight, headWrong, headUnknown }) {
  if (isRight === null) return { state: 'unknown', ...headUnknown }
  return isRight ? { state: 'right', ...headRight } : { state: 'wrong', ...headWrong }
}

/** RFC 9162, 2.1.3.2. */
async function isIncluded(leaf, position, { size, root }, path) {
  if (position >= size) return false
  const half = (number) => Math.floor(number / 2)
  let [first, last, hash] = [position, size - 1, fromHex(leaf)]
  for (const other of path.map(fromHex)) {
    if (last === 0) return false
    if (first % 2 === 1 || first === last) {
      hash = await digest(joined([1], other, hash))
      while (first % 2 === 0 && first !== 0) [first, last] = [half(first), half(last)]
    } else hash = await digest(joined([1], hash, other))
    ;[first, last] = [half(first), half(last)]
  }
  return last === 0 && hex(hash) === root
}
