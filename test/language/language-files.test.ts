import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  languageJsonSchema,
  languageNamed,
  languagesKnown,
  readLanguage,
} from '../../src/settings/language-files.ts'

const CONFIG = resolve(import.meta.dirname, '../../config')
const folder = mkdtempSync(join(tmpdir(), 'languages-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is said of the English file once something in it is changed. */
function faultOf(changed: (text: string) => string): string {
  const path = join(folder, 'en.yaml')
  writeFileSync(path, changed(readFileSync(join(CONFIG, 'languages/en.yaml'), 'utf8')))
  try {
    readLanguage(path)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(folder, '') : ''
  }
}
const lineOf = (start: string): number =>
  readFileSync(join(CONFIG, 'languages/en.yaml'), 'utf8')
    .split('\n')
    .findIndex((line) => line.trim().startsWith(start)) + 1

describe('a language’s file', () => {
  it.each(languagesKnown())('%s is whole: every sentence, every place', (id) => {
    expect(languageNamed(id).id).toBe(id)
  })

  it('is there for French, English, German, Spanish and Dutch', () => {
    expect(languagesKnown()).toEqual(['de', 'en', 'es', 'fr', 'nl'])
  })

  it('as it stands has no fault, nor has one with an hour of the halves of the day', () => {
    expect(faultOf((text) => text)).toBe('')
    expect(faultOf((text) => text.replaceAll('{hour2}', '{hour12}'))).toBe('')
  })

  it('that lacks a sentence is refused, with the place where it should stand', () => {
    const fault = faultOf((text) => text.replace(/^ {4}salutation: .*\n/m, ''))
    const after = `/en.yaml:${lineOf('acknowledgement:') + 1}:5: letters.acknowledgement.salutation: `
    expect(fault).toContain(after)
    expect(fault.split('\n')).toHaveLength(1)
  })

  it('that names a place which nobody fills, or leaves one out, is refused with line and column', () => {
    const at = (key: string): string => `/en.yaml:${lineOf(key)}:`
    const renamed = faultOf((text) => text.replace('reference {number}.', 'reference {nummer}.'))
    expect(renamed).toContain(`${at('supplement:')}17: letters.acknowledgement.supplement: `)
    expect(renamed).toContain('« {nummer} » is no place of this sentence; it has {number}')
    expect(renamed).toContain('the place « {number} » lacks')
    expect(faultOf((text) => text.replace('Dear Sir or Madam,', 'Dear {name},'))).toContain('it has none')
    expect(faultOf((text) => text.replace('Dear Sir or Madam,', '"Dear {Sir,"'))).toContain('stands alone')
  })

  it('with a key that no language has, another’s name, or no YAML is refused, every fault at once', () => {
    expect(faultOf((text) => text.replace('    salutation:', '    greeting: x\n    salutation:'))).toMatch(
      /^\/en\.yaml:\d+:\d+: letters\.acknowledgement: Unrecognized key: "greeting"/,
    )
    expect(faultOf((text) => text.replace('id: en', 'id: de'))).toMatch(
      /^\/en\.yaml:\d+:5: id: is not the name/,
    )
    expect(faultOf((text) => text.replace('name: English', 'name: [English'))).toMatch(
      /^\/en\.yaml:\d+:\d+: /,
    )
    const two = faultOf((text) => text.replace('id: en', 'id: 1').replace('locale: en-GB', 'locale: British'))
    expect(two.split('\n')).toHaveLength(2)
  })

  it('is completed by editors from the JSON schema in config, which is of today', () => {
    const kept = JSON.parse(readFileSync(join(CONFIG, 'language.schema.json'), 'utf8'))
    expect(kept).toEqual(JSON.parse(JSON.stringify(languageJsonSchema())))
  })

  it('loses no sentence unseen: whichever is left out is named', () => {
    const keys = [
      ...readFileSync(join(CONFIG, 'languages/en.yaml'), 'utf8').matchAll(/^ {4,8}(\w+): \S.*$/gm),
    ]
      .map((match) => [match[0], match[1] ?? ''] as const)
      // Without it the form of all other numbers is said.
      .filter(([, key]) => key !== 'one')
    expect(keys.length).toBeGreaterThan(100)
    fc.assert(
      fc.property(fc.constantFrom(...keys), ([line, key]) => {
        expect(faultOf((text) => text.replace(`${line}\n`, ''))).toContain(key)
      }),
      { numRuns: 40 },
    )
  })
})
