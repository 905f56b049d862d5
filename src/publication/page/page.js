import { check } from './check.js'
import { textsOf } from './mail-source.js'
import { REASONS } from './reasons.js'
import { spaced } from './words.js'

const published = JSON.parse(document.getElementById('published').textContent)
const field = (id) => document.getElementById(id)

async function given() {
  const [mail] = field('mail').files
  const [key] = field('key-file').files
  const [proof] = field('proof').files
  const saved = mail === undefined ? [] : textsOf(new Uint8Array(await mail.arrayBuffer()))
  return {
    texts: [field('pasted').value, ...saved],
    files: field('files').files,
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
  head.append(element('h3', '', spaced(verdict.title)), element('p', '', spaced(verdict.text)))
  const list = element('ul', '')
  for (const { state, title, text, detail } of lines) {
    const item = element('li', state, element('strong', '', spaced(title)), spaced(text))
    if (detail !== undefined) item.append(element('span', 'detail', spaced(detail)))
    list.append(item)
  }
  field('result').replaceChildren(head, ...(lines.length === 0 ? [] : [list]))
  field('result-title').focus()
}

const [title, text] = REASONS.trouble
const trouble = { verdict: { state: 'unknown', title: `Impossible de vérifier : ${title}`, text }, lines: [] }

field('result').replaceChildren(element('p', '', 'Aucune vérification n’a encore été faite.'))
field('form').addEventListener('submit', (event) => {
  event.preventDefault()
  given()
    .then(check)
    .then(show, () => show(trouble))
})
