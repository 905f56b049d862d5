import { type Applicant, SECTOR_LABELS } from './structures.ts'

/** One way to lay a form out, as HTML that a word processor opens. */
export type Layout = (one: Applicant) => string

/** The authority's own particulars stand at the head of its form: they are nobody's answer. */
const HEAD =
  '<p>CIREST - 28 rue des Tamarins - 97470 Saint-Benoît - SIREN 249 740 093</p><p>Appel à manifestation d’intérêt - Choix du polynôme industriel - Territoires d’industrie</p><h1>FORMULAIRE DE CANDIDATURE</h1>'

type Row = readonly [label: string, value: string]

function rowsOf(one: Applicant): Row[] {
  return [
    ['Nom de la structure', one.name],
    ['Forme juridique', one.legalForm[0]],
    [one.identifier[0], one.identifier[1]],
    ['Représentant légal', one.representative],
    ['Qualité', one.role],
    ['Adresse', `${one.street}, ${one.town}`],
    ['Téléphone', one.phone[0]],
    ['Courriel', one.email],
  ]
}

/** The same questions in other words. */
function otherRowsOf(one: Applicant): Row[] {
  return [
    ['Raison sociale', one.name],
    ['Statut juridique', one.legalForm[0]],
    [one.identifier[0].replace('N°', 'Numéro'), one.identifier[1]],
    ['Nom et prénom du représentant légal', one.representative],
    ['Fonction', one.role],
    ['Adresse du siège social', `${one.street}, ${one.town}`],
    ['Tél.', one.phone[0]],
    ['Adresse électronique', one.email],
  ]
}

function p(text: string): string {
  return `<p>${text}</p>`
}

function sectors(one: Applicant, ticked = '☒', empty = '☐'): string {
  return SECTOR_LABELS.map((label) => p(`${label === one.sector[0] ? ticked : empty} ${label}`)).join('')
}

function place(one: Applicant): string {
  return one.town.replace(/^\d+ /, '')
}

function foot(one: Applicant): string {
  return p(`Fait à ${place(one)}, le ${one.date[0]}`) + p('Signature et cachet :')
}

function table(rows: readonly (readonly string[])[], border = 1): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${cell}</td>`).join('')
  return `<table border="${border}" width="100%" cellpadding="4">${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`
}

function page(body: string, size = 11): string {
  return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><style>body{font-family:"DejaVu Sans";font-size:${size}pt}h1{font-size:14pt}</style></head><body>${body}</body></html>`
}

/** `label : value`, ticked boxes. */
export const colon: Layout = (one) =>
  page(
    HEAD +
      rowsOf(one)
        .map(([label, value]) => p(`${label} : ${value}`))
        .join('') +
      p('Filière choisie :') +
      sectors(one) +
      foot(one),
  )

/** The label on its own line, the answer below it. */
export const above: Layout = (one) =>
  page(
    HEAD +
      [...otherRowsOf(one), ['Filière choisie', one.sector[0]] as const]
        .map(([label, value]) => `<p><b>${label}</b><br>${value}</p>`)
        .join('') +
      foot(one),
    10,
  )

/** A table of two columns with a border. */
export const twoCells: Layout = (one) =>
  page(HEAD + table([...rowsOf(one), ['Filière', one.sector[0]]]) + foot(one))

/** Label and answer, twice in a row. */
export const fourCells: Layout = (one) => {
  const rows = [...otherRowsOf(one), ['Filière', one.sector[0]] as const, ['Date', one.date[0]] as const]
  const pairs = rows.flatMap((row, index) => {
    const next = rows[index + 1]
    return index % 2 === 0 && next !== undefined ? [[...row, ...next]] : []
  })
  return page(HEAD + table(pairs) + p('Signature :'), 9)
}

/** Headings over answers. */
export const headings: Layout = (one) => {
  const rows = rowsOf(one)
  const part = (from: number, to: number): string =>
    table([rows.slice(from, to).map(([label]) => label), rows.slice(from, to).map(([, value]) => value)]) +
    p('')
  return page(HEAD + part(0, 3) + part(3, 5) + part(5, 8) + p(`Filière : ${one.sector[0]}`) + foot(one), 9)
}

/** One box for each digit, as paper forms have them. */
export const digitBoxes: Layout = (one) => {
  const boxed = (text: string): string => `|${[...text.replace(/[ .]/g, '')].join('|')}|`
  const rows = rowsOf(one).map(([label, value]) =>
    /SIRET|RNA|Téléphone/.test(label) ? p(`${label} : ${boxed(value)}`) : p(`${label} : ${value}`),
  )
  return page(HEAD + rows.join('') + p('Secteur :') + sectors(one, '[X]', '[ ]') + foot(one))
}

/** Dotted leaders typed over. */
export const leaders: Layout = (one) => {
  const rows = otherRowsOf(one).map(([label, value]) => p(`${label} : ……… ${value} ………………`))
  return page(
    HEAD +
      rows.join('') +
      p(`Filière : ……… ${one.sector[0]} ………`) +
      p(`Fait à ……${place(one)}……, le ……${one.date[0]}……`) +
      p('Signature : ………………………'),
  )
}

/** Boxes for the legal form as well as for the sector. */
export const choices: Layout = (one) => {
  const forms = ['SARL', 'SAS', 'SASU', 'EURL', 'SA', 'SCOP', 'SCIC', 'GIE', 'Association']
  const chosen = one.legalForm[1] === 'association' ? 'Association' : one.legalForm[1]
  const boxes = forms.map((form) => `${form === chosen ? '☑' : '☐'} ${form}`).join('  ')
  const rows = rowsOf(one).map(([label, value]) =>
    p(`${label} : ${label === 'Forme juridique' ? boxes : value}`),
  )
  return page(HEAD + rows.join('') + p('Filière (une seule) :') + sectors(one, '☑', '☐') + foot(one), 10)
}

/** Two columns without lines. */
export const columns: Layout = (one) =>
  page(
    HEAD +
      table(
        [...otherRowsOf(one).map(([label, value]) => [`${label} :`, value]), ['Filière :', one.sector[0]]],
        0,
      ) +
      foot(one),
  )

/** A free letter under a letterhead. */
export const letter: Layout = (one) =>
  page(
    p(`<b>${one.name}</b>`) +
      p(`${one.legalForm[0]} - ${one.identifier[0]} : ${one.identifier[1]}`) +
      p(`${one.street}, ${one.town}`) +
      p(`Tél. : ${one.phone[0]} - Courriel : ${one.email}`) +
      p(`${place(one)}, le ${one.date[0]}`) +
      p('Objet : lettre de manifestation d’intérêt - choix du polynôme industriel') +
      p('Madame, Monsieur,') +
      p(
        `Je soussigné(e) ${one.representative}, agissant en qualité de ${one.role.toLowerCase()} de ${one.name}, manifeste par la présente l’intérêt de notre structure pour le polynôme industriel, dans la filière suivante : ${one.sector[0].toLowerCase()}.`,
      ) +
      p(
        'Nous nous tenons à votre disposition pour tout échange et vous prions d’agréer nos salutations distinguées.',
      ) +
      p(`${one.representative}<br>${one.role}`),
  )

/** The call's form with nothing filled in. */
export const empty: Layout = (one) =>
  page(
    HEAD +
      rowsOf(one)
        .map(([label]) => p(`${label} : ……………………………………`))
        .join('') +
      p('Filière choisie :') +
      sectors(one, '☐') +
      p('Fait à ………………, le …… / …… / ………') +
      p('Signature :'),
  )

/** A presentation of a structure, and a project. */
export const presentation: Layout = (one) =>
  page(
    `<h1>Présentation de la structure</h1>${p(one.name)}${p('Historique : créée en 2009, l’entreprise emploie 24 personnes à l’est de l’île.')}${p('Nos métiers : conseil, fabrication et maintenance pour les ateliers du territoire.')}${p('L’équipe : une direction, un bureau d’études de six ingénieurs, un atelier de production.')}${p('Chiffre d’affaires 2021 : 2,4 millions d’euros. Effectif : 24 salariés. Nos clients et partenaires : communes et industriels.')}`,
  )

export const project: Layout = () =>
  page(
    `<h1>Projet porté sur le territoire</h1>${p('Objectifs : mettre en commun un équipement entre douze ateliers.')}${p('Actions proposées : diagnostic, formation de quarante salariés, animation de la filière.')}${p('Calendrier : lancement en janvier 2023, bilan en décembre 2024.')}${p('Moyens : deux chargés de projet et un atelier partagé.')}${p('Budget prévisionnel : 180 000 euros, dont 60 000 euros d’apport.')}${p('Résultats attendus : dix emplois et cinq coopérations nouvelles.')}`,
  )

/** Another authority’s call, answered. */
export const elsewhere: Layout = (one) =>
  page(
    `<h1>Département - Appel à projets « Logement et lien social »</h1>${p('Dossier de candidature à l’appel à projets du Département')}${rowsOf(
      one,
    )
      .map(([label, value]) => p(`${label} : ${value}`))
      .join('')}${foot(one)}`,
  )

export const RECIPES: Readonly<Record<string, Layout>> = {
  colon,
  above,
  'two-cells': twoCells,
  'four-cells': fourCells,
  headings,
  'digit-boxes': digitBoxes,
  leaders,
  choices,
  columns,
  letter,
}
