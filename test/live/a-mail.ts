import { fillableForm, presentation, project, type Structure, siret } from '../demo/pieces.ts'

export interface Part {
  readonly name: string
  readonly content: Uint8Array
}

/** A mail of an invented sender, as the border server hands it over. `raw`, when given, is its whole body. */
export function aRawMail(sender: string, subject: string, parts: readonly Part[]): Buffer {
  const coded = parts.map(
    ({ name, content }) =>
      `--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(
        content,
      )
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n')}\r\n`,
  )
  const text =
    'Content-Type: text/plain; charset=utf-8\r\n\r\nVeuillez trouver ci-joint notre candidature : polynôme industriel.\r\n'
  return Buffer.from(
    `${headOf(sender, subject)}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n${text}${coded.join('')}--x--\r\n`,
  )
}

/** A mail in a mail in a mail. */
export function aNestedMail(sender: string, levels: number): Buffer {
  const inner = Array.from(
    { length: levels },
    () => 'Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\nSubject: TR\r\n',
  )
  return Buffer.from(`${headOf(sender, 'Candidature')}${inner.join('')}\r\nfin\r\n`)
}

function headOf(sender: string, subject: string): string {
  const host = sender.split('@')[1] ?? ''
  return [
    `Return-Path: <${sender}>`,
    `Received: from mail.${host} (mail.${host} [203.0.113.9])`,
    '\tby mx.cirest.fr (Postfix) with ESMTPS id 4NHx99',
    '\tfor <dayal@cirest.fr>; Tue, 22 Nov 2022 15:40:02 +0000',
    `From: Une personne <${sender}>`,
    'To: dayal@cirest.fr',
    `Subject: ${subject}`,
    `Message-ID: <${subject.replace(/\W/g, '')}.${sender}>`,
    'Date: Tue, 22 Nov 2022 15:39:58 +0000',
    'MIME-Version: 1.0',
    '',
  ].join('\r\n')
}

/** A complete candidature of the nth invented structure. */
export async function aCandidature(index: number): Promise<{ sender: string; raw: Buffer }> {
  const sender = `contact@structure${index}.example`
  const structure: Structure = {
    name: `SARL Structure ${index}`,
    legalForm: 'SARL',
    identifier: ['N° SIRET', siret(300 + index)],
    representative: 'Aline Payet',
    role: 'Gérante',
    address: `${index + 1} rue des Vacoas, 97470 Saint-Benoît`,
    phone: `0692 11 22 ${10 + index}`,
    email: sender,
    sectors: ['Le numérique'],
    date: '21 novembre 2022',
    signed: true,
  }
  const parts = [
    { name: 'formulaire.pdf', content: await fillableForm(structure) },
    { name: 'presentation.pdf', content: await presentation(structure.name) },
    { name: 'projet.pdf', content: await project(`équiper l'atelier ${index}.`) },
  ]
  return { sender, raw: aRawMail(sender, 'Candidature AMI', parts) }
}
