import { randomUUID } from 'node:crypto'
import type { TakenLetter } from '../../demo/smtp-sink.ts'

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

/** The bytes of such a mail. */
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

/** A robot. It also writes when nobody wrote to it: full speed. */
export interface Robot {
  readonly name: string
  readonly address: string
  /** How it got to us: an application that nothing tells from a person's. */
  first(): Buffer
  answer(letter: TakenLetter): readonly Buffer[]
  unprompted(): readonly Buffer[]
  /** `known`: after its first mail it shows what it is and gets no second letter; else the budget is all that holds. */
  readonly nature: 'known' | 'unknown'
}

function idOf(letter: TakenLetter | null): string {
  return letter?.messageId || '<lost@relais.example>'
}

/** The worst: no header of a robot, nothing quoted, every answer looks like one more piece of an application. */
export function headerStripper(address: string, mailbox: string): Robot {
  let answer = 0
  const one = applicationOf(address, mailbox, 'Usine Robot')
  const next = () => {
    answer += 1
    return [mailOf({ ...one, file: `${one.file}Envoi ${answer}\n` })]
  }
  return {
    name: 'stripper',
    address,
    nature: 'unknown',
    first: () => mailOf(one),
    answer: next,
    unprompted: next,
  }
}

/** Each letter comes back from a list, to which three copies of us are subscribed; and the list talks by itself. */
export function exploder(address: string, mailbox: string): Robot {
  const one = applicationOf(address, mailbox, 'Liste Industrie')
  const domain = address.split('@')[1] ?? ''
  const copies = (headers: readonly string[]) =>
    [1, 2, 3].map((copy) =>
      mailOf({
        ...one,
        returnPath: `bounces+${copy}@${domain}`,
        headers: [`List-Id: <membres.${domain}>`, 'Precedence: list', ...headers],
      }),
    )
  return {
    name: 'list',
    address,
    nature: 'known',
    first: () => mailOf(one),
    answer: (letter) => copies([`In-Reply-To: ${idOf(letter)}`]),
    unprompted: () => copies([]),
  }
}

/** Twenty notices of delay for one letter, and more of them for ever. */
export function dsnStorm(address: string, mailbox: string): Robot {
  let last: TakenLetter | null = null
  const notice = (): Buffer =>
    mailOf({
      from: 'MAILER-DAEMON@relais.example',
      returnPath: '',
      to: last?.envelopeFrom ?? mailbox,
      headers: [`X-Original-To: ${mailbox}`],
      subject: 'Delivery Status Notification (Delay)',
      text: `This is the mail system. Your message has not yet been delivered. Message-ID: ${idOf(last)}`,
    })
  return {
    name: 'dsn-storm',
    address,
    nature: 'known',
    first: () => mailOf(applicationOf(address, mailbox, 'Tempête Logistique')),
    answer(letter) {
      last = letter
      return Array.from({ length: 20 }, notice)
    },
    unprompted: () => [notice()],
  }
}

/** A filter that asks to be clicked, from the address of its customer. */
export function challenger(address: string, mailbox: string): Robot {
  const demand = (letter: TakenLetter | null) =>
    mailOf({
      from: address,
      to: mailbox,
      subject: 'Mailinblack : demande d’authentification',
      headers: letter === null ? [] : [`In-Reply-To: ${idOf(letter)}`],
      text: 'Pour que votre message soit remis, cliquez ici pour vous authentifier : https://filtre.example/c',
    })
  return {
    name: 'challenge',
    address,
    nature: 'known',
    first: () => mailOf(applicationOf(address, mailbox, 'Usine Filtre')),
    answer: (letter) => [demand(letter)],
    unprompted: () => [demand(null)],
  }
}

/** Somebody whose mail goes out through a real server that answers for them; `hand` gives that server a letter. */
export function behindAServer(
  name: string,
  address: string,
  mailbox: string,
  structure: string,
  hand: (letter: TakenLetter) => Promise<void>,
): Robot & { readonly hand: (letter: TakenLetter) => Promise<void> } {
  let piece = 0
  const one = applicationOf(address, mailbox, structure)
  return {
    name,
    address,
    nature: 'unknown',
    hand,
    first: () => mailOf(one),
    answer: () => [],
    unprompted() {
      piece += 1
      return [mailOf({ ...one, file: `${one.file}Pièce ${piece}\n` })]
    },
  }
}
