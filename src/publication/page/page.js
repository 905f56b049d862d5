import { check } from './check.js'
import { bodiesOf, languageWanted, put } from './languages.js'
import { textsOf } from './mail-source.js'
import { impossible } from './reasons.js'

const published = JSON.parse(document.getElementById('published').textContent)
const bodies = bodiesOf(published.languages)
const field = (id) => document.getElementById(id)
/** What is spoken, and what was last checked, to be said again in another language. */
let speech = published.languages[0]
let checked = null

async function given() {
  const [mail] = field('mail').files
  const [key] = field('key-file').files
  const [proof] = field('proof').files
  const saved = mail === undefined ? [] : textsOf(new Uint8Array(await mail.arrayBuffer()))
  return {
    texts: [field('pasted').value, ...saved],
    files: [...field('files').files],
    keyText: `${field('key').value}${key === undefined ? '' : await key.text()}`,
    proofText: proof === undefined ? '' : await proof.text(),
    published,
  }
}

function element(name, className, ...children) {
  const made = document.createElement(name)
  made.className = className
  made.append(...children)
  return made
}

function show({ verdict, lines }) {
  const head = element('div', `verdict ${verdict.state}`)
  head.append(element('h3', '', verdict.title), element('p', '', verdict.text))
  const list = element('ul', '')
  for (const { state, title, text, detail, detailIn } of lines) {
    const item = element('li', state, element('strong', '', title), text)
    const more = element('span', 'detail', detail ?? '')
    if (detailIn !== undefined) more.lang = detailIn
    if (detail !== undefined) item.append(more)
    list.append(item)
  }
  field('result').replaceChildren(head, ...(lines.length === 0 ? [] : [list]))
}

const say = (what) => check({ ...what, speech }).then(show, () => show(impossible('trouble', speech)))

function speak() {
  const { hash } = location
  const wanted = languageWanted({ hash, readers: navigator.languages, languages: published.languages })
  if (wanted !== speech) put(bodies.get(wanted.id), wanted)
  speech = wanted
  field('languages')?.removeAttribute('hidden')
  field('form').addEventListener('submit', submitted)
  if (checked === null) field('result').replaceChildren(element('p', '', speech.words.none))
  else void say(checked)
}

async function submitted(event) {
  event.preventDefault()
  try {
    checked = await given()
    await say(checked)
  } catch {
    show(impossible('trouble', speech))
  }
  field('result-title').focus()
}

speak()
addEventListener('hashchange', () => {
  speak()
  field(speech.id)?.focus()
})
