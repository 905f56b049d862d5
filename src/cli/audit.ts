import { numberedIn, reachOf } from '../app/reach.ts'
import { openWorld } from '../app/world.ts'
import { seasonsBegin } from '../call/calls.ts'
import { type BalanceSheet, balanceOf } from '../register/balance.ts'
import { uidsOfSeason } from '../steps/receive.ts'
import type { Command } from './command.ts'
import { print } from './output.ts'

export const audit: Command = {
  usage: 'audit [--json]',
  details: ['  --json  as one JSON object', 'Exit code 1 when a mail has no fate.'],
  options: { json: { type: 'boolean' } },
  positionals: false,
  async run(values) {
    await using world = await openWorld('audit')
    const { account, connect } = reachOf(world, numberedIn(world.register))
    using mailbox = await connect()
    const live = []
    const { IMAP_FOLDERS, IMAP_JUNK } = world.settings
    for (const path of [...IMAP_FOLDERS, ...(await mailbox.junkFolders(IMAP_JUNK, IMAP_FOLDERS))]) {
      const folder = await mailbox.open(path)
      const known = await world.register.knownUids(account, path, folder.uidValidity)
      for (const uid of await uidsOfSeason(folder, known, seasonsBegin(world.calls)))
        live.push({ account, folder: path, uidValidity: folder.uidValidity, uid })
    }
    const sheet = balanceOf(live, await world.register.sightings(account))
    print(values['json'] === true ? JSON.stringify(sheet) : describeBalance(sheet))
    return sheet.unexplained.length === 0 ? 0 : 1
  },
}

/** The balance in words: the mails that have a fate, and the place of each that has none. */
export function describeBalance(sheet: BalanceSheet): string {
  const fates = Object.entries(sheet.fates).map(([fate, count]) => `${fate} ${count}`)
  const gone =
    sheet.vanished === 0
      ? ''
      : `\n${sheet.vanished} more in the register are no longer in the mailbox; ` +
        'their archived originals remain'
  const places = sheet.unexplained.map(
    (one) => `\n  without a fate: ${one.folder}, UIDVALIDITY ${one.uidValidity}, UID ${one.uid}`,
  )
  const counts = `${sheet.mails} mails, ${sheet.explained} fates, ${sheet.unexplained.length} unexplained`
  return `${counts} (${fates.join(', ') || 'none'})${gone}${places.join('')}`
}
