import { canonical, digest, fromBase64, fromHex, hex, joined, utf8 } from './bytes.js'
import { isBundle } from './shape.js'
import { isSigned } from './signature.js'
import { stampLine } from './stamp.js'
import { counted, universalTime } from './words.js'

/** A line for the place in the register, its signed head, and each of its stamps. `keys`: those that may have signed. */
export async function proofLines(receipt, text, keys) {
  const bundle = parsed(text)
  if (bundle === null)
    return [
      {
        state: 'unknown',
        title: 'Preuve : impossible de vérifier',
        text: 'Ce fichier n’est pas une preuve : choisissez « preuve.json », tel qu’il vous a été remis.',
      },
    ]
  const { head, signature } = bundle.head
  const key = keys.find(({ id }) => id === head.key)
  const stamped = utf8(canonical(head))
  const stamps = bundle.stamps.map(({ authority, token }) =>
    stampLine(authority, fromBase64(token) ?? new Uint8Array(), stamped),
  )
  return [
    await placeLine(receipt, bundle),
    headLine(key === undefined ? null : await isSigned(head, signature, key.usable)),
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

async function placeLine({ entry }, { entries, head: { head } }) {
  const own = entries.find(({ position }) => position === entry.position)
  const leaf = own === undefined ? '' : hex(await digest(joined([0], utf8(own.body))))
  const isThere = leaf === entry.leaf && (await isIncluded(leaf, entry.position, head, own.inclusion))
  return isThere
    ? {
        state: 'right',
        title: 'Place au registre : conforme',
        text: `Inscription n° ${entry.position}, dans un registre de ${counted(head.size, 'inscription', 'inscriptions')}, ${universalTime(head.at)}.`,
      }
    : {
        state: 'wrong',
        title: 'Place au registre : non conforme',
        text: 'L’inscription du reçu ne figure pas dans la tête du registre : cette preuve est peut-être celle d’une autre candidature.',
      }
}

function headLine(isRight) {
  const title = 'Tête du registre'
  if (isRight === null)
    return {
      state: 'unknown',
      title: `${title} : impossible de vérifier`,
      text: 'Elle est signée par une autre clé.',
    }
  return isRight
    ? { state: 'right', title: `${title} : conforme`, text: 'Elle est signée par la même autorité.' }
    : { state: 'wrong', title: `${title} : non conforme`, text: 'Sa signature ne tient pas.' }
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
