import { withoutUnseen } from '../base/unseen.ts'

const NAME_BYTES = 60
const PIECE_BYTES = 110
const ENDING = /\.[\p{L}\p{N}]{1,8}$/u
/** What Windows keeps for its devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * Words of others as a part of a file’s name that every system takes: letters, digits, points and dashes,
 * neither hidden nor a path, so many bytes at most. Empty where nothing of it can stand.
 */
export function namePart(text: string, bytes = NAME_BYTES): string {
  const plain = withoutUnseen(text.normalize('NFC'))
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, '-')
    .replace(/\.{2,}/g, '.')
  const cut = [...plain].reduce((kept, letter) => (sizeOf(kept + letter) <= bytes ? kept + letter : kept), '')
  const trimmed = cut.replace(/^[-.]+|[-.]+$/g, '')
  return RESERVED.test(trimmed) ? `x-${trimmed}` : trimmed
}

/** `TI22-7K4QX_Usine-Verte_statuts.pdf`: whose it is, then what it is; its ending stays. */
export function fileName(number: string, name: string | null, piece: string): string {
  return `${number}_${namePart(name ?? '') || 'sans-nom'}_${fileNamed(piece)}`
}

/** What somebody called a file, as every system takes it; its ending stays. */
export function fileNamed(piece: string): string {
  const ending = ENDING.exec(piece)?.[0] ?? ''
  return `${namePart(piece.slice(0, piece.length - ending.length), PIECE_BYTES) || 'piece'}${ending}`
}

/** Gives each file of a package a path of its own, whatever a system thinks of capitals. */
export function paths(): (path: string) => string {
  const taken = new Set<string>()
  return (path) => {
    const ending = ENDING.exec(path)?.[0] ?? ''
    const stem = path.slice(0, path.length - ending.length)
    let own = path
    for (let rank = 2; taken.has(own.toLowerCase()); rank += 1) own = `${stem}-${rank}${ending}`
    taken.add(own.toLowerCase())
    return own
  }
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length
}
