import { resolve } from 'node:path'
import { openArchive } from '../adapters/archive/open.ts'
import { packageFolder } from '../adapters/disk/package-folder.ts'
import { printRegister } from '../adapters/print/deposit-register.ts'
import { bundleOf, headsToPublish } from '../app/proof-bundle.ts'
import { stamperOf } from '../app/sealing.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { applicationRecord } from '../exports/application-record.ts'
import { archiveLocation } from '../settings/secrets.ts'
import { signingKey } from '../settings/signing-key.ts'
import { packArchive } from '../steps/pack-archive.ts'
import { refuseUnproven } from '../steps/printable.ts'
import { seal } from '../steps/seal.ts'
import { type Command, textOption } from './command.ts'
import { callWanted } from './named.ts'
import { print, progressLine } from './output.ts'
import { place } from './staff-options.ts'

export const archive: Command = {
  usage: 'archive --out FOLDER --agency IDENTIFIER [--call ID]',
  details: [
    '  --out     a folder that is not there yet; it appears when the package is whole',
    '  --agency  the archival service, by the identifier it is known by (SEDA ArchivalAgency)',
    '  --call    which call, where there are several',
    'A package for long-term archiving: register, mails as they came, letters, receipts, what proves ' +
      'them, signed heads, every',
    'file with its fingerprint, and a SEDA 2.1 ArchiveTransfer. What was interrupted is ' +
      'FOLDER.inacheve, and begun anew.',
  ],
  options: { out: { type: 'string' }, agency: { type: 'string' }, call: { type: 'string' } },
  positionals: false,
  async run(values) {
    const out = resolve(place(values, 'out'))
    const archivalAgency = textOption(values, 'agency')?.trim() ?? ''
    if (archivalAgency === '')
      throw new Failure('permanent', 'usage', 'say which archival service takes it: --agency IDENTIFIER')
    await using world = await openWorld('archive')
    const call = callWanted(values, world)
    const { register, clock, settings } = world
    await refuseUnproven(register)
    const folder = await packageFolder(out)
    const ports = { ...world, signer: signingKey(settings), stamper: stamperOf(settings) }
    const head = await seal(ports, 'regular')
    const line = progressLine()
    const files = await packArchive(
      {
        register,
        archive: await openArchive(archiveLocation(settings)),
        folder,
        bundle: (number, below) => bundleOf(register, number, below),
        heads: () => headsToPublish(register),
        registerOfDeposits: async () => {
          const records = (await register.summaries(call.id)).map((one) => applicationRecord(one, call))
          return printRegister(records, call, clock.now(), head.head)
        },
        progress: (done) => line.show(`${done} files`),
      },
      call,
      head,
      {
        archivalAgency,
        transferringAgency: call.authority.identifiers[0] ?? call.authority.name,
        at: clock.now(),
      },
    )
    line.clear()
    print(`${files.length} files in ${out}`)
    return 0
  },
}
