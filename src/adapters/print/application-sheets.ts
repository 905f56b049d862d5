import { setImmediate as breath } from 'node:timers/promises'
import { momentInWords, oneLine, typographic } from '../../acknowledgement/french.ts'
import type { Instant } from '../../base/instant.ts'
import type { Call } from '../../call/call.ts'
import type { ApplicationSheet } from '../../exports/application-sheet.ts'
import { MARGIN, openPaper, type Paper, tableIn } from './paper.ts'

const WIDTH = 523
/** So that somebody can write a few lines by hand. */
const REMARKS_HEIGHT = 90

/**
 * A sheet of each application, one page where it fits, to be read and written on: who applies, when it came,
 * what was asked and found, the pieces with their fingerprints, what a person decided of its eligibility, and
 * an empty space for remarks.
 */
export async function printSheets(
  sheets: readonly ApplicationSheet[],
  call: Call,
  at: Instant,
): Promise<Uint8Array> {
  const [only] = sheets
  const of = sheets.length === 1 && only !== undefined ? only.number : 'candidatures'
  const paper = await openPaper(`Fiches – ${of} – ${call.shortTitle}`, call, 'portrait')
  for (const [index, sheet] of sheets.entries()) {
    if (index > 0) paper.document.addPage()
    printSheet(paper, sheet, call, at)
    await breath()
  }
  return paper.finish()
}

function printSheet(paper: Paper, sheet: ApplicationSheet, call: Call, at: Instant): void {
  paper.say('P', 8, `${call.authority.name} – ${call.title}`, 0.3)
  paper.say('H1', 14, `${sheet.number} – ${oneLine(sheet.name, 150)}`, 0.3)
  facts(paper, sheet)
  paper.say('H2', 10, 'Ce que l’appel demande', 0.2)
  table(
    paper,
    ['Élément', 'Avis du programme', 'Où'],
    [300, 83, 140],
    [...sheet.asked.map(({ label, status, where }) => [label, status, oneLine(where, 120)])],
  )
  for (const remark of sheet.remarks) paper.say('P', 7.5, remark, 0.2)
  paper.say('H2', 10, 'Pièces reçues', 0.2)
  pieces(paper, sheet)
  paper.say('H2', 10, 'Recevabilité', 0.2)
  paper.say(
    'P',
    8,
    sheet.eligibility ?? 'Personne n’a encore décidé.   ☐ recevable   ☐ à compléter   ☐ non recevable',
    0.6,
  )
  remarks(paper)
  paper.say('P', 7, typographic(footnote(call, at)))
}

/** Two facts stand beside each other. */
function facts(paper: Paper, { facts: all }: ApplicationSheet): void {
  const half = Math.ceil(all.length / 2)
  const rows = Array.from({ length: half }, (_, index) => {
    const [left, right] = [all[index], all[index + half]]
    return [left?.[0] ?? '', oneLine(left?.[1] ?? '', 200), right?.[0] ?? '', oneLine(right?.[1] ?? '', 200)]
  })
  table(paper, ['Information', 'Valeur', 'Information', 'Valeur'], [85, 176, 96, 166], rows)
}

function pieces(paper: Paper, sheet: ApplicationSheet): void {
  if (sheet.pieces.length === 0) {
    paper.say('P', 8, 'Aucun fichier joint.', 0.4)
    return
  }
  table(
    paper,
    ['Pièce', 'Taille', 'Reçue le', 'Empreinte SHA-256'],
    [150, 62, 72, 239],
    [
      ...sheet.pieces.map(({ name, size, receivedAt, sha256 }) => [
        oneLine(name, 300),
        size,
        receivedAt,
        // In two halves, so that a line ends where nothing is lost.
        `${sha256.slice(0, 32)} ${sha256.slice(32)}`,
      ]),
    ],
  )
}

function table(
  paper: Paper,
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): void {
  paper.document.fontSize(7.5)
  const drawn = tableIn(paper, head, widths)
  for (const row of rows) drawn.row([...row])
  drawn.end()
  paper.document.x = MARGIN
  paper.document.moveDown(0.6)
}

function remarks(paper: Paper): void {
  const { document } = paper
  const left = document.page.height - document.page.margins.bottom - document.y - 40
  if (left < REMARKS_HEIGHT) document.addPage()
  paper.say('H2', 10, 'Observations du comité', 0.2)
  const height = Math.max(
    REMARKS_HEIGHT,
    document.page.height - document.page.margins.bottom - document.y - 24,
  )
  document.markContent('Artifact', { type: 'Layout' })
  document.lineWidth(0.5).rect(MARGIN, document.y, WIDTH, height).stroke('#767676')
  document.endMarkedContent()
  document.fillColor('black')
  document.y += height + 4
}

function footnote({ deadline }: Call, at: Instant): string {
  return (
    `Fiche éditée le ${momentInWords(at, deadline)}. L’avis du programme est indicatif ; il ne note ni ` +
    'ne classe personne.'
  )
}
