import type { Block, Fact, Section } from './layout.ts'
import { FRENCH, type Written } from './plain-text.ts'

/**
 * Contrast of at least 7:1 in both modes, one column that fits 320 px, no image, nothing told by colour
 * alone (RGAA 4; the same page serves letter and digest).
 */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 16px; background: #ffffff; color: #1a1a1a; font: 16px/1.5 Arial, Helvetica, \
sans-serif; overflow-wrap: anywhere; }
main { max-width: 720px; margin: 0 auto; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 16px; }
h2 { font-size: 18px; line-height: 1.3; margin: 28px 0 8px; padding-top: 12px; border-top: 1px solid \
#767676; }
p { margin: 0 0 12px; }
ul, ol { margin: 0 0 12px; padding-left: 24px; }
li { margin: 0 0 8px; }
dl { margin: 0 0 12px; }
dt { font-weight: bold; margin-top: 8px; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 0 0 12px; }
caption { text-align: left; font-weight: bold; padding: 0 0 6px; }
th, td { border: 1px solid #767676; padding: 6px; text-align: left; vertical-align: top; overflow-wrap: \
break-word; }
pre { margin: 0 0 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
code { font: 13px/1.4 Consolas, Menlo, monospace; }
a { color: #0b4ea2; }
@media (max-width: 480px) {
  thead { position: absolute; left: -9999px; }
  tr, tbody th, td { display: block; border: 0; padding: 2px 0; }
  tr { border: 1px solid #767676; padding: 8px; margin: 0 0 8px; }
  td:empty { display: none; }
  td::before { content: attr(data-label) "\\00a0: "; font-weight: bold; }
}
@media (prefers-color-scheme: dark) {
  body { background: #161616; color: #f2f2f2; }
  h2, tr, th, td { border-color: #9a9a9a; }
  a { color: #a8c7fa; }
}
`.trim()

/** What stands between the style tags of every page: whoever shows one in a frame allows exactly this. */
export const PAGE_STYLE = `\n${STYLE}\n`

/** A whole page, in French where nothing is said. `body` is HTML; `title` is text. */
export function page(title: string, body: string, language = 'fr'): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
}

/** References and universal times are never broken at the end of a line. */
const WHOLE = /\b(?:[A-Z0-9]{2,8}-[2-9A-HJKMNP-TV-Z]{5}|\d{4}-\d{2}-\d{2}T[\d:]+Z)\b/g

function prose(text: string): string {
  return escapeHtml(text).replace(WHOLE, '<span class="whole">$&</span>')
}

/** The sections of a letter. */
export function renderSections(sections: readonly Section[], written = FRENCH): string {
  return sections
    .map((section) => {
      const blocks = section.blocks.map((block) => renderBlock(block, written)).join('\n')
      if (section.title === null) return blocks
      return `<section>\n<h2>${escapeHtml(section.title)}</h2>\n${blocks}\n</section>`
    })
    .join('\n')
}

function renderBlock(block: Block, { typography: { colon } }: Written): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${prose(block.text)}</p>`
    case 'facts':
      return `<dl>\n${block.facts.map(renderFact).join('\n')}\n</dl>`
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${prose(item)}</li>`).join('\n')}\n</ul>`
    case 'files':
      return `<ol>\n${block.files
        .map(
          (file) =>
            `<li><strong>${escapeHtml(file.name)}</strong><br>${escapeHtml(file.size)}<br>` +
            `SHA-256${colon.replace('\u00A0', '&nbsp;')} <code>${escapeHtml(file.sha256)}</code></li>`,
        )
        .join('\n')}\n</ol>`
    case 'verbatim':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`
    case 'table':
      return renderTable(block)
  }
}

function renderFact(fact: Fact): string {
  const note = fact.note === undefined ? '' : `<br>${prose(fact.note)}`
  return `<dt>${escapeHtml(fact.label)}</dt>\n<dd>${linked(fact)}${note}</dd>`
}

function renderTable({ caption, head, rows }: Block & { kind: 'table' }): string {
  const headings = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')
  const lines = rows.map(([first = '', ...cells]) => {
    const others = cells
      .map((cell, index) => `<td data-label="${escapeHtml(head[index + 1] ?? '')}">${prose(cell)}</td>`)
      .join('')
    return `<tr><th scope="row">${prose(first)}</th>${others}</tr>`
  })
  const top = `<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${headings}</tr></thead>`
  return `<table>\n${top}\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`
}

function linked({ value, link }: Fact): string {
  const text = escapeHtml(value)
  if (link === 'mail') return `<a href="mailto:${text}">${text}</a>`
  if (link === 'telephone') return `<a href="tel:${value.replace(/[^\d+]/g, '')}">${text}</a>`
  if (link === 'page') return `<a href="${text}">${text}</a>`
  return text
}

/** The text as it may stand in markup or in a quoted attribute, its signs as numbers. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
