import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Ground } from '../../src/dossier/placeable.ts'
import { TABLE } from '../../src/mail/robots/table.ts'
import { AGAINST, FOR } from '../../src/mail/signs.ts'
import { RULES } from '../../src/verdict/judge.ts'

const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')

/** The ids in the first column of the tables below a heading. */
function listed(heading: string): readonly string[] {
  const section = page.slice(page.indexOf(heading)).split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '')
}

it('lists exactly the rules of the verdict', () => {
  expect([...listed('Findings of the verdict')].sort()).toEqual(RULES.map((rule) => rule.id).sort())
})

it('lists exactly the signs of triage', () => {
  expect(listed('Signs of triage')).toEqual([...FOR, ...AGAINST])
})

it('lists exactly the rows of the decision table, in their order', () => {
  expect(listed('Rows of the decision table')).toEqual(TABLE.map((row) => row.id))
})

it('lists exactly the grounds of belonging', () => {
  const grounds = Ground.options.filter((ground) => ground !== 'opened')
  expect([...listed('Grounds by which')].sort()).toEqual(grounds.sort())
})
