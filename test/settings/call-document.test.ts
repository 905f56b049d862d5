import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { CallDocument } from '../../src/settings/call-document.ts'
import { loadCalls, placeOfNewCall } from '../../src/settings/call-file.ts'
import { callIn } from '../../src/settings/call-text.ts'
import { blankCallFile } from '../../src/settings/first-draft.ts'

const FOLDER = resolve(import.meta.dirname, '../../config/calls')
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const)

it.each(FILES)('%s: what is set to what it is stays byte for byte', (_, text) => {
  const document = new CallDocument(text)
  for (const path of [
    ['title'],
    ['sectors'],
    ['deadline', 'asWritten'],
    ['requiredFields', 0, 'anyOf'],
    ['decisions'],
  ])
    document.set(path, document.at(path))
  document.keep(['sectors'], [...Array(99).keys()])
  expect(document.text).toBe(text)
})

it.each(FILES)('%s: one value changes, and every comment and every other value stays', (_, text) => {
  const document = new CallDocument(text)
  document.set(['shortTitle'], 'Un autre titre')
  const [before, after] = [callIn(text).call, callIn(document.text).call]
  expect(after).toEqual({ ...before, shortTitle: 'Un autre titre' })
  const others = (one: string) => one.split('\n').filter((line) => !line.startsWith('shortTitle:'))
  expect(others(document.text)).toEqual(others(text))
})

it('keys that no form knows stay, items are kept by their place, and a value that goes leaves no key', () => {
  const document = new CallDocument(
    'a: { b: 1, mine: x } # why\nlist:\n  - id: one\n    own: y\n  - id: two\nc: [p, q]\n',
  )
  document.set(['a', 'b'], 2)
  document.set(['list', 0, 'id'], 'first')
  document.keep(['list'], [0])
  document.set(['c'], undefined)
  document.set(['new', 'deep', 'key'], ['v'])
  expect(document.at([])).toEqual({
    a: { b: 2, mine: 'x' },
    list: [{ id: 'first', own: 'y' }],
    new: { deep: { key: ['v'] } },
  })
  expect(document.text).toContain('# why')
})

it('a text that is no YAML, or no list of keys, is refused with its line', () => {
  expect(() => new CallDocument('a: [\nb: 1')).toThrow(/^line \d/)
  expect(() => new CallDocument('just words')).toThrow(/line 1/)
  const bomb = [
    'a: &a [x, x]',
    ...[...'bcdefgh'].map((key, index) => `${key}: &${key} [${`*${'abcdefgh'[index]}, `.repeat(9)}]`),
  ]
  expect(() => new CallDocument(bomb.join('\n'))).toThrow(/references/)
})

it('a blank file holds no word of any call: what only its authors know is asked for', () => {
  const keys = callIn(blankCallFile()).faults.map(({ path }) => path.join('.'))
  for (const key of ['title', 'id', 'mailbox.address', 'sectors', 'requiredDocuments', 'legal.silence.means'])
    expect(keys).toContain(key)
  expect(blankCallFile()).not.toMatch(/\{\{/)
})

it('RECEPISSE_CALL may name a folder, and a new call goes there; beside a file it has to be named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-calls-'))
  const [[, one], [, other]] = FILES.filter(([name]) => !name.includes('/')) as [
    (typeof FILES)[0],
    (typeof FILES)[0],
  ]
  writeFileSync(join(folder, 'a.yaml'), one)
  writeFileSync(join(folder, 'b.yaml'), other)
  writeFileSync(join(folder, 'b.yaml.new'), 'half a fi')
  expect(loadCalls(folder).map(({ path }) => path)).toEqual([join(folder, 'a.yaml'), join(folder, 'b.yaml')])
  expect(placeOfNewCall(folder, 'n')).toEqual({ path: join(folder, 'n.yaml'), taken: true })
  expect(placeOfNewCall(join(folder, 'a.yaml'), 'n')).toEqual({ path: join(folder, 'n.yaml'), taken: false })
})
