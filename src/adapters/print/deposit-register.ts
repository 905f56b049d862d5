import { setImmediate as breath } from 'node:timers/promises'
import { counted, momentInWords, oneLine, typographic } from '../../acknowledgement/french.ts'
import type { Instant } from '../../base/instant.ts'
import type { Call } from '../../call/call.ts'
import { logInWords } from '../../digest/words.ts'
import type { ApplicationRecord } from '../../exports/application-record.ts'
import { sectorLabels, timelinessTold, wayOfReceipt, whoApplied } from '../../exports/record-words.ts'
import { clockInWords } from '../../exports/wall-clock.ts'
import type { Head } from '../../proof/head.ts'
import { openPaper, type Paper, tableIn } from './paper.ts'

const HEAD = [
  'Rang',
  'N°',
  'Candidat',
  'Expéditeur',
  'Reçue le',
  'Délai',
  'Filière',
  'Pièces reçues',
] as const
const WIDTHS = [30, 66, 130, 122, 106, 90, 84, 142] as const

/**
 * « Registre des dépôts »: the applications in order of receipt, to be printed and signed, with the head of
 * the append-only register. It says what was received, when, by which way and from whom; what a person ruled
 * is told as ruled.
 */
export async function printRegister(
  records: readonly ApplicationRecord[],
  call: Call,
  at: Instant,
  head: Head | null,
): Promise<Uint8Array> {
  const paper = await openPaper(`Registre des dépôts – ${call.shortTitle}`, call, 'landscape')
  paper.say('H1', 16, 'Registre des dépôts')
  paper.say('P', 10, call.title, 0.4)
  paper.say('P', 9, typographic(whatItIs(records.length, call, at)), 0.4)
  if (head !== null) paper.say('P', 9, typographic(stateOf(head, call)), 0.8)
  await printTable(paper, records, call)
  paper.document.moveDown(1.5)
  paper.say('P', 9, signature(call))
  return paper.finish()
}

/** Rows printed without a breath: others ask the same process for their pages meanwhile. */
const ROWS_AT_ONCE = 50

async function printTable(paper: Paper, records: readonly ApplicationRecord[], call: Call): Promise<void> {
  paper.document.fontSize(8)
  const table = tableIn(paper, HEAD, WIDTHS)
  for (const [index, record] of inOrder(records).entries()) {
    table.row(rowOf(record, index, call))
    if (index % ROWS_AT_ONCE === 0) await breath()
  }
  table.end()
}

function whatItIs(count: number, call: Call, at: Instant): string {
  return (
    `${call.authority.name}. ${counted(count, 'candidature', 'candidatures')}, par ordre de réception. ` +
    `Édité le ${momentInWords(at, call.deadline)}. Date limite : ${call.deadline.asWritten}.`
  )
}

/** Whoever signs this paper witnesses the register as it stood. */
function stateOf({ size, root, at }: Head, call: Call): string {
  return logInWords(momentInWords(at, call.deadline), size, root)
}

function inOrder(records: readonly ApplicationRecord[]): readonly ApplicationRecord[] {
  return [...records].sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))
}

/** Letters of all pieces of a row: more do not stand on a page; the application’s own sheet names all. */
const PIECES_AT_MOST = 800

/** As many as there is room for, and how many others there are. */
function piecesInWords(pieces: readonly string[]): string {
  const named: string[] = []
  let letters = 0
  for (const piece of pieces) {
    const name = oneLine(piece, 120)
    letters += name.length
    if (letters > PIECES_AT_MOST) break
    named.push(name)
  }
  const rest = pieces.length - named.length
  return rest === 0 ? named.join(', ') : `${named.join(', ')} et ${counted(rest, 'autre', 'autres')}`
}

function rowOf(record: ApplicationRecord, index: number, call: Call): string[] {
  const { number, sender, sectors, paper, pieces } = record
  const at = clockInWords(record.receivedAt, call.deadline.zone)
  return [
    String(index + 1),
    number,
    oneLine(whoApplied(record), 160),
    oneLine(sender ?? '', 120),
    paper ? typographic(`${at}, ${wayOfReceipt(record)}`) : at,
    typographic(timelinessTold(record, call)),
    sectorLabels(sectors, call) || 'non détectée',
    piecesInWords(pieces),
  ]
}

function signature(call: Call): string {
  return typographic(
    `Certifié conforme au registre tenu par le service.\n\nFait à ` +
      `.......................................... le ..............................\n\nNom, qualité et ` +
      `signature (${call.agent.role}) :`,
  )
}
