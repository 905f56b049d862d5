import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { openFileArchive } from '../../src/adapters/archive/files.ts'
import { openDatabase } from '../../src/adapters/sql/connect.ts'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { replayRegister } from '../../src/app/replay-register.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application } from '../steps/a-service.ts'

/** The mails that `make-released.ts` wrote into the register of 0.1.0, as they came. */
const MAILS = [
  application('Usine Verte'),
  application('Usine Rouge', { headers: 'Auto-Submitted: auto-generated\n' }),
]

it('what today’s program makes of a register of 0.1.0 is told, and changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-replayed-'))
  const path = join(folder, 'register.db')
  using old = new DatabaseSync(path)
  old.exec(readFileSync(new URL('../fixtures/registers/0.1.0.sql', import.meta.url), 'utf8'))
  const archive = await openFileArchive(folder)
  for (const mail of MAILS) await archive.keep(Buffer.from(mail.replaceAll('\n', '\r\n')))
  await using database = await openDatabase({ kind: 'sqlite', path })
  const register = createSqlRegister(database)
  const before = await register.mails(null)
  const differences = await replayRegister({ archive, register, calls: [sampleCall] }, () => undefined)
  expect(differences.map(({ number, changes }) => ({ number, changes }))).toEqual([])
  const [first] = sampleCall.requiredFields
  if (first === undefined) throw new Error('the call asks for nothing')
  const asksMore = {
    ...sampleCall,
    requiredFields: [...sampleCall.requiredFields, { ...first, id: 'encore' }],
  }
  const more = await replayRegister({ archive, register, calls: [asksMore] }, () => undefined)
  expect(more.map(({ changes }) => changes)).toEqual([
    ['requirement encore: none → met'],
    ['requirement encore: none → met'],
  ])
  expect(await register.mails(null)).toEqual(before)
}, 60_000)
