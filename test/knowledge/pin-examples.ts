import { writeFileSync } from 'node:fs'
import { TRANSFER_SERVICES } from '../../src/knowledge/transfer-services.ts'
import { everyWordList } from '../judgement/covers.ts'

/**
 * Writes what every list is known to find into examples.json, where the tests hold it: an entry that is dropped leaves
 * its example behind. Run after a list has grown: node test/knowledge/pin-examples.ts
 */
const lists = await everyWordList()
const pinned = {
  lists: Object.fromEntries(
    lists.map(([name, list]) => [
      name,
      Object.fromEntries(list.entries.map((entry) => [entry.id, entry.example])),
    ]),
  ),
  transferServices: TRANSFER_SERVICES.map(({ host, share }) => `https://${host}${share}`),
}
writeFileSync(new URL('examples.json', import.meta.url), `${JSON.stringify(pinned, null, 2)}\n`)
