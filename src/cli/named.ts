import type { World } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { RegistrationNumber } from '../base/ids.ts'
import type { Call } from '../call/call.ts'
import { callNamed } from '../call/calls.ts'
import type { ApplicationView } from '../register/views.ts'
import { textOption, type Values } from './command.ts'

/**
 * The application that a person names, whichever call it answers. Failure('permanent',
 * 'no-such-application').
 */
export async function applicationNamed(
  { register, calls }: World,
  number: string,
): Promise<{ application: ApplicationView; call: Call }> {
  const known = RegistrationNumber.safeParse(number)
  const application = known.success ? await register.application(known.data) : null
  const callId = application?.mails[0]?.callId ?? null
  if (application === null || callId === null)
    throw new Failure(
      'permanent',
      'no-such-application',
      `the register has no application ${number}; « recepisse list » shows those it has`,
    )
  return { application, call: callNamed(calls, callId) }
}

/** The call that `--call` names, or the only one. Failure('permanent', 'usage') where nobody said which. */
export function callWanted(values: Values, { calls }: World): Call {
  const name = textOption(values, 'call')
  const call = name === undefined && calls.length === 1 ? calls[0] : calls.find(({ id }) => id === name)
  if (call === undefined)
    throw new Failure(
      'permanent',
      'usage',
      `say which call: --call ${calls.map(({ id }) => id).join(' or ')}`,
    )
  return call
}

const NONE = 'none'

/** The category that `--category` names; null: those of whom none is known. Failure('permanent', 'usage'). */
export function sectorWanted(values: Values, { sectors }: Call): string | null {
  const wanted = textOption(values, 'category')
  if (wanted === NONE) return null
  const sector = sectors.find(({ id }) => id === wanted)
  if (sector === undefined)
    throw new Failure(
      'permanent',
      'usage',
      `say which category: --category ${[...sectors.map(({ id }) => id), NONE].join(' or ')}`,
    )
  return sector.id
}
