import { writeWorkbook } from '../adapters/spreadsheet/write-workbook.ts'
import { openWorld } from '../app/world.ts'
import { composeDigest } from '../digest/compose.ts'
import { digestInput, summarise } from '../steps/summarise.ts'
import type { Command } from './command.ts'
import { print, printError } from './output.ts'

export const digest: Command = {
  usage: 'digest [--now]',
  details: ['  --now  puts it in the outbox; the running service sends it'],
  options: { now: { type: 'boolean' } },
  positionals: false,
  async run(values) {
    await using world = await openWorld('digest')
    const account = world.settings.IMAP_USER ?? ''
    const consoleUrl = world.settings.RECEPISSE_CONSOLE_URL
    // No queue is needed: the sweep of the running service finds the letter in the outbox.
    const jobs = { add: async () => undefined }
    const slot = world.clock.now().replace(/[^0-9]/g, '')
    for (const call of world.calls) {
      print(
        composeDigest(await digestInput({ register: world.register, account }, call, world.clock.now())).text,
      )
      if (values['now'] === true)
        await summarise({ ...world, jobs, account, consoleUrl, workbook: writeWorkbook }, call, `now-${slot}`)
    }
    if (values['now'] === true)
      printError('recepisse: the digest is in the outbox; the running service sends it within a minute')
    return 0
  },
}
