import fontkit from '@cantoo/fontkit'
import { PDFDocument } from '@cantoo/pdf-lib'
import { dataNotice } from '../../acknowledgement/data-notice.ts'
import { typographic } from '../../acknowledgement/french.ts'
import type { Call } from '../../call/call.ts'
import {
  choicesAmong,
  LONGEST_TEXT,
  piecesToJoin,
  type Question,
  questionsOf,
  type Section,
} from '../../call/form-questions.ts'
import { HOW_TO_SIGN, sending } from '../../call/form-sentences.ts'
import type { FormFonts } from './font.ts'
import { ACCENT, LEFT, Pen, type Piece, QUIET, RIGHT, type Setting } from './pen.ts'

const WIDTH = RIGHT - LEFT
const WHOLE = { x: LEFT, width: WIDTH }
const ANSWERS = { x: LEFT + 215, width: WIDTH - 215 }
const PLAIN: Setting = { size: 10 }
const STRONG: Setting = { size: 10, bold: true }
const HINT: Setting = { size: 8, color: QUIET }
const LINE = 18

/**
 * The call's form as a tagged PDF that is filled on screen or on paper: where it goes, one field a question
 * with its tooltip in French, in the order in which it is read, the pieces to join, and what becomes of the
 * data (RGPD 13).
 */
export async function formPdf(call: Call, fonts: FormFonts): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  document.setTitle(`Formulaire de candidature – ${call.shortTitle}`, { showInWindowTitleBar: true })
  document.setLanguage('fr-FR')
  const pen = await Pen.on(document, fonts)
  const questions = questionsOf(call)
  heading(pen, call, questions)
  structure(pen, of(questions, 'structure'))
  sectors(pen, call)
  texts(pen, of(questions, 'texts'))
  pieces(pen, call)
  signing(pen, of(questions, 'signature'))
  notice(pen, call)
  pen.finish()
  return document.save({ useObjectStreams: false })
}

function heading(pen: Pen, call: Call, questions: readonly Question[]): void {
  pen.write('P', call.authority.name, { size: 11, bold: true, color: ACCENT }, WHOLE)
  pen.write('H1', 'Formulaire de candidature', { size: 18, bold: true }, WHOLE)
  pen.write('P', typographic(call.title), { size: 11 }, WHOLE)
  pen.y -= 8
  const inside = { x: LEFT + 10, width: WIDTH - 20 }
  // Below a question it would look like an answer to whoever reads a scan.
  const lines = [...sending(call), ...choicesAmong(call, questions)].map(typographic)
  const rows = lines.flatMap((line) => pen.lines(line, PLAIN, inside.width)).length
  pen.band({ x: LEFT, y: pen.y - rows * 14.5 - 12, width: WIDTH, height: rows * 14.5 + 12 })
  pen.y -= 4
  for (const line of lines) pen.write('P', line, PLAIN, inside)
  pen.y -= 10
}

function of(questions: readonly Question[], section: Section): Question[] {
  return questions.filter((question) => question.section === section)
}

/** A title never stands alone at the foot of a page: `follows` is the height of what must stand below it. */
function open(pen: Pen, title: string, follows: number): void {
  pen.room(44 + follows)
  pen.y -= 10
  pen.write('H2', title, { size: 12, bold: true, color: ACCENT }, WHOLE)
  pen.rule()
}

function structure(pen: Pen, questions: readonly Question[]): void {
  if (questions.length === 0) return
  open(pen, 'La structure candidate', 3 * LINE)
  for (const question of questions) ask(pen, question)
}

/** A label, the field beside it. */
function ask(pen: Pen, question: Question, height = LINE * question.lines): void {
  pen.room(height + 6)
  pen.y -= height + 4
  pen.label(labelled(question), LEFT, pen.y + height - 13)
  pen.text(question.name, question.tooltip, { ...ANSWERS, y: pen.y, height })
}

/** In brackets, as people write forms: whoever reads it later sees no answer in it. */
function labelled({ label, hint }: Pick<Question, 'label' | 'hint'>): readonly Piece[] {
  if (hint === null) return [{ text: `${label}\u00A0:`, setting: STRONG }]
  return [
    { text: `${label} `, setting: STRONG },
    { text: `(${typographic(hint)})`, setting: HINT },
    { text: '\u00A0:', setting: STRONG },
  ]
}

const TEXT_HEIGHT = 300

function texts(pen: Pen, questions: readonly Question[]): void {
  if (questions.length === 0) return
  open(pen, 'Sa présentation et son projet', TEXT_HEIGHT)
  for (const question of questions) {
    pen.room(TEXT_HEIGHT + 26)
    pen.y -= 18
    pen.label(labelled(question), LEFT, pen.y)
    pen.y -= TEXT_HEIGHT + 6
    const place = { x: LEFT, y: pen.y, width: WIDTH, height: TEXT_HEIGHT }
    pen.text(question.name, question.tooltip, place, { longest: LONGEST_TEXT })
    pen.y -= 4
  }
}

function sectors(pen: Pen, call: Call): void {
  if (call.sectors.length === 0) return
  open(pen, 'Filière choisie', LINE * call.sectors.length)
  for (const sector of call.sectors) {
    pen.room(LINE)
    pen.y -= LINE
    pen.label([{ text: sector.label, setting: PLAIN }], LEFT + 20, pen.y + 2)
    pen.box(`filiere_${sector.id}`, sector.label, { x: LEFT, y: pen.y, width: 12, height: 12 })
  }
  pen.y -= 4
}

function pieces(pen: Pen, call: Call): void {
  const wanted = piecesToJoin(call)
  if (wanted.length === 0) return
  open(pen, 'Pièces à joindre à votre envoi', 2 * LINE)
  for (const piece of wanted) pen.write('P', typographic(`– ${piece}`), PLAIN, WHOLE)
}

/** High enough for a hand. */
const SIGNATURE_HEIGHT = 54

function signing(pen: Pen, questions: readonly Question[]): void {
  open(pen, 'Date et signature', questions.length * LINE + SIGNATURE_HEIGHT)
  pen.write('P', HOW_TO_SIGN, HINT, WHOLE)
  for (const question of questions)
    ask(pen, question, question.name === 'signature' ? SIGNATURE_HEIGHT : LINE)
}

function notice(pen: Pen, call: Call): void {
  const text = dataNotice(call)
  if (text === '') return
  open(pen, 'Vos données', 4 * LINE)
  pen.write('P', text, { size: 8.5 }, WHOLE)
}
