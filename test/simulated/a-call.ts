import type { SavedMail } from '../../src/adapters/archive/saved-mails.ts'
import { instantFromEpoch } from '../../src/base/instant.ts'
import { siret } from '../demo/pieces.ts'
import { aDocx, paragraph } from '../documents/a-docx.ts'

/** Chance with a seed: the same seed makes the same call. */
export class Chance {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }
  next(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return this.#state / 2 ** 32
  }
  below(share: number): boolean {
    return this.next() < share
  }
  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.next() * items.length)] ?? items[0]
  }
}

export interface SimulatedMail extends SavedMail {
  /** Who really sent it: the truth that grouping is measured against. */
  readonly applicant: number
}

const TRADES = [
  'Atelier',
  'Comptoir',
  'Fabrique',
  'Société',
  'Maison',
  'Coopérative',
  'Les Amis',
  'Groupe',
] as const
const THINGS = [
  'du Bois',
  'des Vents',
  'de la Ravine',
  'du Littoral',
  'des Épices',
  'du Volcan',
  'de la Vanille',
  'des Palmes',
  'du Curcuma',
  'de la Canne',
  'des Filaos',
  'du Corail',
  'des Tamarins bleus',
  'du Bambou',
  'de la Savane',
] as const
const PLACES = ['Est', 'Nord', 'Sud', 'Ouest', 'Océan'] as const
const SECTORS = [
  'Le numérique',
  'L’énergie',
  'La logistique',
  'L’agroalimentaire',
  'L’environnement',
] as const
const FIRST = ['Lise', 'Aude', 'Bruno', 'Joël', 'Nadège', 'Yvan', 'Paulin', 'Irène', 'Aimé', 'Régis'] as const
const LAST = [
  'Ombrelle',
  'Clairval',
  'Tamaro',
  'Pavanier',
  'Source',
  'Cordier',
  'Verger',
  'Fibral',
  'Brisard',
  'Montcalme',
] as const

interface Applicant {
  readonly id: number
  readonly name: string
  readonly identifier: string
  readonly sender: string
  readonly viaAccountant: boolean
  readonly representative: string
  readonly sector: string
}

const ANNOUNCEMENT = '<annonce-ami-2022@annonces.example>'
const START = Date.parse('2022-11-07T04:00:00Z')
const END = Date.parse('2022-11-23T11:30:00Z')

/** Names that resemble each other, shared secretariats, associations with an RNA, structures being registered. */
function applicantsOf(chance: Chance, count: number): readonly Applicant[] {
  return Array.from({ length: count }, (_, id) => {
    const viaAccountant = chance.below(0.1)
    const kind = chance.next()
    const rna = `W9R${String(1_000_000 + id * 7).slice(0, 7)}`
    return {
      id,
      name: `${TRADES[id % 8]} ${THINGS[Math.floor(id / 8) % 15]} ${PLACES[Math.floor(id / 120) % 5]}`,
      identifier:
        kind < 0.2
          ? `N° RNA : ${rna}`
          : kind < 0.25
            ? 'N° SIRET : en cours d’immatriculation'
            : `N° SIRET : ${siret(100 + id)}`,
      sender: viaAccountant ? `cabinet${id % 5}@comptes.example` : `contact@structure${id}.example`,
      viaAccountant,
      representative: `${chance.pick(FIRST)} ${chance.pick(LAST)}`,
      sector: chance.pick(SECTORS),
    }
  })
}

function formOf(applicant: Applicant, version: number): string {
  return [
    'FORMULAIRE DE CANDIDATURE',
    'Appel à manifestation d’intérêt - polynôme industriel - Territoires d’industrie',
    `Nom de la structure : ${applicant.name}`,
    applicant.identifier,
    `Représentant légal : ${applicant.representative}`,
    'Qualité : gérant',
    `Adresse : ${applicant.id + 1} rue des Letchis, 97470 Saint-Benoît`,
    `Téléphone : 0262 ${String(500_000 + applicant.id).replace(/(\d\d)(\d\d)(\d\d)/, '$1 $2 $3')}`,
    `Filière : ${applicant.sector}`,
    `Fait à Saint-Benoît, le ${10 + version} novembre 2022`,
    `Signature : ${applicant.representative}`,
  ].join('\n')
}

const PRESENTATION = (one: Applicant): string =>
  `Présentation de la structure\nHistorique : fondée en ${1980 + (one.id % 40)}.\nNos métiers : production et maintenance n° ${one.id}.\nL’équipe : ${3 + (one.id % 20)} salariés. Chiffre d’affaires : ${100 + one.id} 000 euros.\nNos clients et partenaires sont des industriels de l’île.`
const PROJECT = (one: Applicant): string =>
  `Projet porté sur le territoire\nObjectifs : équiper ${one.id} ateliers.\nActions proposées : diagnostic, formation, animation.\nCalendrier : 2023. Moyens : deux personnes. Budget prévisionnel : ${one.id + 50} 000 euros.`

interface Part {
  readonly name: string
  readonly content: Uint8Array
}

function docx(name: string, text: string): Part {
  return { name, content: aDocx(text.split('\n').map(paragraph).join('')) }
}

function txt(name: string, text: string): Part {
  return { name, content: Buffer.from(text) }
}

/** Three mails an applicant on average: an application, and what people send after it (or before). */
function mailsOf(
  chance: Chance,
  one: Applicant,
): readonly { subject: string; text: string; parts: readonly Part[]; repliesToAnnouncement: boolean }[] {
  const written = chance.below(0.5) ? docx : txt
  const [form, presentation, project] = [
    written('formulaire', formOf(one, 0)),
    written('presentation', PRESENTATION(one)),
    written('projet', PROJECT(one)),
  ]
  const greeting =
    'Madame,\n\nVeuillez trouver ci-joint notre candidature à l’appel à manifestation d’intérêt « Territoires d’industrie ».'
  const repliesToAnnouncement = chance.below(0.3)
  const subject = repliesToAnnouncement
    ? 'RE: Appel à manifestation d’intérêt'
    : chance.pick(['Candidature AMI', 'AMI Territoires d’industrie', 'Dossier', ''])
  const mention = one.viaAccountant ? ` Ces pièces complètent le dossier de ${one.name}.` : ''
  const later = [
    () => ({
      subject: 'Complément',
      text: `Bonjour, voici la suite.${mention}`,
      parts: [presentation],
      repliesToAnnouncement: false,
    }),
    () => ({
      subject: 'Pièce manquante AMI',
      text: `Bonjour, ci-joint le projet.${mention}`,
      parts: [project],
      repliesToAnnouncement: false,
    }),
    () => ({
      subject: 'v2 annule et remplace',
      text: `${greeting}\nCette version annule et remplace la précédente.`,
      parts: [written('formulaire v2', formOf(one, 2)), presentation, project],
      repliesToAnnouncement,
    }),
    () => ({
      subject,
      text: 'Je renvoie notre candidature, par sécurité.',
      parts: [form],
      repliesToAnnouncement,
    }),
  ] as const
  const first = {
    subject,
    text: greeting,
    parts: chance.below(0.4) ? [form, presentation, project] : [form],
    repliesToAnnouncement,
  }
  const count = 1 + Math.floor(chance.next() * 3)
  return [
    first,
    ...later
      .slice(0)
      .sort(() => chance.next() - 0.5)
      .slice(0, count)
      .map((make) => make()),
  ]
}

/** A simulated call: about three mails an applicant, in no particular order between applicants. */
export function aCall(seed: number, applicants: number): readonly SimulatedMail[] {
  const chance = new Chance(seed)
  return applicantsOf(chance, applicants).flatMap((one) => {
    let at = START + chance.next() * (END - START) * 0.9
    return mailsOf(chance, one).map((mail, index) => {
      at = Math.min(END, at + 600_000 + chance.next() * 36_000_000)
      return {
        applicant: one.id,
        file: `applicant-${one.id}-${index}.eml`,
        fileTime: instantFromEpoch(Math.round(at)),
        raw: rawOf(one, mail, index, new Date(at)),
      }
    })
  })
}

function rawOf(one: Applicant, mail: ReturnType<typeof mailsOf>[number], index: number, at: Date): Buffer {
  const date = at.toUTCString().replace('GMT', '+0000')
  const host = one.sender.split('@')[1]
  const lines = [
    `Return-Path: <${one.sender}>`,
    `Received: from mail.${host} (mail.${host} [203.0.113.7]) by mx.cirest.fr with ESMTPS id s${one.id}x${index}; ${date}`,
    `From: <${one.sender}>`,
    'To: <dayal@cirest.fr>',
    `Subject: =?utf-8?B?${Buffer.from(mail.subject).toString('base64')}?=`,
    `Message-ID: <m${index}.${one.id}@${host}>`,
    ...(mail.repliesToAnnouncement ? [`In-Reply-To: ${ANNOUNCEMENT}`, `References: ${ANNOUNCEMENT}`] : []),
    `Date: ${date}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(mail.text).toString('base64'),
    ...mail.parts.flatMap((part) => [
      '--b',
      'Content-Type: application/octet-stream',
      `Content-Disposition: attachment; filename="${part.name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(part.content).toString('base64'),
    ]),
    '--b--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
