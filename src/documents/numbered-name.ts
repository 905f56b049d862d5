/** « Dossier.zip (2) »: what another file of that name is called. */
export function numberedName(name: string, rank: number): string {
  return `${name} (${rank})`
}

/** The name without such a number: what an archive holds is still named after it. */
export function unnumberedName(name: string): string {
  return name.replace(/ \(\d{1,4}\)$/, '')
}
