import type { Role, Session } from '../register/accounts.ts'
import type { Desk } from './desk.ts'
import type { Html } from './html.ts'

/** A file that came with a form. */
export interface Upload {
  readonly name: string
  readonly content: Uint8Array
}

/** What a browser asks, and who. Texts of a form as they came, the last of each name. */
export interface Asked {
  readonly session: Session | null
  /** Whence: tries to sign in are counted by it. Never shown, never logged. */
  readonly network: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
  readonly uploads: readonly Upload[]
  readonly cookies: Readonly<Record<string, string | undefined>>
  /** The path with its query, as asked. */
  readonly url: string
  /** On the page of a form that was just refused, shown again with what had been typed. */
  readonly refused?: Refused
}

/** What was not done: by which form, why, in French, and what was typed into it. */
export interface Refused {
  readonly form: string
  readonly why: string
  readonly typed: Asked['form']
  /** Names of the files that came with it: browsers do not keep them, they must be chosen again. */
  readonly files: readonly string[]
}

/** What goes back. A download is never shown by the browser: it is saved. */
export type Answer =
  | { readonly kind: 'page'; readonly status: number; readonly body: Html; readonly cookies?: Cookies }
  | { readonly kind: 'seeOther'; readonly to: string; readonly cookies?: Cookies }
  /** A letter of ours, as it was written: nothing in it runs, and nobody else wrote markup into it. */
  | { readonly kind: 'letter'; readonly markup: string }
  /** Pixels of ours. */
  | { readonly kind: 'picture'; readonly type: 'image/webp'; readonly content: Uint8Array }
  | { readonly kind: 'download'; readonly name: string; readonly type: string; readonly content: Uint8Array }
  /** The same as it is made: more than memory has room for. */
  | {
      readonly kind: 'stream'
      readonly name: string
      readonly type: string
      readonly content: AsyncIterable<Uint8Array>
    }

/** Cookies to set; null takes one away. `lax`: it must survive a visit to the authority's sign-in server. */
export type Cookies = Readonly<Record<string, { readonly value: string; readonly lax?: boolean } | null>>

/** One address of the console. `may`: what the session's role must allow; `anyone` needs no session. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly may: 'anyone' | Role
  /** Asked more than a few times a minute it is refused: it tries passwords. */
  readonly guarded?: boolean
  /** Files may come with its form. */
  readonly takesFiles?: boolean
  answer(asked: Asked, desk: Desk): Promise<Answer>
}

/** A page for somebody who is signed in. */
export type Signed = Asked & { readonly session: Session }

const RANK: readonly Role[] = ['reader', 'staff', 'administrator']

/** Whether a role may do what another one may. */
export function may(role: Role, needed: Role): boolean {
  return RANK.indexOf(role) >= RANK.indexOf(needed)
}

/** A type that no browser opens. */
export const BYTES = 'application/octet-stream'

/** The session cookie's name. */
export const SESSION_COOKIE = 'recepisse-session'

/** Sends the browser to another page, which it asks for with GET (RFC 9110, 15.4.4). */
export function seeOther(to: string, cookies?: Cookies): Answer {
  return { kind: 'seeOther', to, ...(cookies === undefined ? {} : { cookies }) }
}
