import { writeFile } from 'node:fs/promises'
import { headsToPublish } from '../app/proof-bundle.ts'
import { openWorld } from '../app/world.ts'
import type { Command } from './command.ts'
import { print } from './output.ts'
import { place } from './staff-options.ts'

export const heads: Command = {
  usage: 'heads --out FILE',
  details: [
    '  --out  the register’s signed heads and the public keys (JSON), to be put on the authority’s ' +
      'site; names nobody',
    'Whoever kept the file finds later what was taken away or written anew: « recepisse verify » takes it.',
  ],
  options: { out: { type: 'string' } },
  positionals: false,
  async run(values) {
    const out = place(values, 'out')
    await using world = await openWorld('heads')
    const published = await headsToPublish(world.register)
    await writeFile(out, `${JSON.stringify(published, null, 2)}\n`)
    print(`${published.heads.length} heads`)
    return 0
  },
}
