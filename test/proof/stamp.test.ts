import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkStamp, requestStamp } from '../../src/adapters/timestamp/stamp.ts'
import { startTimeStampAuthority, type TimeStampAuthority } from '../rig/time-stamp-authority.ts'

const DATA = '{"head":"of the register"}'
let folder: string
let authority: TimeStampAuthority
let stranger: TimeStampAuthority

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recepisse-tsa-'))
  authority = await startTimeStampAuthority(join(folder, 'one'))
  stranger = await startTimeStampAuthority(join(folder, 'other'))
})
afterAll(async () => {
  await authority[Symbol.asyncDispose]()
  await stranger[Symbol.asyncDispose]()
})

it('a stamp holds for what was stamped, and openssl says so too', async () => {
  const stamp = await requestStamp(authority.url, DATA)
  const { at } = await checkStamp(stamp, DATA, authority.root)
  expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000)
  writeFileSync(join(folder, 'head.tsr'), stamp)
  writeFileSync(join(folder, 'head.json'), DATA)
  const said = execFileSync(
    'openssl',
    ['ts', '-verify', '-in', 'head.tsr', '-data', 'head.json', '-CAfile', authority.rootFile],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  expect(said).toContain('Verification: OK')
})

it('names what does not hold: other data, another authority, a byte of the signature', async () => {
  const stamp = await requestStamp(authority.url, DATA)
  await expect(checkStamp(stamp, `${DATA} `, authority.root)).rejects.toMatchObject({ code: 'stamp-imprint' })
  await expect(checkStamp(stamp, DATA, stranger.root)).rejects.toMatchObject({ code: 'stamp-signature' })
  const altered = Buffer.from(stamp)
  altered[altered.length - 5] = (altered[altered.length - 5] ?? 0) ^ 1
  await expect(checkStamp(altered, DATA, authority.root)).rejects.toMatchObject({ code: 'stamp-signature' })
  await expect(checkStamp(Buffer.from('no stamp'), DATA, null)).rejects.toMatchObject({ code: 'stamp-form' })
})

it('an authority that is away is a trouble that passes', async () => {
  authority.isAway = true
  await expect(requestStamp(authority.url, DATA)).rejects.toMatchObject({ kind: 'transient' })
  authority.isAway = false
  await expect(requestStamp('http://127.0.0.1:9/', DATA)).rejects.toMatchObject({ code: 'timestamp-refused' })
})
