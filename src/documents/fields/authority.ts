import { fold } from '../../base/folding.ts'
import { plainText } from '../../base/text-gate.ts'
import type { Call } from '../../call/call.ts'
import { countriesOf } from '../../call/territory.ts'
import type { FieldValue } from '../document.ts'
import { phonesIn } from '../identifiers/phones.ts'

/** Tells the authority's own particulars, printed on its forms and letters, from a candidate's. */
export function isAuthoritys(field: FieldValue, call: Call): boolean {
  const { authority, service, agent, mailbox } = call
  const value = fold(field.value)
  switch (field.kind) {
    case 'siret':
    case 'siren':
      return authority.identifiers.some((own) => field.value.startsWith(own.slice(0, 9)))
    case 'email': {
      const domain = value.slice(value.lastIndexOf('@') + 1)
      const own = authority.domains.some((name) => domain === name || domain.endsWith(`.${name}`))
      return own || value === fold(mailbox.address) || value === fold(service.email)
    }
    case 'phone': {
      const own = phonesIn(
        plainText([service.phone, ...authority.phones].join(' ; ')),
        countriesOf(call),
      ).map((phone) => phone.value)
      return own.includes(field.value)
    }
    case 'postal_address':
      return isAuthoritysAddress(value, call)
    case 'representative':
      return sameWords(field.value, agent.name)
    case 'role':
      return value === fold(agent.role)
    case 'name':
      return isAuthoritysName(value, call)
    default:
      return false
  }
}

/** A line above an address that says whose it is: the authority's, or whoever is written to. */
export function isAddressee(line: string, call: Call): boolean {
  const folded = fold(line)
  return folded.length < ADDRESSEE_AT_MOST && (ADDRESSEE.test(folded) || isAuthoritysName(folded, call))
}

/** « Monsieur le Président, » greets, and its comma tells. */
const ADDRESSEE = new RegExp(
  "^(?:(?:a |a l'attention d[eu] (?:la )?)?(?:m\\.|mme|monsieur|madame|mesdames|messieurs) (?:le |la |" +
    "les )?[^,]*|a l'attention .*)$",
)
const ADDRESSEE_AT_MOST = 90

/**
 * Its names and those of its service and agent, its short name (of its domains), its call, and places of the
 * territory.
 */
function isAuthoritysName(folded: string, call: Call): boolean {
  const { authority, service, agent } = call
  const bare = folded.replace(/^(la|le|les|l'|nom) ?/, '')
  const names = [
    authority.name,
    authority.article,
    service.name,
    call.title,
    call.shortTitle,
    ...places(call),
  ].map(fold)
  if (names.some((name) => name === folded || name.replace(/^(la|le|les|l') ?/, '') === bare)) return true
  if (authority.domains.some((domain) => domain.split('.')[0] === bare)) return true
  const long = [authority.name, service.name].map(fold).filter((name) => name.includes(' '))
  return long.some((name) => folded.includes(name)) || sameWords(folded, agent.name)
}

function places(call: Call): readonly string[] {
  return call.territory?.places ?? []
}

/** Same number and same street: it is the authority's, whatever else stands around it. */
function isAuthoritysAddress(folded: string, call: Call): boolean {
  const addresses = [call.service.postalAddress, call.agent.postalAddress, call.post?.address ?? '']
  return addresses.some((address) => {
    const street = /\d+(?: bis| ter)?,? [a-z][a-z' -]+?(?=,|$| \d)/.exec(fold(address))?.[0]
    return street !== undefined && folded.includes(street)
  })
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string): string[] =>
    fold(text)
      .split(/[^a-z]+/)
      .filter((word) => word.length > 2 && !/^(madame|monsieur|mme)$/.test(word))
  const own = words(b)
  const said = words(a)
  return said.length > 0 && own.length > 0 && own.every((word) => said.includes(word))
}
