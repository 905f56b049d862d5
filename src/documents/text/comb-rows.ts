import { fold } from '../../base/folding.ts'
import { isSiren, isSiret } from '../identifiers/identifiers.ts'
import { cellText, type Line, row } from './page.ts'

/** Combs that one row is not enough for: a SIRET over two rows, a date under « Jour | Mois | Année ». */
export function withCombsJoined(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const above = joined.at(-1)
    const whole = above === undefined ? null : (siretOf(above, line) ?? dateUnder(above, line))
    if (whole !== null) joined[joined.length - 1] = whole
    else joined.push(line)
  }
  return joined
}

function siretOf(above: Line, line: Line): Line | null {
  const last = above.cells.at(-1)
  const [nic, ...others] = line.cells.map(cellText)
  if (last === undefined || nic === undefined || others.length > 0 || !/^\d{5}$/.test(nic)) return null
  const siren = cellText(last)
  if (!/^\d{9}$/.test(siren) || !isSiren(siren) || !isSiret(siren + nic)) return null
  return { ...above, cells: [...above.cells.slice(0, -1), { ...last, lines: [siren + nic] }] }
}

function dateUnder(above: Line, line: Line): Line | null {
  const isHeaded = fold(above.cells.map(cellText).join(' ')) === 'jour mois annee'
  const digits = line.cells.map(cellText).join('')
  if (!isHeaded || !/^\d{8}$/.test(digits)) return null
  return row(`Date : ${digits.slice(0, 2)}/${digits.slice(2, 4)}/${digits.slice(4)}`)
}
