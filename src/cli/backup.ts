import { systemClock } from '../adapters/clock/system.ts'
import { backUp, restore } from '../app/backup.ts'
import { readSettings } from '../settings/settings.ts'
import type { Command } from './command.ts'
import { print, progress } from './output.ts'
import { place } from './staff-options.ts'

export const backup: Command = {
  usage: 'backup --out FOLDER',
  details: [
    '  --out  where the copy goes; the same folder again takes only what is new',
    'The service may run meanwhile. The copy holds the applicants’ ' +
      'mails and the key: keep it as you keep those.',
  ],
  options: { out: { type: 'string' } },
  positionals: false,
  async run(values) {
    const settings = readSettings()
    const clock = systemClock(settings.RECEPISSE_CLOCK_OFFSET_MS)
    const bar = progress('mails copied')
    const { register, mails } = await backUp(settings, place(values, 'out'), clock.now(), bar.show)
    bar.clear()
    print(`${register}: register, key and ${mails} mails are copied`)
    return 0
  },
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
    print('start the service: it takes in what came since, and holds it')
    return 0
  },
}
