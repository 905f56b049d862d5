import { fileLines } from './files.js'
import { keyIn, receiptIn } from './pasted.js'
import { proofLines } from './proof.js'
import { impossible } from './reasons.js'
import { isSigned, keyIdOf, obstacle, usable } from './signature.js'
import { counted, fill, inFours, momentInWords, universalTime } from './words.js'

/**
 * What can be said of what was given: a verdict and its lines, each { state, title, text, detail }. `texts`:
 * what was pasted or found in a saved mail; `files`; `keyText` and `proofText`: '' where none was given;
 * `published`: what the page holds; `speech`: the language in which it is said.
 */
export async function check({ texts, files, keyText, proofText, published, speech }) {
  if (texts.every((text) => text.trim() === '')) return impossible('nothing', speech)
  const found = receiptIn(texts)
  if (found.state !== 'found') return impossible(found.state, speech)
  const stopped = obstacle()
  if (stopped !== null) return impossible(stopped, speech)
  const given = keyText.trim() === '' ? null : keyIn(keyText)
  if (given !== null && given.state !== 'found')
    return impossible(given.state === 'damaged' ? 'damagedKey' : given.state, speech)
  const ders = given === null ? published.keys.map(({ pem }) => keyIn(pem).der) : [given.der]
  if (ders.length === 0) return impossible('noKey', speech)
  const keys = await Promise.all(ders.map(async (der) => ({ der, id: await keyIdOf(der) })))
  const { receipt, signature } = found.signed
  const key = keys.find(({ id }) => id === receipt.key)
  if (key === undefined) return byAnotherKey(receipt, keys, given !== null, speech)
  for (const one of keys) one.usable = await usable(one.der)
  if (key.usable === null) return { ...impossible('browser', speech), lines: stated(receipt, speech, false) }
  if (!(await isSigned(receipt, signature, key.usable))) return changed(receipt, speech)
  const { signature: signed } = speech.words.results
  const lines = [
    { state: 'right', title: signed.title, text: whose(key, given !== null, published, speech) },
    ...stated(receipt, speech, true),
    ...(await fileLines(receipt, files, speech)),
    ...(proofText === '' ? [] : await proofLines(receipt, proofText, keys, speech)),
  ]
  return { verdict: verdictOf(lines, given !== null, published, speech), lines }
}

function verdictOf(lines, isGiven, { authority }, speech) {
  const { authentic, but, byAuthority, byGivenKey, seeBelow } = speech.words.results
  const text = isGiven ? byGivenKey : fill(byAuthority, { authority })
  const wrong = lines.filter(({ state }) => state === 'wrong').length
  if (wrong === 0) return { state: 'right', title: authentic, text }
  return { state: 'mixed', title: counted(wrong, but, speech), text: `${text} ${seeBelow}` }
}

/** Whoever changed a receipt, or only copied it badly, left a signature that is of something else. */
function changed(receipt, speech) {
  return {
    verdict: { state: 'wrong', ...speech.words.results.changed },
    lines: stated(receipt, speech, false),
  }
}

function byAnotherKey(receipt, keys, isGiven, { words: { results } }) {
  const { otherKey, impossible } = results
  return {
    verdict: {
      state: 'unknown',
      title: fill(impossible, { reason: otherKey.reason }),
      text: `${isGiven ? otherKey.given : otherKey.unknown} ${otherKey.doubt}`,
    },
    lines: [
      { state: 'said', title: otherKey.named, text: inFours(receipt.key) },
      {
        state: 'said',
        title: isGiven ? otherKey.givenKey : otherKey.ownKeys,
        text: keys.map(({ id }) => inFours(id)).join(', '),
      },
    ],
  }
}

function whose({ id }, isGiven, { authority, keys }, { words: { results } }) {
  const { given, earlier, current } = results.signature
  const isEarlier = keys.find((one) => one.id === id)?.isCurrent === false
  const own = isEarlier ? earlier : current
  return fill(isGiven ? given : own, { authority, key: inFours(id) })
}

/** What the receipt says; only a signature that holds makes it more than words. */
function stated(receipt, speech, isProven) {
  const { results } = speech.words
  const call = speech.calls.find(({ id }) => id === receipt.call)
  const local = call === undefined ? null : momentInWords(receipt.receivedAt, call, speech)
  const universal = universalTime(receipt.receivedAt, speech)
  const count = Array.isArray(receipt.files) ? receipt.files.length : receipt.files.count
  const files = count === 0 ? results.noFile : counted(count, results.fileCount, speech)
  return [
    {
      state: 'said',
      title: isProven ? results.received : results.receivedDoubtful,
      text: local ?? universal,
      detail: local === null ? undefined : universal,
    },
    {
      state: 'said',
      title: isProven ? results.application : results.applicationDoubtful,
      text: fill(results.contents, { number: receipt.number, files }),
      detail: call?.title,
      detailIn: call?.titleIn,
    },
  ]
}
