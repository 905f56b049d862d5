import { createTransport } from 'nodemailer'
import sharp from 'sharp'
import { aDocx, paragraph } from '../documents/a-docx.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { aZip } from '../documents/a-zip.ts'

/** A file that somebody attaches: its name tells its format, `pages` what stands on it. */
export interface Attached {
  readonly name: string
  readonly pages?: readonly string[]
  /** The sides of a picture. */
  readonly side?: number
  readonly inside?: readonly Attached[]
}

/** A mail in a few words. `at`: when the authority's server took it, in UTC. */
export interface Sample {
  readonly file: string
  readonly at: string
  readonly from: string
  readonly name?: string
  readonly subject: string
  readonly text: string
  readonly attached?: readonly Attached[]
}

export const text = (name: string, ...pages: readonly string[]): Attached => ({ name, pages })
export const picture = (name: string, side = 340): Attached => ({ name, side })

/** Mails that are alike but for who writes and what is attached. `name`: what stands over the mail; null where nothing does. */
export function mailsLike(usual: Pick<Sample, 'at' | 'subject' | 'text'>) {
  return (
    file: string,
    from: string,
    name: string | null,
    attached: readonly Attached[],
    more: Partial<Sample> = {},
  ): Sample => ({ ...usual, file, from, ...(name === null ? {} : { name }), attached, ...more })
}

async function contentOf({ name, pages = [], side, inside }: Attached): Promise<Uint8Array> {
  if (inside !== undefined)
    return aZip(
      await Promise.all(inside.map(async (one) => ({ name: one.name, content: await contentOf(one) }))),
    )
  if (name.endsWith('.docx'))
    return aDocx(
      pages
        .flatMap((page) => page.split('\n'))
        .map(paragraph)
        .join(''),
    )
  if (side === undefined) return aPdf(pages)
  const photograph = await aPhotograph(side, name)
  return name.endsWith('.png') ? photograph.png().toBuffer() : photograph.jpeg().toBuffer()
}

/** Hills and a sky, another for each name: no two files are one. */
async function aPhotograph(side: number, name: string) {
  const seed = [...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 90
  const height = Math.round(side * 0.75)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${height}">
    <defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="rgb(${seed},120,220)"/><stop offset="1" stop-color="rgb(250,${120 + seed},80)"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/>
    <ellipse cx="${side * 0.3}" cy="${height}" rx="${side * 0.5}" ry="${height * 0.45}" fill="rgb(40,${seed},60)"/>
    <ellipse cx="${side * 0.8}" cy="${height}" rx="${side * 0.4}" ry="${height * 0.3}" fill="rgb(60,90,${seed})"/>
    <circle cx="${side * 0.7}" cy="${height * 0.3}" r="${side * 0.06}" fill="rgb(255,240,180)"/></svg>`
  return sharp(Buffer.from(svg))
}

/** The bytes of a mail as the authority's server keeps it. */
export async function aMail(sample: Sample, mailbox: string, host: string): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const domain = sample.from.split('@')[1] ?? ''
  const attachments = await Promise.all(
    (sample.attached ?? []).map(async (one) => ({
      filename: one.name,
      content: Buffer.from(await contentOf(one)),
    })),
  )
  const { message } = await transport.sendMail({
    from: { name: sample.name ?? '', address: sample.from },
    to: mailbox,
    subject: sample.subject,
    date: new Date(Date.parse(sample.at) - 4000),
    messageId: `<${sample.file}@${domain}>`,
    text: sample.text,
    attachments,
  })
  const date = new Date(sample.at).toUTCString().replace('GMT', '+0000')
  const stamps = [
    `Return-Path: <${sample.from}>`,
    `Received: from mail.${domain} (mail.${domain} [203.0.113.25])\r\n\tby ${host} (Postfix) with ESMTPS id 4NHx${sample.file.slice(0, 3)}\r\n\tfor <${mailbox}>; ${date}`,
    `Authentication-Results: ${host}; spf=pass smtp.mailfrom=${domain}; dkim=pass header.d=${domain}`,
  ]
  return Buffer.concat([Buffer.from(`${stamps.join('\r\n')}\r\n`), message as Buffer])
}
