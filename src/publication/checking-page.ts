import { createHash } from 'node:crypto'
import { escapeHtml } from '../acknowledgement/html.ts'
import type { Language } from '../language/language.ts'
import { typeset } from '../language/typography.ts'
import { bodyIn } from './page-body.ts'
import type { Publication } from './publication.ts'
import { languagesOf, toldIn, typesetWhole } from './spoken.ts'

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
  'languages.js',
  'page.js',
] as const

/** The pieces as they stand in `src/publication/page`; `scripts` in the order of SCRIPTS. */
export interface PageSources {
  readonly template: string
  /** What stands in it in each language. */
  readonly body: string
  readonly style: string
  readonly scripts: readonly string[]
}

/**
 * The page on which receipts are checked, whole in one file: it asks nobody for anything, and its policy lets
 * nothing run but its own program. It opens in the letters’ language, and has those beside it in itself.
 * Pure: the same publication, the same page, to the byte.
 */
export function checkingPage(sources: PageSources, publication: Publication): string {
  const style = `\n${sources.style}`
  const script = programOf(sources.scripts)
  const policy =
    `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; form-action 'none'; ` +
    `base-uri 'none'`
  const [own, ...others] = languagesOf(publication.calls)
  const body = (language: Language): string => bodyIn(language, sources.body, publication)
  const values: Readonly<Record<string, string>> = {
    policy,
    language: own.id,
    title: escapeHtml(titleIn(own, publication)),
    style,
    body: body(own),
    others: others
      .map((language) => `<template id="in-${language.id}">\n${body(language)}\n</template>\n`)
      .join(''),
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

function titleIn(language: Language, { authority }: Publication): string {
  return `${typeset(language.page.heading, language)} – ${authority}`
}

/** What the program reads; nothing in it can end the element that holds it. */
function dataOf(publication: Publication): string {
  const { authority, keys, calls } = publication
  const data = {
    authority,
    keys: keys.map(({ id, publicPem, isCurrent }) => ({ id, pem: publicPem, isCurrent })),
    languages: languagesOf(calls).map((language) => speechIn(language, publication)),
  }
  return JSON.stringify(data).replace(/</g, '\\u003c')
}

/** What the program says in a language, and how it tells the calls; `titleIn`: a title is in another. */
export function speechIn(language: Language, publication: Publication): object {
  const { moment, universal, result, results, reasons } = language.page
  return {
    id: language.id,
    locale: language.locale,
    title: titleIn(language, publication),
    time: language.time,
    words: typesetWhole({ moment, universal, none: result.none, results, reasons }, language),
    calls: publication.calls.map((call) => {
      const { id, title, deadline } = toldIn(call, language)
      const { letters } = call.speech
      const isOwn = letters.id === language.id || call.languages.texts[language.id]?.title !== undefined
      return {
        id,
        title: typeset(title, isOwn ? language : letters),
        ...(isOwn ? {} : { titleIn: letters.id }),
        zone: deadline.zone,
        zoneLabel: deadline.zoneLabel,
      }
    }),
  }
}
