import { randomUUID } from 'node:crypto'
import type { TakenLetter } from '../../src/adapters/rig/smtp-sink.ts'

/** A mail of somebody to the mailbox, as the border server leaves it there. */
export interface Sent {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly returnPath?: string
  /** Whole header lines. */
  readonly headers?: readonly string[]
  readonly file?: string
}

export function mailOf({ from, to, subject, text, returnPath = from, headers = [], file }: Sent): Buffer {
  const attached =
    file === undefined
      ? []
      : [
          '--b1',
          'Content-Type: text/plain; charset=utf-8; name="lettre.txt"',
          'Content-Disposition: attachment; filename="lettre.txt"',
          '',
          file,
        ]
  const lines = [
    `Return-Path: <${returnPath}>`,
    ...headers,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${randomUUID()}@${from.split('@')[1]}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    ...attached,
    '--b1--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

/** An application whose letter names the structure. */
export function applicationOf(from: string, to: string, name: string): Sent {
  return {
    from,
    to,
    subject: `Candidature de ${name}`,
    text: `Bonjour, ${name} répond à l’appel à manifestation d’intérêt Territoires d’industrie. Cordialement.`,
    file: `Lettre de manifestation d’intérêt\nJe soussignée, gérante de ${name}, manifeste l’intérêt de la structure pour le polynôme industriel.\nStructure : ${name}\nTéléphone : 0262 11 22 33\n`,
  }
}

/** A robot: what it sends for each letter that reaches it. */
export type Robot = (letter: TakenLetter) => readonly Buffer[]

function idOf(letter: TakenLetter): string {
  return /^Message-ID: (\S+)/im.exec(letter.raw.toString('latin1'))?.[1] ?? ''
}

/** The worst: no header of a robot, nothing quoted, every answer looks like one more piece of an application. */
export function headerStripper(address: string, mailbox: string): Robot {
  let answer = 0
  return () => {
    answer += 1
    const one = applicationOf(address, mailbox, 'Usine Robot')
    return [mailOf({ ...one, file: `${one.file}Envoi ${answer}\n` })]
  }
}

/** Each letter comes back from a list, to which three copies of us are subscribed. */
export function exploder(address: string, mailbox: string): Robot {
  return (letter) =>
    [1, 2, 3].map((copy) =>
      mailOf({
        ...applicationOf(address, mailbox, 'Liste Industrie'),
        returnPath: `bounces+${copy}@${address.split('@')[1]}`,
        headers: [
          `List-Id: <membres.${address.split('@')[1]}>`,
          'Precedence: list',
          `In-Reply-To: ${idOf(letter)}`,
        ],
      }),
    )
}

/** Twenty notices of delay for one letter. */
export function dsnStorm(mailbox: string): Robot {
  return (letter) =>
    Array.from({ length: 20 }, () =>
      mailOf({
        from: 'MAILER-DAEMON@relais.example',
        returnPath: '',
        to: letter.envelopeFrom,
        headers: [`X-Original-To: ${mailbox}`],
        subject: 'Delivery Status Notification (Delay)',
        text: `This is the mail system. Your message has not yet been delivered. Message-ID: ${idOf(letter)}`,
      }),
    )
}

/** A filter that asks to be clicked, from the address of its customer. */
export function challenger(address: string, mailbox: string): Robot {
  return (letter) => [
    mailOf({
      from: address,
      to: mailbox,
      subject: 'Mailinblack : demande d’authentification',
      headers: [`In-Reply-To: ${idOf(letter)}`],
      text: 'Pour que votre message soit remis, cliquez ici pour vous authentifier : https://filtre.example/c',
    }),
  ]
}
