import { typographic } from '../acknowledgement/french.ts'
import { CONFORMITY } from '../publication/accessibility.ts'
import type { Session } from '../register/accounts.ts'
import { token } from './forms.ts'
import { ROLES } from './history-words.ts'
import { type Html, html, NOTHING, type Part } from './html.ts'
import { type Answer, type Asked, may, type Refused } from './route.ts'

/** What every page says of itself. `here`: the entry of the navigation it belongs to. */
export interface Shown {
  readonly title: string
  readonly session: Session | null
  readonly here: string | null
  /** After so many seconds the page is asked for anew: something on it is still being worked in. */
  readonly refresh?: number | null
}

const ENTRIES: readonly (readonly [string, string, 'reader' | 'staff' | 'administrator'])[] = [
  ['/', 'À faire', 'reader'],
  ['/registre', 'Registre', 'reader'],
  ['/tableau', 'Tableau', 'reader'],
  ['/ecartes', 'Écartés', 'reader'],
  ['/papier', 'Saisir un dépôt papier', 'staff'],
  ['/date-limite', 'Date limite', 'reader'],
  ['/comparer', 'Comparer', 'reader'],
  ['/appels', 'Appels', 'staff'],
  ['/exports', 'Exports', 'reader'],
  ['/journal', 'Journal', 'administrator'],
  ['/comptes', 'Comptes', 'administrator'],
]

/** A whole page. */
export function layout({ title, session, here, refresh = null }: Shown, content: Html): Html {
  return html`<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refresh === null ? NOTHING : html`<meta http-equiv="refresh" content="${refresh}">`}
<title>${title} – Récépissé</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<script src="/comfort.js" defer></script>
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header>
<div class="bar">
<p class="brand"><a href="/">Récépissé</a></p>
${session === null ? NOTHING : html`${SEARCH}${who(session)}`}
</div>
${session === null ? NOTHING : navigation(session, here)}
</header>
<main id="contenu" tabindex="-1">
${content}
</main>
<footer>
<p>Les contrôles de Récépissé sont automatiques et indicatifs. Ils ne classent ni ne notent personne : la \
décision revient toujours à une personne.</p>
<p><a href="/accessibilite">${typographic(CONFORMITY)}</a></p>
</footer>
</body>
</html>
`
}

function who(session: Session): Html {
  const { email, role } = session
  return html`<form class="who" method="post" action="/deconnexion">
<span>${email} <span class="muted">(${ROLES[role]})</span></span>
${token(session)}
<button class="plain">Se déconnecter</button>
</form>`
}

/** One search, from every page. */
const SEARCH = html`<form class="find" method="get" action="/registre" role="search" aria-label="Trouver \
une candidature">
<label for="trouver">Trouver</label>
<input id="trouver" type="search" name="texte" autocomplete="off" placeholder="nom, numéro, téléphone, mot \
d’une pièce">
<button class="plain">Chercher</button>
</form>`

function navigation(session: Session, here: string | null): Html {
  const entries = ENTRIES.filter(([, , needed]) => may(session.role, needed)).map(
    ([to, label]) =>
      html`<li><a href="${to}"${to === here ? html` aria-current="page"` : NOTHING}>${label}</a></li>`,
  )
  return html`<nav aria-label="Menu principal"><ul>${entries}</ul></nav>`
}

/** A page that goes back to whoever asked. */
export function page(
  asked: Asked,
  title: string,
  here: string | null,
  content: Html,
  status = 200,
  refresh: number | null = null,
): Answer {
  const shown = { title, session: asked.session, here, refresh }
  const body = asked.refused === undefined ? content : html`${notDone(asked.refused, content)}${content}`
  return { kind: 'page', status, body: layout(shown, body) }
}

export const NOT_DONE = 'Cela n’a pas été fait'

/** Where to go on: the form with what was typed or, where it is no longer asked, what was typed. */
function notDone({ form, why, typed, files }: Refused, content: Html): Html {
  const again = files.length === 0 ? '' : ` À choisir de nouveau : ${files.join(', ')}.`
  const stands = content.toString().includes(` id="${form}"`)
  return html`<div class="notice wrong" role="alert"><p><strong>${NOT_DONE}.</strong> ${why}${again}</p>
${stands ? html`<p><a href="#${form}">Reprendre votre saisie</a></p>` : written(typed)}</div>`
}

function written(typed: Refused['typed']): Html {
  const texts = Object.entries(typed).filter(([name, text]) => name !== 'jeton' && text.trim() !== '')
  return html`<p>Ce formulaire n’attend plus rien ici. Vous aviez \
saisi :</p>${texts.map(([, text]) => html`<pre>${text}</pre>`)}`
}

/** Folded until it is asked for; open where a form in it was just refused. */
export function folded(asked: Asked, title: string, content: Html): Html {
  const { refused } = asked
  const open = refused !== undefined && content.toString().includes(` id="${refused.form}"`)
  return html`<details${open ? html` open` : NOTHING}><summary>${typographic(title)}</summary>\
<div>${content}</div></details>`
}

/** « Décision enregistrée »: told once, on the page that an act leads back to. */
export function done({ query }: Asked): Html {
  const text = DONE[query['fait'] ?? '']
  return text === undefined ? NOTHING : html`<p class="notice done" role="status">${typographic(text)}</p>`
}

const DONE: Readonly<Record<string, string>> = {
  envoi: 'L’accusé de réception part dans la minute.',
  rectifie: 'L’heure est corrigée ; l’accusé rectificatif part dans la minute s’il y en avait un à corriger.',
  'rectifie-papier':
    'L’heure est corrigée. Imprimez l’accusé rectificatif, puis remettez-le ou postez-le comme le premier.',
  arbitrage: 'Votre décision est enregistrée.',
  correction: 'La correction est enregistrée ; le dossier est réexaminé.',
  refus: 'Le changement est refusé ; ce qui était en vigueur le reste.',
  retabli: 'La correction est annulée ; le dossier est réexaminé.',
  jonction: 'Les candidatures sont réunies ; le dossier est réexaminé.',
  rattachement: 'Le courriel est rattaché au dossier.',
  detachement: 'Le courriel n’est plus montré avec ce dossier.',
  distinction: 'Les deux candidatures restent distinctes ; la question ne sera plus posée.',
  separation: 'Le courriel est séparé ; les dossiers sont réexaminés.',
  suite: 'La suite donnée est enregistrée.',
  'suite-annulee': 'La suite enregistrée est annulée ; elle reste dans l’historique.',
  recevabilite: 'La décision sur la recevabilité est enregistrée.',
  'recevabilite-annulee': 'La décision sur la recevabilité est annulée ; elle reste dans l’historique.',
  decision: 'La lettre de décision part dans la minute.',
  relecture: 'Le courriel est remis en lecture.',
  prise: 'Votre décision est enregistrée : le courriel est repris dans la boîte dans la minute.',
  laisse: 'Votre décision est enregistrée : le courriel reste écarté.',
  message: 'Votre message part dans la minute.',
  reponse: 'Votre réponse part dans la minute.',
  note: 'La note est enregistrée.',
  'note-retiree': 'La note est retirée.',
  suivi: 'C’est noté : vos collègues voient qui suit ce dossier.',
  remis: 'L’accusé de réception est établi et noté comme remis sur papier : imprimez-le.',
  'date-limite': 'La date limite est adoptée. Le service redémarre et réexamine chaque candidature.',
  compte: 'Le compte est fermé.',
  brouillon: 'Le brouillon est enregistré.',
  'brouillon-lu': 'Le texte est lu : vérifiez chaque page, puis écrivez le fichier.',
  'brouillon-retire': 'Le brouillon est supprimé.',
  version: 'Le fichier est écrit. Une autre personne doit maintenant l’adopter.',
  'version-adoptee': 'La version est adoptée.',
  'relecture-appel': 'Les courriels sont remis en lecture ; aucun accusé n’est envoyé une seconde fois.',
}

/** A table with its caption, readable on a telephone: each cell bears its column's title. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly Part[])[]): Html {
  const lines = rows.map(
    ([first, ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map(
        (cell, index) => html`<td data-label="${head[index + 1]}">${cell}</td>`,
      )}</tr>
`,
  )
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${lines}</tbody>
</table>`
}
