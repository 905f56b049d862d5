import { expect, it } from 'vitest'
import type { Call } from '../../src/call/call.ts'
import { DraftId } from '../../src/register/call-versions.ts'
import { adoptCall, type CallFiles, callFingerprint, standingOf } from '../../src/steps/adopt-call.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { aService, type SmallService } from './a-service.ts'

const FIRST = 'first@interco.example'
const SECOND = 'second@interco.example'
const THIRD = { by: 'third@interco.example', reason: 'relu' }
const OLD = 'the file as it was'
const NEW = 'the file as it becomes'

/** One file in memory, with what was done to it. */
function aFile(text: string | null): CallFiles & { text: string | null } {
  const files = {
    text,
    held: () => (files.text === null ? null : { path: '/calls/a.yaml', text: files.text }),
    placeOf: () => ({ path: '/calls/a.yaml', taken: true }),
    put: async (_: unknown, after: string) => {
      files.text = after
    },
  }
  return files
}

async function aVersion({ register, clock }: SmallService, base: string | null) {
  const id = DraftId.parse('draft0000000')
  await register.beginCallDraft(
    { id, callId: sampleCall.id, base, body: OLD, source: '' },
    FIRST,
    clock.now(),
  )
  await register.changeCallDraft(id, () => NEW, SECOND, clock.now())
  const version = { callId: sampleCall.id, body: NEW, fingerprint: callFingerprint(NEW) }
  await register.writeCallVersion(id, version, { by: FIRST, reason: 'fini' }, clock.now())
  const written = await register.callVersion(sampleCall.id, 1)
  if (written === null) throw new Error('it was not written')
  return written
}

async function tried(files: CallFiles, base: string | null, by: string, call: Call = sampleCall) {
  await using service = await aService()
  const version = await aVersion(service, base)
  const ports = { register: service.register, clock: service.clock, callFiles: files }
  const code = await adoptCall(ports, version, call, { by, reason: 'relu' }).then(
    () => 'adopted',
    (error: { code: string }) => error.code,
  )
  return { code, adopted: (await service.register.standing()).adoptions }
}

it.each([FIRST, SECOND, SECOND.toUpperCase()])('%s wrote in it, and cannot adopt it', async (by) => {
  const files = aFile(OLD)
  expect(await tried(files, callFingerprint(OLD), by)).toEqual({ code: 'own-version', adopted: 0 })
  expect(files.text).toBe(OLD)
})

it('somebody else puts it in force: over the file that it was begun from, where there was none, or where it is already', async () => {
  for (const [text, base] of [
    [OLD, callFingerprint(OLD)],
    [null, null],
    [NEW, callFingerprint(OLD)],
  ] as const) {
    const files = aFile(text)
    expect(await tried(files, base, THIRD.by)).toEqual({ code: 'adopted', adopted: 1 })
    expect(files.text).toBe(NEW)
  }
})

it('a file that changed meanwhile, appeared or is gone is not written over', async () => {
  for (const [text, base] of [
    ['edited', callFingerprint(OLD)],
    [OLD, null],
    [null, callFingerprint(OLD)],
  ] as const) {
    const files = aFile(text)
    expect(await tried(files, base, THIRD.by)).toEqual({ code: 'call-file-moved', adopted: 0 })
    expect(files.text).toBe(text)
  }
})

it('tells the version, its base and anything else apart', () => {
  const version = { fingerprint: callFingerprint(NEW), base: callFingerprint(OLD) }
  const at = (text: string) => standingOf(version, { path: 'p', text })
  expect([at(NEW), at(OLD), at(`${OLD} `)]).toEqual(['same', 'base', 'moved'])
})
