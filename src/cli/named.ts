import type { World } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import type { ApplicationView } from '../register/views.ts'

/** The application that a person names, whichever call it answers. Failure('permanent', 'no-such-application'). */
export async function applicationNamed(
  world: World,
  number: string,
): Promise<{ application: ApplicationView; call: Call }> {
  for (const call of world.calls) {
    const application = (await world.register.applications(call.id)).find((one) => one.number === number)
    if (application !== undefined) return { application, call }
  }
  throw new Failure(
    'permanent',
    'no-such-application',
    `the register has no application ${number}; « recepisse list » shows those it has`,
  )
}
