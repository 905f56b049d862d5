import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Call } from '../src/call/call.ts'
import { comparable } from '../src/mail/call-words.ts'
import { readCall } from '../src/settings/call-file.ts'

const FOLDER = resolve(import.meta.dirname, '../config/calls')

/** What the call files say of authorities, places and people, as words that may be looked for: long enough to mean something. */
export function callFacts(): readonly string[] {
  return (
    readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readCall(join(FOLDER, name)).call)
      .flatMap(factsOf)
      .map(comparable)
      // « réunion » is a meeting too.
      .filter((fact) => fact.length > 3 && !fact.endsWith('reunion'))
  )
}

function factsOf(call: Call): string[] {
  return [
    call.authority.name,
    ...call.authority.domains,
    ...(call.territory?.places ?? []),
    ...call.agent.name
      .split(' ')
      .filter((word) => /^\p{Lu}/u.test(word) && !/^(?:M|Mme|Madame|Monsieur|Agent)$/.test(word)),
    ...streetAndTown(call.service.postalAddress),
    ...streetAndTown(call.agent.postalAddress),
  ]
}

/** « rue des Tamarins », « 97470 », « Saint-Benoît ». */
function streetAndTown(address: string): string[] {
  return address.split(',').flatMap((part) => [part.replace(/\d+/g, ''), ...(part.match(/\d{5}/g) ?? [])])
}
