/**
 * What nobody sees and what turns the direction of writing: a file « fdp.exe » behind one reads « exe.pdf ».
 * Joiners, marks and overrides of direction, byte order marks.
 */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/**
 * Words of others as they are shown or handed on: each sign of them is seen, in the order in which it stands.
 */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '')
}
