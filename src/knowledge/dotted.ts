/** An acronym with dots or without: « G.A.E.C. ». */
export const dotted = (acronym: string): string => [...acronym].map((letter) => `${letter}\\.?`).join('')
