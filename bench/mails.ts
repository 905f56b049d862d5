import { randomBytes } from 'node:crypto'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { createTransport } from 'nodemailer'
import { fillableForm, siret } from '../test/demo/pieces.ts'

/** A mailbox to measure with. `mix`: a form and a brochure each, every tenth with a heavy one; `form`: a form alone; `heavy`: 49 MB each. */
export type MailboxKind = 'mix' | 'form' | 'heavy'

const MEGABYTE = 1024 ** 2
/** As measured on real forms: mostly the fonts that the form brings. */
const FORM_BYTES = 160 * 1024
const BROCHURE_BYTES = 1.5 * MEGABYTE
const HEAVY_BROCHURE_BYTES = 6 * MEGABYTE
/** On the wire, a third more than the file. */
const HEAVIEST_BYTES = 36 * MEGABYTE

/** Mails of applicants who differ from each other, in the order in which they come. */
export async function benchMails(kind: MailboxKind, count: number, seed: string): Promise<readonly Buffer[]> {
  const brochures = new Map<number, Uint8Array>()
  const brochureOf = async (bytes: number) => {
    const made = brochures.get(bytes) ?? (await brochure(bytes))
    brochures.set(bytes, made)
    return made
  }
  const mails: Buffer[] = []
  for (let index = 0; index < count; index += 1) {
    const bytes = kind === 'heavy' ? HEAVIEST_BYTES : index % 10 === 9 ? HEAVY_BROCHURE_BYTES : BROCHURE_BYTES
    mails.push(await aMail(`${seed}${index}`, index, kind === 'form' ? null : await brochureOf(bytes)))
  }
  return mails
}

async function aMail(name: string, index: number, more: Uint8Array | null): Promise<Buffer> {
  const address = `contact@structure-${name}.example`
  const form = await fillableForm({
    name: `Structure ${name}`,
    legalForm: 'SAS',
    identifier: ['SIRET', siret(index)],
    representative: 'Jeanne Exemple',
    role: 'Présidente',
    address: `${index + 1} rue des Essais, 97470 Saint-Benoît`,
    phone: '0262 50 00 00',
    email: address,
    sectors: ['Le numérique'],
    date: '21/11/2022',
    signed: true,
  })
  const attachments = [{ filename: 'formulaire.pdf', content: padded(form, FORM_BYTES) }]
  if (more !== null) attachments.push({ filename: 'presentation.pdf', content: Buffer.from(more) })
  const { message } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail({
    from: `Structure ${name} <${address}>`,
    to: 'dayal@cirest.fr',
    subject: `Candidature Structure ${name}`,
    messageId: `<${name}@structure-${name}.example>`,
    text: 'Bonjour,\n\nVeuillez trouver ci-joint notre candidature à l’appel à manifestation d’intérêt.\n',
    attachments,
  })
  const head = `Return-Path: <${address}>\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.isBuffer(message) ? message : Buffer.alloc(0)])
}

/** PDF readers ignore what follows the end; a form’s fonts weigh as much. */
function padded(pdf: Uint8Array, bytes: number): Buffer {
  const missing = Math.max(0, bytes - pdf.length)
  return Buffer.concat([pdf, Buffer.from(`\n%${randomBytes(missing).toString('hex').slice(0, missing)}`)])
}

/** Ten pages of prose, and as many bytes as pictures would bring. */
async function brochure(bytes: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= 10; number += 1) {
    const page = document.addPage([595, 842])
    for (let line = 0; line < 40; line += 1)
      page.drawText(
        `Page ${number}, ligne ${line} : notre projet industriel crée des emplois sur le territoire.`,
        {
          x: 40,
          y: 800 - line * 18,
          size: 10,
          font,
        },
      )
  }
  return padded(await document.save({ useObjectStreams: false }), bytes)
}
