import { createHash } from 'node:crypto'
import { typographic } from '../acknowledgement/french.ts'
import { escapeHtml } from '../acknowledgement/html.ts'
import { accessibilityStatement, CONFORMITY } from './accessibility.ts'
import { keyFileOf, keyInFours, type Publication } from './publication.ts'

/** The page’s program, in the order in which its pieces use each other. */
export const SCRIPTS = [
  'bytes.js',
  'shape.js',
  'pasted.js',
  'mail-source.js',
  'words.js',
  'files.js',
  'signature.js',
  'stamp.js',
  'proof.js',
  'reasons.js',
  'check.js',
  'page.js',
] as const

/** The pieces as they stand in `src/publication/page`; `scripts` in the order of SCRIPTS. */
export interface PageSources {
  readonly template: string
  readonly style: string
  readonly scripts: readonly string[]
}

/**
 * The page on which receipts are checked, whole in one file: it asks nobody for anything, and its policy lets
 * nothing run but its own program. Pure: the same publication, the same page, to the byte.
 */
export function checkingPage(sources: PageSources, publication: Publication): string {
  const style = `\n${sources.style}`
  const script = programOf(sources.scripts)
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; form-action 'none'; base-uri 'none'`
  const values: Readonly<Record<string, string>> = {
    policy,
    title: `Vérifier un accusé de réception – ${escapeHtml(publication.authority)}`,
    style,
    authority: escapeHtml(publication.authority),
    where: whereOf(publication),
    more: moreFields(publication),
    keys: keysSection(publication),
    accessibility: accessibilitySection(publication),
    published: dataOf(publication),
    script,
  }
  return sources.template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}

/** One program of the pieces: what they hand to each other they find beside them. */
function programOf(scripts: readonly string[]): string {
  const pieces = scripts.map((text) =>
    text.replace(/^import [\s\S]*? from '[^']+'\n/gm, '').replace(/^export /gm, ''),
  )
  return `\n(() => {\n'use strict'\n${pieces.join('\n')}})()\n`
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function whereOf({ address }: Publication): string {
  if (address === null) return ''
  const host = escapeHtml(new URL(address).host)
  return `<p>L’autorité publie cette page sur <strong>${host}</strong>&nbsp;: c’est ce que doit montrer la barre d’adresse de votre navigateur.</p>`
}

const KEY_FIELDS = `<label for="key">Collez la clé publique</label>
<p class="help" id="help-key">De «&nbsp;BEGIN PUBLIC KEY&nbsp;» à «&nbsp;END PUBLIC KEY&nbsp;».</p>
<textarea id="key" rows="4" aria-describedby="help-key" spellcheck="false" autocomplete="off" autocapitalize="off"></textarea>
<label for="key-file">… ou choisissez son fichier</label>
<p class="help" id="help-key-file">Un fichier «&nbsp;.pem&nbsp;».</p>
<input type="file" id="key-file" aria-describedby="help-key-file">`

const PROOF_FIELD = `<label for="proof">La preuve («&nbsp;preuve.json&nbsp;»)</label>
<p class="help" id="help-proof">Remise par l’autorité sur demande&nbsp;: place au registre, tête signée, horodatage.</p>
<input type="file" id="proof" aria-describedby="help-proof">`

/** With keys of its own a page asks for another only where somebody opens what is folded away. */
function moreFields({ keys }: Publication): string {
  const optional = '<span class="optional">(facultatif)</span>'
  if (keys.length > 0)
    return `<details>
<summary>Avec une preuve ou une autre clé ${optional}</summary>
${PROOF_FIELD}
<p class="help">Cette page a déjà la clé de l’autorité. N’en donnez une autre que pour vérifier avec celle-là seule.</p>
${KEY_FIELDS}
</details>`
  return `<fieldset>
<legend>3. La clé publique de l’autorité</legend>
<p class="help">Prenez-la là où l’autorité la publie, ou demandez-la au service chargé du dossier.</p>
${KEY_FIELDS}
</fieldset>
<fieldset>
<legend>4. La preuve ${optional}</legend>
${PROOF_FIELD}
</fieldset>`
}

function keysSection({ keys }: Publication): string {
  if (keys.length === 0) return ''
  const lines = keys.map((key) => {
    const file = keyFileOf(key)
    const use = key.isCurrent ? 'en usage' : 'antérieure, pour les reçus de son temps'
    return `<li><span class="key">${keyInFours(key.id)}</span>, ${use}&nbsp;: <a href="${file}">${file}</a></li>`
  })
  const [title, which] =
    keys.length === 1 ? ['La clé de l’autorité', 'cette clé'] : ['Les clés de l’autorité', 'ces clés']
  return `<section aria-labelledby="keys-title">
<h2 id="keys-title">${title}</h2>
<p>La page vérifie avec ${which}. Pour vérifier sans elle, prenez le fichier.</p>
<ul>
${lines.join('\n')}
</ul>
</section>`
}

/**
 * At the foot, folded; a page that names no call is handed over by somebody, and no service of an authority.
 */
function accessibilitySection({ calls }: Publication): string {
  const [first, ...others] = calls
  if (first === undefined) return ''
  const parts = accessibilityStatement('la page de vérification des accusés de réception', [first, ...others])
  const lines = parts.flatMap(({ title, paragraphs }) => [
    `<h2>${escapeHtml(title)}</h2>`,
    ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
  ])
  return `<details>
<summary>${escapeHtml(typographic(CONFORMITY))}</summary>
${lines.join('\n')}
</details>`
}

/** What the program reads; nothing in it can end the element that holds it. */
function dataOf({ authority, keys, calls }: Publication): string {
  const data = {
    authority,
    keys: keys.map(({ id, publicPem, isCurrent }) => ({ id, pem: publicPem, isCurrent })),
    calls: calls.map(({ id, title, deadline: { zone, zoneLabel } }) => ({ id, title, zone, zoneLabel })),
  }
  return JSON.stringify(data).replace(/</g, '\\u003c')
}
