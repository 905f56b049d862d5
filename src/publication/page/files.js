import { digest, hex, utf8 } from './bytes.js'
import { counted, fill } from './words.js'

/** A line for each file shown, and one for those of the receipt that were not. */
export async function fileLines({ files: named }, shown, speech) {
  if (shown.length === 0) return []
  const seen = await Promise.all(
    [...shown].map(async (file) => ({
      name: file.name,
      bytes: file.size,
      sha256: hex(await digest(await file.arrayBuffer())),
    })),
  )
  return Array.isArray(named) ? oneByOne(named, seen, speech) : allTogether(named, seen, speech)
}

function oneByOne(named, seen, speech) {
  const { same, different, others } = speech.words.results.files
  const isNamed = (file) => named.some((one) => one.sha256 === file.sha256 && one.bytes === file.bytes)
  const lines = seen.map((file) => {
    const [state, { title, text }] = isNamed(file) ? ['right', same] : ['wrong', different]
    return { state, title: fill(title, file), text }
  })
  const missing = named.filter((one) => !seen.some((file) => file.sha256 === one.sha256)).length
  if (missing === 0) return lines
  return [...lines, { state: 'said', title: others.title, text: counted(missing, others.text, speech) }]
}

/** Of many files the receipt has one fingerprint: over the sorted list of theirs. */
async function allTogether(named, seen, speech) {
  const { manyUnknown, manySame, manyDifferent } = speech.words.results.files
  const list = seen
    .map(({ sha256 }) => `${sha256}\n`)
    .sort()
    .join('')
  const line = (state, { title, text }) => [
    { state, title: counted(seen.length, title, speech), text: fill(text, named) },
  ]
  if (seen.length !== named.count) return line('unknown', manyUnknown)
  return hex(await digest(utf8(list))) === named.sha256
    ? line('right', manySame)
    : line('wrong', manyDifferent)
}
