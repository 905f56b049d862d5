import { digest, hex, utf8 } from './bytes.js'
import { counted } from './words.js'

const DIFFERENT =
  'Ce fichier n’est pas dans le reçu, ou il a changé depuis : rouvert et enregistré, ou converti par un téléphone. Essayez avec celui de vos courriels envoyés.'

/** A line for each file shown, and one for those of the receipt that were not. */
export async function fileLines({ files: named }, shown) {
  if (shown.length === 0) return []
  const seen = await Promise.all(
    [...shown].map(async (file) => ({
      name: file.name,
      bytes: file.size,
      sha256: hex(await digest(await file.arrayBuffer())),
    })),
  )
  return Array.isArray(named) ? oneByOne(named, seen) : allTogether(named, seen)
}

function oneByOne(named, seen) {
  const isNamed = (file) => named.some((one) => one.sha256 === file.sha256 && one.bytes === file.bytes)
  const lines = seen.map((file) =>
    isNamed(file)
      ? {
          state: 'right',
          title: `${file.name} : conforme`,
          text: 'C’est un des fichiers reçus, à l’identique.',
        }
      : { state: 'wrong', title: `${file.name} : différent`, text: DIFFERENT },
  )
  const missing = named.filter((one) => !seen.some((file) => file.sha256 === one.sha256)).length
  if (missing === 0) return lines
  const text = `${counted(missing, 'fichier du reçu n’a pas été présenté', 'fichiers du reçu n’ont pas été présentés')} ici. Ce n’est pas une anomalie.`
  return [...lines, { state: 'said', title: 'Autres fichiers du reçu', text }]
}

/** Of many files the receipt has one fingerprint: over the sorted list of theirs. */
async function allTogether(named, seen) {
  const list = seen
    .map(({ sha256 }) => `${sha256}\n`)
    .sort()
    .join('')
  const title = counted(seen.length, 'fichier présenté', 'fichiers présentés')
  if (seen.length !== named.count)
    return [
      {
        state: 'unknown',
        title: `${title} : impossible de vérifier`,
        text: `Ce reçu n’a qu’une empreinte pour ses ${named.count} fichiers : choisissez-les tous à la fois.`,
      },
    ]
  return hex(await digest(utf8(list))) === named.sha256
    ? [{ state: 'right', title: `${title} : conformes`, text: 'Ce sont exactement les fichiers reçus.' }]
    : [
        {
          state: 'wrong',
          title: `${title} : différents`,
          text: `Ce ne sont pas exactement les ${named.count} fichiers reçus.`,
        },
      ]
}
