import { escapeHtml } from '../acknowledgement/html.ts'
import type { Language } from '../language/language.ts'
import { counted } from '../language/speaking.ts'
import { typeset } from '../language/typography.ts'
import { accessibilityIn } from './accessibility.ts'
import { keyFileOf, keyInFours, type Publication } from './publication.ts'
import { html, languagesOf, ownLanguage, toldIn } from './spoken.ts'

/** What stands between a page’s beginning and its program, in a language; `template` names the places. */
export function bodyIn(language: Language, template: string, publication: Publication): string {
  const { page } = language
  const own = publication.calls[0].speech.letters
  const values: Readonly<Record<string, string>> = {
    choice: choiceOf(language, publication),
    own: ownLanguage(own, language),
    authority: escapeHtml(publication.authority),
    onDevice: html(language, page.onDevice, {
      nothing: `<strong>${html(language, page.nothing, {})}</strong>`,
    }),
    where: whereOf(language, publication),
    optional: html(language, page.optional, {}),
    notStarted: notStarted(language, publication),
    more: moreFields(language, publication),
    keys: keysSection(language, publication),
    accessibility: accessibilitySection(language, publication),
  }
  return template.replace(
    /\{\{([\w.]+)\}\}/g,
    (whole, name: string) => values[name] ?? sentenceAt(language, name) ?? whole,
  )
}

/** « receipt.help »: a sentence of the page by where it stands in the language’s file. */
function sentenceAt(language: Language, path: string): string | null {
  const found = path
    .split('.')
    .reduce<unknown>(
      (part, key) =>
        typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : null,
      language.page,
    )
  return typeof found === 'string' ? escapeHtml(typeset(found, language)) : null
}

/**
 * The page’s languages, each in its own words; hidden until the program runs that changes them. A link leads
 * to itself: whoever follows it stays there, and the address keeps the language.
 */
function choiceOf(language: Language, { calls }: Publication): string {
  const languages = languagesOf(calls)
  if (languages.length < 2) return ''
  const links = languages.map(({ id, name }) => {
    const current = id === language.id ? ' aria-current="true"' : ''
    return (
      `<li><a id="${id}" href="#${id}" lang="${id}" ` +
      `hreflang="${id}"${current}>${escapeHtml(name)}</a></li>`
    )
  })
  return `<nav id="languages" aria-label="${html(language, language.page.choose, {})}" hidden>
<ul>
${links.join('\n')}
</ul>
</nav>`
}

function whereOf(language: Language, { address }: Publication): string {
  if (address === null) return ''
  const host = `<strong>${escapeHtml(new URL(address).host)}</strong>`
  return `<p>${html(language, language.page.where, { host })}</p>`
}

/** Where no program runs nobody can choose: the page that is seen first says so in each of its languages. */
function notStarted(language: Language, { calls }: Publication): string {
  const [first, ...others] = languagesOf(calls)
  const shown = language.id === first.id ? [first, ...others] : [language]
  return shown
    .map((one) => `<p${ownLanguage(one, language)}>${html(one, one.page.result.notStarted, {})}</p>`)
    .join('\n')
}

function keyFields(language: Language): string {
  const { key } = language.page
  const say = (text: string): string => html(language, text, {})
  return `<label for="key">${say(key.paste)}</label>
<p class="help" id="help-key">${say(key.help)}</p>
<textarea id="key" rows="4" aria-describedby="help-key" spellcheck="false" autocomplete="off" \
autocapitalize="off"></textarea>
<label for="key-file">${say(key.file)}</label>
<p class="help" id="help-key-file">${say(key.fileHelp)}</p>
<input type="file" id="key-file" aria-describedby="help-key-file">`
}

function proofField(language: Language): string {
  const { proof } = language.page
  return `<label for="proof">${html(language, proof.file, {})}</label>
<p class="help" id="help-proof">${html(language, proof.help, {})}</p>
<input type="file" id="proof" aria-describedby="help-proof">`
}

/** With keys of its own a page asks for another only where somebody opens what is folded away. */
function moreFields(language: Language, { keys }: Publication): string {
  const { key, proof, more, optional } = language.page
  const say = (text: string): string => html(language, text, {})
  const aside = `<span class="optional">${say(optional)}</span>`
  if (keys.length > 0)
    return `<details id="more">
<summary>${say(more.title)} ${aside}</summary>
${proofField(language)}
<p class="help">${say(more.help)}</p>
${keyFields(language)}
</details>`
  return `<fieldset>
<legend>3. ${say(key.title)}</legend>
<p class="help">${say(key.where)}</p>
${keyFields(language)}
</fieldset>
<fieldset>
<legend>4. ${say(proof.title)} ${aside}</legend>
${proofField(language)}
</fieldset>`
}

function keysSection(language: Language, { keys }: Publication): string {
  if (keys.length === 0) return ''
  const { title, uses, current, earlier } = language.page.keys
  const lines = keys.map((key) => {
    const name = keyFileOf(key)
    const filling = {
      key: `<span class="key">${keyInFours(key.id)}</span>`,
      file: `<a href="${name}">${name}</a>`,
    }
    return `<li>${html(language, key.isCurrent ? current : earlier, filling)}</li>`
  })
  const count = (forms: typeof title): string =>
    escapeHtml(typeset(counted(language, forms, keys.length, {}), language))
  return `<section aria-labelledby="keys-title">
<h2 id="keys-title">${count(title)}</h2>
<p>${count(uses)}</p>
<ul>
${lines.join('\n')}
</ul>
</section>`
}

/** At the foot, folded. */
function accessibilitySection(language: Language, { calls }: Publication): string {
  const [first, ...others] = calls
  const told = [toldIn(first, language), ...others.map((call) => toldIn(call, language))] as const
  const lines = accessibilityIn(language, told).flatMap(({ title, paragraphs }) => [
    `<h2>${escapeHtml(title)}</h2>`,
    ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
  ])
  return `<details id="accessibility">
<summary>${html(language, language.page.accessibility.conformity, {})}</summary>
${lines.join('\n')}
</details>`
}
