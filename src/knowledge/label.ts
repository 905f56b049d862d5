/**
 * What a label of a form asks for, and how labels that ask for it are worded. `says` are alternatives over
 * folded text, each linear, taken from the start of a label; the longest of all kinds wins. `example` is such
 * a label, `unlike` one that asks for something else: a test holds both.
 */
export interface Label {
  readonly says: readonly string[]
  readonly example: string
  readonly unlike: string
}

/** Between two words that ask for the same. */
export const OR = '( ?(/|,|&) ?| et | ou |-)'
/** Endings of a word for a woman, a man or either. */
export const E = '(e|\\(e\\)|\\.e|·e)?'
/** « de la », « du », « de votre »… */
export const OF = "( ?(de|du|des|d')( ?(la|l'|le|votre|notre|vos|sa|son|ce))?| ?(la|le|l'|votre|notre))? ?"
/** « N° », « Numéro de », « Code ». */
export const NUMBER = "((n|no|num|numero|code|identifiant|identification)\\.? ?)?(de |du |d')?"
