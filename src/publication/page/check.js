import { fileLines } from './files.js'
import { keyIn, receiptIn } from './pasted.js'
import { proofLines } from './proof.js'
import { REASONS } from './reasons.js'
import { isSigned, keyIdOf, obstacle, usable } from './signature.js'
import { counted, inFours, momentInWords, universalTime } from './words.js'

const impossible = (reason) => ({
  verdict: {
    state: 'unknown',
    title: `Impossible de vérifier : ${REASONS[reason][0]}`,
    text: REASONS[reason][1],
  },
  lines: [],
})

/**
 * What can be said of what was given: a verdict and its lines, each { state, title, text, detail }. `texts`: what was pasted
 * or found in a saved mail; `files`; `keyText` and `proofText`: '' where none was given; `published`: what the page holds.
 */
export async function check({ texts, files, keyText, proofText, published }) {
  if (texts.every((text) => text.trim() === '')) return impossible('nothing')
  const found = receiptIn(texts)
  if (found.state !== 'found') return impossible(found.state)
  const stopped = obstacle()
  if (stopped !== null) return impossible(stopped)
  const given = keyText.trim() === '' ? null : keyIn(keyText)
  if (given !== null && given.state !== 'found')
    return impossible(given.state === 'damaged' ? 'damagedKey' : given.state)
  const ders = given === null ? published.keys.map(({ pem }) => keyIn(pem).der) : [given.der]
  if (ders.length === 0) return impossible('noKey')
  const keys = await Promise.all(ders.map(async (der) => ({ der, id: await keyIdOf(der) })))
  const { receipt, signature } = found.signed
  const key = keys.find(({ id }) => id === receipt.key)
  if (key === undefined) return byAnotherKey(receipt, keys, given !== null)
  for (const one of keys) one.usable = await usable(one.der)
  if (key.usable === null) return { ...impossible('browser'), lines: stated(receipt, published, false) }
  if (!(await isSigned(receipt, signature, key.usable))) return changed(receipt, published)
  const lines = [
    { state: 'right', title: 'Signature du reçu : conforme', text: whose(key, given !== null, published) },
    ...stated(receipt, published, true),
    ...(await fileLines(receipt, files)),
    ...(proofText === '' ? [] : await proofLines(receipt, proofText, keys)),
  ]
  return { verdict: verdictOf(lines, given !== null, published), lines }
}

function verdictOf(lines, isGiven, { authority }) {
  const by = isGiven ? 'avec la clé que vous avez donnée' : `par l’autorité (${authority})`
  const text = `Il a bien été signé ${by}, et rien n’y a été changé depuis.`
  const title = 'Ce reçu est authentique'
  const wrong = lines.filter(({ state }) => state === 'wrong').length
  if (wrong > 0)
    return {
      state: 'mixed',
      title: `${title}, mais ${wrong === 1 ? 'un point ne concorde pas' : `${wrong} points ne concordent pas`}`,
      text: `${text} Ce que vous avez présenté avec lui n’y correspond pas : voyez ci-dessous.`,
    }
  return { state: 'right', title, text }
}

/** Whoever changed a receipt, or only copied it badly, left a signature that is of something else. */
function changed(receipt, published) {
  return {
    verdict: {
      state: 'wrong',
      title: 'Non conforme : la signature ne correspond pas au contenu',
      text: 'Ce reçu n’est pas tel que l’autorité l’a signé : il a été modifié, ou mal recopié. Recommencez avec le courriel d’origine ; si le résultat reste le même, ne vous y fiez pas et joignez le service chargé du dossier.',
    },
    lines: stated(receipt, published, false),
  }
}

function byAnotherKey(receipt, keys, isGiven) {
  const other = isGiven
    ? 'La clé que vous avez donnée n’est pas celle que le reçu nomme, ou elle a été mal copiée.'
    : 'Il nomme une clé que cette page ne connaît pas : il vient d’une autre autorité, cette page n’est pas à jour, ou ce reçu n’est pas vrai.'
  return {
    verdict: {
      state: 'unknown',
      title: 'Impossible de vérifier : ce reçu a été signé par une autre clé',
      text: `${other} En cas de doute, joignez le service chargé du dossier.`,
    },
    lines: [
      { state: 'said', title: 'Clé que nomme le reçu', text: inFours(receipt.key) },
      {
        state: 'said',
        title: isGiven ? 'Clé donnée' : 'Clés de cette page',
        text: keys.map(({ id }) => inFours(id)).join(', '),
      },
    ],
  }
}

function whose({ id }, isGiven, { authority, keys }) {
  if (isGiven)
    return `C’est la clé que vous avez donnée, d’empreinte ${inFours(id)}. Comparez-la avec celle que publie l’autorité.`
  return keys.find((one) => one.id === id)?.isCurrent === false
    ? `C’est celle de l’autorité (${authority}), avec une clé antérieure, d’empreinte ${inFours(id)}.`
    : `C’est celle de l’autorité (${authority}). Empreinte de la clé : ${inFours(id)}.`
}

/** What the receipt says; only a signature that holds makes it more than words. */
function stated(receipt, { calls }, isProven) {
  const call = calls.find(({ id }) => id === receipt.call)
  const local = call === undefined ? null : momentInWords(receipt.receivedAt, call)
  const universal = universalTime(receipt.receivedAt)
  const count = Array.isArray(receipt.files) ? receipt.files.length : receipt.files.count
  return [
    {
      state: 'said',
      title: isProven ? 'Reçu le' : 'Reçu le (non vérifié)',
      text: local ?? universal,
      detail: local === null ? undefined : universal,
    },
    {
      state: 'said',
      title: isProven ? 'Candidature' : 'Candidature (non vérifiée)',
      text: `Référence ${receipt.number}, avec ${count === 0 ? 'aucun fichier' : counted(count, 'fichier', 'fichiers')}.`,
      detail: call?.title,
    },
  ]
}
