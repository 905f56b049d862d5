import type { Call } from '../../call/call.ts'
import { WEIGHTS } from '../../knowledge/weights.ts'
import { flat } from '../text/words.ts'
import { endingAtTown, looksLikeAddress } from './addresses.ts'
import type { Answer } from './answer.ts'
import { legalFormNamed } from './legal-forms.ts'
import { isPersonName, withoutCivility } from './persons.ts'
import type { SeenField } from './seen-field.ts'

/** Fields that forms ask for in parts: « Nom » and « Prénom », street and postcode and town. */
export function composed(answers: readonly Answer[], call: Call): SeenField[] {
  return [...persons(answers), ...addresses(answers, call)]
}

/** « Nom » beside « Prénom » is a person's; alone, it is a person's or the structure's, and unsure. */
function persons(answers: readonly Answer[]): SeenField[] {
  return answers.flatMap((answer, index) => {
    if (!isLastName(answer)) return []
    const last = withoutCivility(flat(answer.value))
    const near = [
      ...answers.slice(index + 1, index + 4),
      ...answers.slice(Math.max(0, index - 3), index).reverse(),
    ]
    const first = near.find((other) => other.kind === 'first_name')
    if (first !== undefined) {
      const name = `${withoutCivility(flat(first.value))} ${last}`
      if (!isPersonName(name)) return []
      const confidence = Math.min(answer.confidence, first.confidence)
      return [
        {
          kind: 'representative',
          value: name,
          confidence,
          page: answer.page,
          text: `${answer.text} ${first.text}`,
        },
      ]
    }
    if (answer.kind !== 'last_name') return []
    const person = isPersonName(last) && legalFormNamed(last) === null && last.split(' ').length > 1
    if (last.length < 2 || last.length > 100) return []
    const kind = person ? ('representative' as const) : ('name' as const)
    return [
      {
        kind,
        value: last,
        confidence: Math.min(answer.confidence, WEIGHTS.usable),
        page: answer.page,
        text: answer.text,
      },
    ]
  })
}

/** « Nom du dirigeant » asks for the last name where « Prénom du dirigeant » follows. */
function isLastName(answer: Answer): boolean {
  if (answer.kind === 'last_name') return true
  return answer.kind === 'representative' && /^nom\b(?!.*pr[ée]nom)/i.test(answer.label)
}

function addresses(answers: readonly Answer[], call: Call): SeenField[] {
  return answers.flatMap((answer, index) => {
    if (answer.kind !== 'postal_address' && answer.kind !== 'postcode') return []
    const previous = answers.slice(Math.max(0, index - 3), index)
    const following = answers.slice(index + 1, index + 5)
    const around = [...previous, ...following.slice(0, 2)]
    if (answer.kind === 'postcode' && around.some((other) => other.kind === 'postal_address')) return []
    const after = following.findIndex((other) => other.kind === 'postal_address')
    const behind = after === -1 ? following : following.slice(0, after)
    // Some forms ask for the town first.
    const near = behind.some(isOfTown) ? behind : previous.filter(isOfTown).sort(postcodeFirst)
    const parts = near.filter(isOfTown)
    const own = flat(answer.value).replace(/(\d{5}[^.]{0,100})\.\s.*$/, '$1')
    const missing = parts.map((part) => flat(part.value)).filter((value) => !own.includes(value))
    const whole = [own, missing.join(' ')].filter((part) => part !== '').join(', ')
    const value = endingAtTown(whole, call)
    if (!looksLikeAddress(value, call)) return []
    const text = [answer.text, ...parts.map((part) => part.text)].join(' ')
    return [{ kind: 'postal_address', value, confidence: answer.confidence, page: answer.page, text }]
  })
}

function isOfTown({ kind }: Answer): boolean {
  return kind === 'postcode' || kind === 'town'
}

function postcodeFirst(one: Answer, other: Answer): number {
  return Number(one.kind === 'town') - Number(other.kind === 'town')
}
