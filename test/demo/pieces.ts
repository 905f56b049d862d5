import { PDFDocument } from '@cantoo/pdf-lib'
import { aDocx, paragraph } from '../documents/a-docx.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { anOdt } from '../documents/an-odt.ts'

/** An invented structure, as its form tells it. */
export interface Structure {
  readonly name: string
  readonly legalForm: string
  readonly identifier: readonly [label: string, value: string]
  readonly representative: string
  readonly role: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly sectors: readonly string[]
  readonly date: string
  readonly signed: boolean
}

const SECTORS = [
  'Le numérique',
  'L’énergie',
  'La logistique',
  'L’agroalimentaire',
  'L’environnement',
] as const
const HEADING =
  'CIREST\nAppel à manifestation d’intérêt - Choix du polynôme industriel\nFORMULAIRE DE CANDIDATURE\n'

/** The form as a fillable PDF. */
export function fillableForm(structure: Partial<Structure>): Promise<Uint8Array> {
  const text = (name: string, label: string, value: string | undefined) => ({
    name,
    label,
    ...(value === undefined ? {} : { value }),
  })
  return aPdf(
    [HEADING],
    [
      text('denomination', 'Nom de la structure candidate', structure.name),
      text('forme', 'Forme juridique', structure.legalForm),
      text('siret', 'N° SIRET', structure.identifier?.[1]),
      text('representant', 'Représentant légal (nom et prénom)', structure.representative),
      text('qualite', 'Qualité du représentant', structure.role),
      text('adresse', 'Adresse du siège', structure.address),
      text('telephone', 'Téléphone', structure.phone),
      text('courriel', 'Courriel', structure.email),
      ...SECTORS.map((sector, index) => ({
        name: `filiere_${index + 1}`,
        label: sector,
        ticked: structure.sectors?.includes(sector) ?? false,
      })),
      text('date', 'Fait le', structure.date),
      text(
        'signature',
        'Signature',
        structure.signed === true ? `Signé : ${structure.representative}` : undefined,
      ),
    ],
  )
}

/** The form printed and typed over: text only. */
export function flatForm(structure: Structure): Promise<Uint8Array> {
  const boxes = SECTORS.map((sector) => `[${structure.sectors.includes(sector) ? 'x' : ' '}] ${sector}`)
  const lines = [
    `Nom de la structure : ${structure.name}`,
    `Forme juridique : ${structure.legalForm}`,
    `${structure.identifier[0]} : ${structure.identifier[1]}`,
    `Représentant légal : ${structure.representative}`,
    `Qualité : ${structure.role}`,
    `Adresse : ${structure.address}`,
    `Téléphone : ${structure.phone}`,
    `Courriel : ${structure.email}`,
    'Filière :',
    ...boxes,
    `Fait à Saint-Benoît, le ${structure.date}`,
    `Signature : ${structure.signed ? `Signé ${structure.representative}` : ''}`,
  ]
  return aPdf([`${HEADING}\n${lines.join('\n')}`])
}

/** A free letter in Word. */
export function letter(structure: Structure, project: readonly string[]): Uint8Array {
  return aDocx(
    [
      structure.name,
      `${structure.legalForm} - ${structure.identifier[0]} : ${structure.identifier[1]}`,
      structure.address,
      `Tél. : ${structure.phone} - Courriel : ${structure.email}`,
      'Lettre de manifestation d’intérêt',
      'Objet : choix du polynôme industriel - Territoires d’industrie',
      `Je soussignée, ${structure.representative}, agissant en qualité de ${structure.role} de ${structure.name}, manifeste par la présente l’intérêt de notre structure pour le polynôme industriel, dans la filière ${structure.sectors.join(', ')}.`,
      ...project,
      `Fait à Saint-Benoît, le ${structure.date}`,
      structure.signed ? `Signature : ${structure.representative}` : 'Signature :',
    ]
      .map(paragraph)
      .join(''),
  )
}

export const PRESENTATION = (name: string): string =>
  `Présentation de la structure\n${name}\n\nHistorique : créée en 2009 à Saint-Benoît, l’entreprise emploie 24 personnes.\nNos métiers : conseil, fabrication et maintenance pour l’industrie de l’Est.\nL’équipe : une direction, un bureau d’études de six ingénieurs, un atelier.\nChiffre d’affaires 2021 : 2,4 millions d’euros. Effectif : 24 salariés.\nNos clients et partenaires : industriels, communes et chambres consulaires.`

export const PROJECT = (aim: string): string =>
  `Projet porté sur le territoire\n\nObjectifs : ${aim}\nActions proposées : diagnostic de douze ateliers, formation de quarante salariés,\nmise en commun d’un équipement, animation de la filière.\nCalendrier : lancement en janvier 2023, bilan en décembre 2024.\nMoyens : deux chargés de projet et un atelier partagé.\nBudget prévisionnel : 180 000 euros, dont 60 000 euros d’apport.\nRésultats attendus : dix emplois et cinq coopérations nouvelles.`

export function presentation(name: string): Promise<Uint8Array> {
  return aPdf([PRESENTATION(name)])
}

export function project(aim: string): Promise<Uint8Array> {
  return aPdf([PROJECT(aim)])
}

export function presentationOdt(name: string): Uint8Array {
  return anOdt(
    PRESENTATION(name)
      .split('\n')
      .map((line) => `<text:p>${line}</text:p>`)
      .join(''),
  )
}

/** A PDF that opens with a password only. */
export async function locked(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf)
  document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
  return document.save({ useObjectStreams: false })
}

/** A page that is only a picture, as an office copier makes it. */
export async function scan(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  const picture = await document.embedPng(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNgaGD4/x8ABYMCAVxZ0dQAAAAASUVORK5CYII=',
      'base64',
    ),
  )
  page.drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
  return document.save({ useObjectStreams: false })
}

/** A SIRET that no company has (its SIREN begins with 70000) and whose two keys are right (Luhn). */
export function siret(index: number): string {
  const siren = withKey(`70000${String(index).padStart(3, '0')}`)
  return withKey(`${siren}0001`).replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')
}

function withKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
