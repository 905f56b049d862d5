import { expect, it } from 'vitest'
import { createSqlRegister } from '../../src/adapters/sql/register.ts'
import { CallId } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import { DraftId, waits } from '../../src/register/call-versions.ts'
import { aDatabase } from '../steps/a-database.ts'

const AT = '2026-03-10T06:00:00.000Z' as Instant
const CALL = CallId.parse('un-appel')
const AUTHOR = { by: 'a@interco.example', reason: 'première' }
const OTHER = { by: 'b@interco.example', reason: 'relue' }

async function aRegister() {
  const database = await aDatabase()
  return { register: createSqlRegister(database), [Symbol.asyncDispose]: () => database.destroy() }
}

type Register = Awaited<ReturnType<typeof aRegister>>['register']

async function drafted(register: Register, name: string) {
  const id = DraftId.parse(`draft${name.padEnd(12, '0')}`)
  await register.beginCallDraft({ id, callId: null, base: null, body: 'a:', source: 'texte' }, AUTHOR.by, AT)
  return id
}

async function versioned(register: Register, name: string, body = name) {
  const id = await drafted(register, name)
  return register.writeCallVersion(id, { callId: CALL, body, fingerprint: `of ${body}` }, AUTHOR, AT)
}

it('two people who write in a draft at once lose nothing, and both are its authors', async () => {
  await using held = await aRegister()
  const { register } = held
  const id = await drafted(register, 'one')
  const lines = Array.from({ length: 8 }, (_, index) => `line ${index}`)
  await Promise.all(
    lines.map((line, index) =>
      register.changeCallDraft(id, (body) => `${body}\n${line}`, index % 2 === 0 ? AUTHOR.by : OTHER.by, AT),
    ),
  )
  const draft = await register.callDraft(id)
  expect((draft?.body ?? '').split('\n').slice(1).sort()).toEqual(lines)
  expect([...(draft?.authors ?? [])].sort()).toEqual([AUTHOR.by, OTHER.by])
  expect(
    await register.changeCallDraft(DraftId.parse('perdu0000000'), (body) => body, OTHER.by, AT),
  ).toBeNull()
})

it('a draft becomes one version and is gone; versions count up and stay', async () => {
  await using held = await aRegister()
  const { register } = held
  const id = await drafted(register, 'one')
  const version = { callId: CALL, body: 'one', fingerprint: 'f' }
  expect(await register.writeCallVersion(id, version, AUTHOR, AT)).toBe(1)
  await expect(register.writeCallVersion(id, version, AUTHOR, AT)).rejects.toMatchObject({
    code: 'no-such-draft',
  })
  expect(await versioned(register, 'two')).toBe(2)
  expect((await register.callVersions(CALL)).map(({ body }) => body)).toEqual(['two', 'one'])
  expect(await register.callDrafts()).toEqual([])
})

it('a version is adopted once, after it no earlier one is, and who lives with fewer adoptions can tell', async () => {
  await using held = await aRegister()
  const { register } = held
  for (const name of ['one', 'two', 'three']) await versioned(register, name)
  const adopt = (version: number) => register.adoptCallVersion({ callId: CALL, version }, OTHER, null, AT)
  await adopt(2)
  await expect(adopt(2)).rejects.toMatchObject({ code: 'adopted-already' })
  await expect(adopt(1)).rejects.toMatchObject({ code: 'adopted-already' })
  expect((await register.standing()).adoptions).toBe(1)
  const versions = await register.callVersions(CALL)
  expect(versions.filter((one) => waits(one, versions)).map(({ version }) => version)).toEqual([3])
  expect((await register.callVersion(CALL, 2))?.adopted).toEqual({ ...OTHER, at: AT })
  const types = (await register.trail(20)).map(({ type }) => type)
  expect(types.filter((type) => type.startsWith('call.')).sort()).toEqual([
    'call.adopted',
    'call.written',
    'call.written',
    'call.written',
  ])
})

it('processes that start together adopt the first deadline once; only what people change is counted', async () => {
  await using held = await aRegister()
  const { register } = held
  const adopt = (body: string) => register.adoptDeadline(CALL, body, AUTHOR, AT)
  await Promise.all([adopt('first'), adopt('first'), adopt('first')])
  expect(await register.adoptedDeadline(CALL)).toMatchObject({ version: 1, body: 'first' })
  expect((await register.standing()).adoptions).toBe(0)
  await adopt('second')
  await adopt('second')
  expect(await register.adoptedDeadline(CALL)).toMatchObject({ version: 2, body: 'second' })
  expect((await register.standing()).adoptions).toBe(1)
})
