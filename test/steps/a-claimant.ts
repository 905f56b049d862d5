import { createHash } from 'node:crypto'
import type { RegistrationNumber } from '../../src/base/ids.ts'
import { EVERYTHING } from '../../src/register/desk.ts'
import { siret } from '../demo/pieces.ts'
import { sampleCall } from '../mail/sample-call.ts'
import type { SmallService } from './a-service.ts'

/** A structure that applies, with what everybody can know of it. */
export interface Claimant {
  readonly name: string
  readonly domain: string
  readonly address: string
  readonly siret: string
  readonly messageId: string
}

const PLANTS = 'Corail Vanille Bambou Letchi Combava Tamarin Girofle Canne Ravine Vacoa'.split(' ')
const TRADES = 'Bois Métal Textile Solaire Papier Verre Moteur Savon Câble Robot'.split(' ')

export function aClaimant(index: number): Claimant {
  const [plant = '', trade = ''] = [PLANTS[index % 10], TRADES[Math.floor(index / 10) % 10]]
  const domain = `${plant}${trade}.example`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z.]/g, '')
  return {
    name: `Fabrique ${plant} ${trade}`,
    domain,
    address: `contact@${domain}`,
    siret: siret(100 + index),
    messageId: `<candidature.${index}@${domain}>`,
  }
}

/** What a mail says and how it came; whatever is left out is not there. */
export interface Shape {
  readonly from: string
  readonly display?: string
  /** What our border server says of it, above its own line; null: nothing. */
  readonly told: string | null
  /** Header lines besides. */
  readonly headers?: readonly string[]
  /** Header lines below the line of our border server. */
  readonly below?: readonly string[]
  readonly subject?: string
  readonly messageId?: string
  readonly text?: string
  /** Attached texts, by name. */
  readonly files?: Readonly<Record<string, string>>
}

export const provenFor = (address: string): string => {
  const domain = address.slice(address.indexOf('@') + 1)
  return `spf=pass smtp.mailfrom=${domain}; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`
}

const HANDED_IN =
  "Bonjour, veuillez trouver ci-joint notre candidature à l'appel à manifestation d'intérêt Territoires d'industrie."

export function aMail(shape: Shape): string {
  const { from, told, files = {} } = shape
  const text = shape.text ?? HANDED_IN
  const own = createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16)
  const parts = [`Content-Type: text/plain; charset=utf-8\n\n${text}\n`].concat(
    Object.entries(files).map(
      ([name, content]) =>
        `Content-Type: text/plain; charset=utf-8; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\n${content}\n`,
    ),
  )
  const lines = [
    `Return-Path: <${from}>`,
    ...(told === null ? [] : [`Authentication-Results: mx.interco.example; ${told}`]),
    'Received: from out.example (out.example [203.0.113.9]) by mx.interco.example (Postfix) with ESMTPS id A1',
    ...(shape.below ?? []),
    `From: ${shape.display === undefined ? '' : `"${shape.display}" `}<${from}>`,
    'To: ami@interco.example',
    `Subject: ${shape.subject ?? 'Candidature'}`,
    `Message-ID: ${shape.messageId ?? `<${own}@mail.example>`}`,
    ...(shape.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
  ]
  return `${lines.join('\n')}\n\n--b1\n${parts.join('--b1\n')}--b1--\n`
}

/** The form as it was filled in; `over` replaces answers. */
export function formOf(
  { name, siret: number, address }: Claimant,
  over: Readonly<Partial<Record<'phone' | 'email' | 'representative' | 'sector' | 'name', string>>> = {},
): string {
  return `Lettre de manifestation d'intérêt
Je soussignée, représentante de ${over.name ?? name}, manifeste l'intérêt de la structure pour le polynôme industriel.
Structure : ${over.name ?? name}
SIRET : ${number}
Représentée par : ${over.representative ?? 'Anne Petit'}
Téléphone : ${over.phone ?? '0262 11 22 33'}
Courriel : ${over.email ?? address}
Filière : ${over.sector ?? 'Le numérique'}
`
}

export const THEIRS = {
  phone: '0692 66 66 66',
  email: 'mallory@evil.example',
  representative: 'Mallory Méchante',
  sector: 'La logistique',
} as const

/** The domain with a letter of another script in the place of one that looks the same. */
export function lookalikeOf({ domain }: Claimant): string {
  return domain.replace(/[aeo]/, (letter) => ({ a: '\u0430', e: '\u0435', o: '\u043e' })[letter] ?? letter)
}

/** The application itself, proven, with its form and a presentation. */
export function applied(one: Claimant, told: string | null = provenFor(one.address)): string {
  return aMail({
    from: one.address,
    told,
    subject: `Candidature ${one.name}`,
    messageId: one.messageId,
    files: { 'formulaire.txt': formOf(one), 'presentation.txt': presentation(one) },
  })
}

export function presentation({ name }: Claimant): string {
  return `Présentation de la structure\n${name} fabrique des machines depuis 1998 et emploie vingt personnes.`
}

/** All that people and exports read of an application, but for what it is to be compared with. */
export async function shownOf({ register }: SmallService, number: RegistrationNumber): Promise<string> {
  const application = await register.application(number)
  const mails = application?.mails.map((mail) => ({ ...mail, mayBelongTo: [] }))
  // A search finds whoever quotes the number as well, and theirs first.
  const found = (await register.lines({ ...EVERYTHING, text: number }, 0, 1)).lines
  const lines = found.filter((line) => line.number === number)
  const summary = (await register.summaries(sampleCall.id)).filter((one) => one.number === number)
  return JSON.stringify({ ...application, mails, lines, summary, letters: await register.lettersOf(number) })
}
