import { openArchive } from '../adapters/archive/open.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { later } from '../base/instant.ts'
import { deadlineOf } from '../call/deadline.ts'
import { archiveLocation } from '../settings/secrets.ts'
import type { Command } from './command.ts'
import { applicationNamed } from './named.ts'
import { print } from './output.ts'
import { required } from './staff-options.ts'

const YEAR_MS = 365 * 24 * 3_600_000

export const erase: Command = {
  usage: 'erase NUMBER --by NAME --reason TEXT',
  details: [
    '  --by, --reason  who eliminates it and under which visa (C. patr. R212-14); kept in the register for good',
    'Takes the application’s originals, documents, letters and history away; not before the time that « recepisse',
    'retention » tells. The register’s entries stay and hold: of those that tell nothing any more one entry says so.',
  ],
  options: { by: { type: 'string' }, reason: { type: 'string' } },
  positionals: true,
  async run(values, [number]) {
    const decided = { by: required(values, 'by'), reason: required(values, 'reason') }
    if (number === undefined)
      throw new Failure('permanent', 'usage', 'name the application: recepisse erase NUMBER')
    await using world = await openWorld('erase')
    const { application, call } = await applicationNamed(world, number)
    const years = call.retention?.years
    const now = world.clock.now()
    if (years === undefined || now < later(deadlineOf(call), years * YEAR_MS))
      throw new Failure(
        'permanent',
        'not-over',
        'it must still be kept: « recepisse retention » says until when',
      )
    const archive = await openArchive(archiveLocation(world.settings))
    const mails = await world.register.erase(application.number, decided, now)
    for (const mail of mails) await archive.forget(mail)
    print(`${application.number}: erased, ${mails.length} mails`)
    return 0
  },
}
