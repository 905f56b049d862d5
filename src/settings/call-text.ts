import { wordingFaults } from '../acknowledgement/construction.ts'
import { type Call, CallFile } from '../call/call.ts'
import type { Contradiction } from '../call/contradiction.ts'
import { advice, duties } from '../call/duties.ts'
import { languagesKnown, speechOf } from './language-files.ts'
import { type PlacedFault, yamlIn } from './yaml-text.ts'

/** A call’s file as it was read; with a fault, no call. */
export interface CallText {
  readonly call: Call | null
  /** What keeps it from being one. */
  readonly faults: readonly PlacedFault[]
  /** What its letters must say by law and the file does not tell (call/duties.ts). */
  readonly owed: readonly PlacedFault[]
  readonly advice: readonly PlacedFault[]
}

/** The call in the text of a file, or every mistake at once. The one way in, for commands and for forms. */
export function callIn(text: string): CallText {
  const read = yamlIn(text, CallFile)
  if (read.faults !== null) return without(read.faults)
  const { value, at } = read
  const placed = (one: Contradiction): PlacedFault => ({ ...one, at: at(one.path) })
  const unknown = unknownLanguages(value).map(placed)
  if (unknown.length > 0) return without(unknown)
  const call: Call = { ...value, speech: speechOf(value) }
  const wording = wordingFaults(call).map(placed)
  if (wording.length > 0) return without(wording)
  return { call, faults: [], owed: duties(call).map(placed), advice: advice(call).map(placed) }
}

function without(faults: readonly PlacedFault[]): CallText {
  return { call: null, faults, owed: [], advice: [] }
}

/** A language is there when it has a file. */
function unknownLanguages({ languages }: CallFile): readonly Contradiction[] {
  const known = languagesKnown()
  const named = [
    { path: ['languages', 'letters'], id: languages.letters },
    ...languages.beside.map((id, index) => ({ path: ['languages', 'beside', index], id })),
  ]
  return named
    .filter(({ id }) => !known.includes(id))
    .map(({ path, id }) => ({
      path,
      message: `there is no language « ${id} » in config/languages: there are ${known.join(', ')}`,
    }))
}
