import { randomBytes } from 'node:crypto'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { createTransport } from 'nodemailer'
import sharp from 'sharp'
import { fillableForm, siret } from '../test/demo/pieces.ts'

/**
 * A mailbox to measure with. `mix`: a form and a brochure each, every tenth with a heavy one; `form`: a form
 * alone; `heavy`: 49 MB each; `accountant`: forms that one accountant sends for all; `call`: forms, each with
 * the call's own text; `annex`: the same, but each with a text of its own.
 */
export type MailboxKind = 'mix' | 'form' | 'heavy' | 'accountant' | 'call' | 'annex'

const MEGABYTE = 1024 ** 2
/** As measured on real forms: mostly the fonts that the form brings. */
const FORM_BYTES = 160 * 1024
const BROCHURE_BYTES = 1.5 * MEGABYTE
const HEAVY_BROCHURE_BYTES = 6 * MEGABYTE
const CALL_BYTES = 0.3 * MEGABYTE
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
    const name = `${seed}${index}`
    const bytes = brought(kind, index)
    const made = bytes === null ? null : await brochureOf(bytes)
    const more = made === null || kind === 'call' ? made : itsOwn(made, name)
    mails.push(
      await aMail(name, index, more, kind === 'accountant' ? `cabinet@structure-${seed}.example` : null),
    )
  }
  return mails
}

/** How large what comes with the form is; null where nothing does. */
function brought(kind: MailboxKind, index: number): number | null {
  switch (kind) {
    case 'form':
    case 'accountant':
      return null
    case 'call':
    case 'annex':
      return CALL_BYTES
    case 'heavy':
      return HEAVIEST_BYTES
    case 'mix':
      return index % 10 === 9 ? HEAVY_BROCHURE_BYTES : BROCHURE_BYTES
  }
}

/** Two applicants never send the same file: what differs stands behind its end, as programs write it. */
function itsOwn(brochure: Uint8Array, name: string): Uint8Array {
  return Buffer.concat([brochure, Buffer.from(`\n% ${name}\n`)])
}

const GIVEN = ['Jeanne', 'Marc', 'Lucie', 'Paul', 'Aline', 'Yves', 'Nadia', 'Éric', 'Claire', 'Hugo'] as const

/** Each applicant has a representative and a telephone of their own. */
function personOf(index: number): string {
  const letters = String.fromCharCode(65 + (index % 26), 97 + (Math.floor(index / 26) % 26))
  return `${GIVEN[index % GIVEN.length]} Exemple-${letters}`
}

function phoneOf(index: number): string {
  const digits = String(500_000 + index).padStart(6, '0')
  return `0262 ${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4)}`
}

/** `sender`: who writes for the structure; null: itself. */
async function aMail(
  name: string,
  index: number,
  more: Uint8Array | null,
  sender: string | null,
): Promise<Buffer> {
  const address = `contact@structure-${name}.example`
  const from = sender ?? address
  const form = await fillableForm({
    name: `Structure ${name}`,
    legalForm: 'SAS',
    identifier: ['SIRET', siret(index)],
    representative: personOf(index),
    role: 'Présidente',
    address: `${index + 1} rue des Essais, 97470 Saint-Benoît`,
    phone: phoneOf(index),
    email: address,
    sectors: ['Le numérique'],
    date: '21/11/2022',
    signed: true,
  })
  const attachments = [{ filename: 'formulaire.pdf', content: await weighing(form, FORM_BYTES) }]
  if (more !== null) attachments.push({ filename: 'presentation.pdf', content: Buffer.from(more) })
  const { message } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail({
    from: sender === null ? `Structure ${name} <${address}>` : `Cabinet <${from}>`,
    to: 'dayal@cirest.fr',
    subject: `Candidature Structure ${name}`,
    messageId: `<${name}@structure-${name}.example>`,
    text: 'Bonjour,\n\nVeuillez trouver ci-joint notre candidature à l’appel à manifestation d’intérêt.\n',
    attachments,
  })
  const head = `Return-Path: <${from}>\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.isBuffer(message) ? message : Buffer.alloc(0)])
}

/** A form weighs what the fonts weigh that it brings: a stream that text needs none of. */
async function weighing(pdf: Uint8Array, bytes: number): Promise<Buffer> {
  const document = await PDFDocument.load(pdf)
  document.context.register(document.context.stream(randomBytes(Math.max(0, bytes - pdf.length))))
  return Buffer.from(await document.save())
}

const PAGES = 10

/** Ten pages of prose with a picture each: photographs are what brochures weigh. */
async function brochure(bytes: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= PAGES; number += 1) {
    const page = document.addPage([595, 842])
    page.drawImage(await document.embedJpg(await photograph(bytes / PAGES)), {
      x: 60,
      y: 560,
      width: 400,
      height: 250,
    })
    for (let line = 0; line < 30; line += 1)
      page.drawText(
        `Page ${number}, ligne ${line} : notre projet industriel crée des emplois sur le territoire.`,
        { x: 40, y: 540 - line * 17, size: 10, font },
      )
  }
  return document.save({ useObjectStreams: false })
}

/** Noise: half a byte a pixel. */
async function photograph(bytes: number): Promise<Buffer> {
  const width = Math.round(Math.sqrt(bytes * 2.05 * 1.6))
  const height = Math.round((bytes * 2.05) / width)
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 60, chromaSubsampling: '4:2:0' })
    .toBuffer()
}
