import { z } from 'zod'
import { Settings } from './settings.ts'

/** A setting as operators are told of it: in docs/settings.md, recepisse.env and recepisse.env(5). */
export interface ToldSetting {
  readonly name: string
  /** What holds where it is not set; empty where nothing does. */
  readonly fallback: string
  readonly meaning: string
}

/** What an operator may set, in the order in which it is explained. */
export function toldSettings(): readonly ToldSetting[] {
  const { properties } = Schema.parse(z.toJSONSchema(Settings, { io: 'input', unrepresentable: 'any' }))
  return Object.entries(properties)
    .map(([name, { default: fallback, description }]) => ({
      name,
      fallback: String(fallback ?? ''),
      meaning: description ?? '',
    }))
    .filter(({ meaning }) => !INTERNAL.test(meaning))
}

const Schema = z.object({
  properties: z.record(
    z.string(),
    z.object({ default: z.unknown().optional(), description: z.string().optional() }),
  ),
})

/** Not for operators. */
const INTERNAL = /^(Set by « run »|For (demonstrations and )?tests)/
