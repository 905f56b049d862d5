import type { DeskRegister } from '../register/desk.ts'
import { applicationInWords, type Meant, withWriter } from '../register/naming.ts'

/**
 * Looks up what staff call each: an application by its name and number, a mail without a number by who wrote
 * it and about what. What is returned takes `called`, the name of one that has none.
 */
export async function whoIsMeant(
  register: Pick<DeskRegister, 'namesOf' | 'writersOf'>,
  about: readonly Meant[],
): Promise<(one: Meant, called: string) => string> {
  const names = await register.namesOf(about.flatMap(({ number }) => number ?? []))
  const mails = about.filter(({ number }) => number === null)
  const writers = await register.writersOf(mails.flatMap(({ fingerprint }) => fingerprint ?? []))
  return ({ number, fingerprint }, called) =>
    number === null
      ? withWriter(called, writers.get(fingerprint ?? ''))
      : applicationInWords(number, names.get(number))
}
