import { openArchive } from '../adapters/archive/open.ts'
import { openWorld } from '../app/world.ts'
import { dayOf } from '../base/day.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import { keptUntil } from '../dossier/outcome.ts'
import type { ApplicationView } from '../register/views.ts'
import { archiveLocation } from '../settings/secrets.ts'
import { refuseUnproven } from '../steps/printable.ts'
import type { Command } from './command.ts'
import { applicationNamed } from './named.ts'
import { print } from './output.ts'
import { required } from './staff-options.ts'

export const erase: Command = {
  usage: 'erase NUMBER [--selected] --by NAME --reason TEXT',
  details: [
    '  --by, --reason  who eliminates it and under which visa (C. ' +
      'patr. R212-14); kept in the register for good',
    '  --selected      it was selected, where the register has no ' +
      'outcome of it: it is kept for the longer time',
    'Takes the application’s originals, documents, letters and ' +
      'history away; not before the time that « recepisse',
    'retention » tells. The register’s entries stay and hold: one ' +
      'more says which of them tell nothing any more.',
  ],
  options: { selected: { type: 'boolean' }, by: { type: 'string' }, reason: { type: 'string' } },
  positionals: true,
  async run(values, [number]) {
    const decided = { by: required(values, 'by'), reason: required(values, 'reason') }
    if (number === undefined)
      throw new Failure('permanent', 'usage', 'name the application: recepisse erase NUMBER')
    await using world = await openWorld('erase')
    const { application, call } = await applicationNamed(world, number)
    const now = world.clock.now()
    const until = keptAsDecided(application, call, values['selected'] === true)
    if (until === null || dayOf(now, call.deadline.zone) <= until)
      throw new Failure(
        'permanent',
        'not-over',
        'it must still be kept: « recepisse retention » says until when',
      )
    // What stays is sealed anew: as it was sealed, and not as somebody left it.
    await refuseUnproven(world.register)
    const archive = await openArchive(archiveLocation(world.settings))
    const mails = await world.register.erase(application.number, decided, now)
    for (const mail of mails) await archive.forget(mail)
    print(`${application.number}: erased, ${mails.length} mails`)
    return 0
  },
}

/** What the register says of its outcome decides which time holds. */
function keptAsDecided(application: ApplicationView, call: Call, toldSelected: boolean) {
  const kind = application.outcome?.outcome?.kind
  if (toldSelected && kind !== undefined && kind !== 'selected')
    throw new Failure(
      'permanent',
      'usage',
      `the register says that ${application.number} was not selected: « recepisse outcome » corrects ` +
        'it, --selected does not',
    )
  if (call.retention === undefined) return null
  const { years, yearsSelected } = call.retention
  return keptUntil(call, application, toldSelected || kind === 'selected' ? yearsSelected : years)
}
