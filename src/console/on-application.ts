import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { type Route, type Signed, seeOther } from './route.ts'

/** A decision about an application: the steps do it, and the browser goes back to its page, where `told` says so. */
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
