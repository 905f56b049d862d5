import { typographic } from '../acknowledgement/french.ts'
import { asFailure, Failure } from '../base/failure.ts'
import type { Session } from '../register/accounts.ts'
import type { Author } from '../register/author.ts'
import { inFrench } from './failures.ts'
import { type Html, html, NOTHING, type Part } from './html.ts'
import type { Asked, Signed } from './route.ts'

/** A field with its label; what helps to fill it in stands between the two. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly type?: string
  readonly required?: boolean
  readonly autocomplete?: string
  /** Values with what they are called: then it is a choice. */
  readonly options?: readonly (readonly [string, string])[]
  /** All of them in sight, none chosen before a person chooses. */
  readonly inSight?: boolean
  readonly rows?: number
  /** Letters of a longer text. */
  readonly longest?: number
  /** Where its value comes from; stands below it. */
  readonly origin?: Html
  /** What is wrong with it, and what to do. */
  readonly wrong?: string
  /** A field of a search, where everything may be left out and nothing needs saying. */
  readonly quiet?: boolean
}

/** A form that changes something: signed with the session's token, with its fields and one button. */
export function form(
  signed: Signed,
  action: string,
  fields: readonly (Field | Html)[],
  button: string,
  options: { readonly files?: boolean; readonly id: string } = { id: 'f' },
): Html {
  const inner = fields.map((one) =>
    isField(one) ? field(asTyped(signed, options.id, one), options.id) : one,
  )
  return html`<form method="post" id="${options.id}" \
action="${action}"${options.files === true ? html` enctype="multipart/form-data"` : NOTHING}>
${signature(signed, options.id)}
${inner}
<p><button>${button}</button></p>
</form>`
}

/** Whose session a form is of: nothing is done for a form that does not say it. */
export function token({ csrf }: Session): Html {
  return html`<input type="hidden" name="jeton" value="${csrf}">`
}

/**
 * What a form tells of itself that is shown again when it is refused: which page it stands on, and which one
 * of it.
 */
export function signature({ session, url }: Signed, id: string): Html {
  return html`${token(session)}<input type="hidden" name="origine" value="${url}">\
<input type="hidden" name="formulaire" value="${id}">`
}

/** What was typed into a form that was just refused; undefined for every other one. */
export function typedInto({ refused }: Asked, id: string, name: string): string | undefined {
  return refused?.form === id ? refused.typed[name] : undefined
}

function asTyped(asked: Asked, id: string, one: Field): Field {
  const typed = one.type === 'file' ? undefined : typedInto(asked, id, one.name)
  return typed === undefined ? one : { ...one, value: typed }
}

function isField(one: Field | Html): one is Field {
  return 'name' in one
}

/** `prefix` keeps ids apart on a page of several forms. */
export function field(one: Field, prefix: string): Html {
  return one.inSight === true ? choice(one, prefix) : labelled(one, prefix)
}

function choice({ name, label, options = [], value }: Field, prefix: string): Html {
  const radios = options.map(([own, called]) => {
    const id = `${prefix}-${name}-${own}`
    return html`<p class="tick"><input type="radio" id="${id}" name="${name}" \
value="${own}"${own === value ? html` checked` : NOTHING} required><label for="${id}">${called}</label></p>`
  })
  return html`<fieldset><legend>${typographic(label)}</legend>${radios}</fieldset>`
}

function labelled(one: Field, prefix: string): Html {
  const id = `${prefix}-${one.name}`
  const about = [
    ...(one.wrong === undefined ? [] : [`${id}-faute`]),
    ...(one.hint === undefined ? [] : [`${id}-aide`]),
    ...(one.origin === undefined ? [] : [`${id}-origine`]),
  ]
  const invalid = one.wrong === undefined ? NOTHING : html` aria-invalid="true"`
  const described = about.length === 0 ? NOTHING : html` aria-describedby="${about.join(' ')}"${invalid}`
  const required = one.required === false ? NOTHING : html` required`
  const hint =
    one.hint === undefined
      ? NOTHING
      : html`<span class="hint" id="${id}-aide">${typographic(one.hint)}</span>`
  const optional =
    one.required === false && one.quiet !== true ? html` <span class="hint">(facultatif)</span>` : NOTHING
  const wrong =
    one.wrong === undefined
      ? NOTHING
      : html`<span class="fault" id="${id}-faute">${typographic(one.wrong)}</span>`
  const origin =
    one.origin === undefined ? NOTHING : html`<span class="origin" id="${id}-origine">${one.origin}</span>`
  return html`<div class="field">\
<label for="${id}">${typographic(one.label)}${optional}</label>${hint}${wrong}
${control(one, html` id="${id}" name="${one.name}"${described}${required}`)}${origin}</div>`
}

function control(one: Field, attributes: Html): Html {
  if (one.options !== undefined)
    return html`<select${attributes}>${one.options.map(
      ([value, label]) =>
        html`<option value="${value}"${value === one.value ? html` selected` : NOTHING}>${label}</option>`,
    )}</select>`
  if (one.rows !== undefined)
    return html`<textarea${attributes} rows="${one.rows}" \
maxlength="${one.longest ?? LONGEST}">${one.value}</textarea>`
  const autocomplete = html` autocomplete="${one.autocomplete ?? 'off'}"`
  const more: Part = one.type === 'file' ? html` multiple` : html` value="${one.value}"`
  return html`<input type="${one.type ?? 'text'}"${attributes}${autocomplete}${more}>`
}

/** From the authenticator application. */
export const CODE: Field = {
  name: 'code',
  label: 'Code à six chiffres',
  hint: 'Affiché par votre application d’authentification.',
  autocomplete: 'one-time-code',
}

const LONGEST = 500

/** Why: asked of every decision, and kept with it for good. */
export const REASON: Field = {
  name: 'motif',
  label: 'Motif',
  hint: 'Conservé dans l’historique avec votre nom.',
  rows: 2,
}

/** A text of a form. Failure('permanent', 'usage') in French when it is not there. */
export function wanted({ form: values }: Asked, name: string, label: string): string {
  const value = values[name]?.trim() ?? ''
  if (value === '') throw usage(`Le champ « ${label} » doit être rempli.`)
  if (value.length > LONGEST) throw usage(`Le champ « ${label} » est trop long.`)
  return value
}

/** What is wrong with what a person sent, in a French sentence that is shown as it is. */
export function usage(message: string): Failure {
  return new Failure('permanent', 'usage', message)
}

/** Who acts and why. */
export function author(asked: Signed): Author {
  return { by: asked.session.email, reason: wanted(asked, 'motif', 'Motif') }
}

/** Null when nothing was entered. Failure('permanent', 'usage') for what is no bare address. */
export function addressIn({ form: values }: Asked, name: string): string | null {
  const value = values[name]?.trim() ?? ''
  if (value === '') return null
  if (!/^[^\s@<>",;:()]+@[^\s@<>",;:()]+\.[^\s@<>",;:().]{2,}$/u.test(value))
    throw usage('L’adresse doit être écrite seule, comme contact@structure.fr.')
  return value
}

/** Why it was not done, in French, and the code of it. */
export interface Refusal {
  readonly refusal: string
  readonly code: string
}
export type Tried<Result> = { readonly done: Result } | Refusal

/** What cannot be done is told beside what was typed, in French. */
export async function tried<Result>(act: () => Promise<Result>): Promise<Tried<Result>> {
  try {
    return { done: await act() }
  } catch (error) {
    const failure = asFailure(error)
    if (failure.kind !== 'permanent') throw failure
    return { refusal: inFrench(failure), code: failure.code }
  }
}

/** Somebody is signed in: the route asked for it. */
export function signedIn(asked: Asked): Signed {
  if (asked.session === null)
    throw new Failure('bug', 'no-session', 'this route is for people who are signed in')
  return { ...asked, session: asked.session }
}
