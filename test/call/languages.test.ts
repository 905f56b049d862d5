import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readCall } from '../../src/settings/call-file.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../config/calls/examples/residence-artistes.yaml')
const folder = mkdtempSync(join(tmpdir(), 'call-languages-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is said of the example once something in it is changed; empty where nothing is. */
function faultOf(from: string, to: string): string {
  const path = join(folder, 'call.yaml')
  writeFileSync(path, readFileSync(EXAMPLE, 'utf8').replace(from, to))
  try {
    readCall(path)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(path, 'call.yaml') : ''
  }
}

describe('the languages of a call', () => {
  it('are those that it names, each from its file, its letters French where nothing is said', () => {
    const { call } = readCall(EXAMPLE)
    expect(call.speech.letters.id).toBe('fr')
    expect(call.speech.beside.map(({ id }) => id)).toEqual(['en', 'nl', 'de'])
    expect(faultOf('letters: fr', '')).toBe('')
  })

  it('that have no file are refused where they stand, with those that there are', () => {
    expect(faultOf('beside: [en, nl, de]', 'beside: [en, nl, it]')).toMatch(
      /^call\.yaml:\d+:20: languages\.beside\.2: there is no language « it » .*: there are de, en, es, fr, nl$/,
    )
    expect(faultOf('letters: fr', 'letters: English')).toContain('a language by its two letters')
  })

  it('are named once, and have words only where a letter speaks them and for what is asked', () => {
    expect(faultOf('beside: [en, nl, de]', 'beside: [en, nl, en]')).toContain('« en » is there twice')
    expect(faultOf('beside: [en, nl, de]', 'beside: [en, nl, fr]')).toContain('« fr » is there twice')
    expect(faultOf('beside: [en, nl, de]', 'beside: [en]')).toMatch(
      /^call\.yaml:\d+:\d+: languages\.texts\.nl: is no language of « beside »/,
    )
    expect(faultOf('intention: the statement', 'intent: the statement')).toMatch(
      /^call\.yaml:\d+:\d+: languages\.texts\.en\.labels\.intent: is the id of nothing/,
    )
  })

  it('say what they must, and nothing that a program never says', () => {
    const attests = 'attests only that your submission was received'
    expect(faultOf(attests, 'attests that you are a candidate')).toMatch(
      /^call\.yaml:\d+:\d+: languages\.texts\.en\.attests: must say that the letter attests/,
    )
    expect(faultOf(attests, `${attests} and that it is not out of time`)).toContain(
      '« out of time » may not be said',
    )
    expect(faultOf('is automatic and indicative', 'is made with care')).toContain('the check is automatic')
  })
})
