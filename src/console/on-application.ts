import { RegistrationNumber } from '../base/ids.ts'
import type { ApplicationView } from '../register/views.ts'
import type { Desk } from './desk.ts'
import { signedIn, usage } from './forms.ts'
import { type Asked, type Route, type Signed, seeOther } from './route.ts'

/**
 * A decision about an application: the steps do it, and the browser goes back to its page, where `told` says
 * so.
 */
export function onApplication(
  path: string,
  told: string,
  act: (asked: Signed, desk: Desk, number: string) => Promise<void>,
): Route {
  return {
    method: 'POST',
    path: `/candidatures/:number/${path}`,
    may: 'staff',
    async answer(asked, desk) {
      const number = asked.params['number'] ?? ''
      await act(signedIn(asked), desk, number)
      return seeOther(`/candidatures/${encodeURIComponent(number)}?fait=${told}`)
    },
  }
}

/** The number that a path names, in whatever capitals; null where it is none. */
export function numberAsked({ params }: Asked): RegistrationNumber | null {
  return RegistrationNumber.safeParse((params['number'] ?? '').toUpperCase()).data ?? null
}

/** Failure('permanent', 'usage') where the register has no such application. */
export async function applicationAsked(asked: Asked, { register }: Desk): Promise<ApplicationView> {
  const number = numberAsked(asked)
  const application = number === null ? null : await register.application(number)
  if (application === null) throw usage('Le registre n’a pas de candidature sous ce numéro.')
  return application
}
