import { systemClock } from '../adapters/clock/system.ts'
import { backUp, restore } from '../app/backup.ts'
import { backUpConfiguration } from '../app/backup-configuration.ts'
import { proveBackup } from '../app/prove-backup.ts'
import { pruneBackups } from '../app/prune-backups.ts'
import { Failure } from '../base/failure.ts'
import type { Instant } from '../base/instant.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import { type Command, textOption, type Values } from './command.ts'
import { differenceInWords, faultInWords } from './found-in-words.ts'
import { print, progress } from './output.ts'
import { place } from './staff-options.ts'

export const backup: Command = {
  usage: 'backup --out FOLDER [--keep N] [--verify] [--secrets]',
  details: [
    '  --out      where the copy goes; the same folder again takes only what is new',
    '  --keep     so many copies of the register are left there, and the mails that they name; else all;',
    '             with --verify none is taken away unless the new one holds',
    '  --verify   restores the copy into a scratch folder there, goes through it, and takes it away again',
    '  --secrets  passwords too, into secrets; without it they are only named, in settings.env',
    'The service may run meanwhile. The copy holds the applicants’ mails, the keys, the calls’ files and the',
    'settings: keep it as you keep those. Exit code 1 when what was restored does not hold.',
  ],
  options: {
    out: { type: 'string' },
    keep: { type: 'string' },
    verify: { type: 'boolean' },
    secrets: { type: 'boolean' },
  },
  positionals: false,
  async run(values) {
    const settings = readSettings()
    const [out, keep] = [place(values, 'out'), copiesToKeep(values)]
    const clock = systemClock(settings.RECEPISSE_CLOCK_OFFSET_MS)
    const bar = progress('mails copied')
    const { register, mails } = await backUp(settings, out, clock.now(), bar.show)
    bar.clear()
    print(`${register}: register, key and ${mails} mails are copied`)
    const left = await backUpConfiguration(settings, out, { withSecrets: values['secrets'] === true })
    print(`calls and settings.env are copied${left.length === 0 ? '' : `, not ${left.join(', ')}`}`)
    const status = values['verify'] === true ? await proved(settings, out, clock.now()) : 0
    // After the proof: a copy that does not hold takes no older one away.
    if (keep !== null && status === 0) {
      const gone = await pruneBackups(out, keep)
      print(`${gone.copies} older copies and ${gone.mails} mails that none names any more are gone`)
    }
    return status
  },
}

async function proved(settings: Settings, out: string, now: Instant): Promise<number> {
  const bar = progress('mails restored')
  const found = await proveBackup(settings, out, now, bar.show)
  bar.clear()
  for (const fault of found.faults) print(faultInWords(fault))
  for (const difference of found.differences) print(differenceInWords(difference))
  const wrong = found.faults.length + found.differences.length
  print(`restored and compared: ${found.entries} entries, ${found.rows} rows, ${wrong} faults`)
  return wrong === 0 ? 0 : 1
}

function copiesToKeep(values: Values): number | null {
  const text = textOption(values, 'keep')
  if (text === undefined) return null
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw new Failure('permanent', 'usage', '--keep takes a number of copies, 1 at least')
  return Number(text)
}

export const restoreCommand: Command = {
  usage: 'restore --from FOLDER',
  details: [
    '  --from  a folder of « recepisse backup »; its newest copy is put into an empty RECEPISSE_DATA',
    'What came before the restoration is never answered by itself any more: the lost life may have ' +
      'done so. Such mails',
    'are held; look into the folder of sent mails, then « recepisse release » those that had no answer.',
  ],
  options: { from: { type: 'string' } },
  positionals: false,
  async run(values) {
    const settings = readSettings()
    const clock = systemClock(settings.RECEPISSE_CLOCK_OFFSET_MS)
    const bar = progress('mails put back')
    const { takenAt, mails, held } = await restore(settings, place(values, 'from'), clock.now(), bar.show)
    bar.clear()
    print(
      `the state of ${takenAt} is back: ${mails} mails; ${held} letters that had not left are held for ` +
        'a person',
    )
    print('calls’ files and settings.env lie in the backup: put them where this machine looks')
    print('start the service: it takes in what came since, and holds it')
    return 0
  },
}
