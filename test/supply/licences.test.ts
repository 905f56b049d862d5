import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'

const ROOT = resolve(import.meta.dirname, '../..')
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
})
const lock = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))
const installed = Object.entries(lock.packages).filter(([path]) => path !== '')

/** Licences that let anybody run, change and pass on the whole. */
const PERMISSIVE = new Set(['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'])
/** Their package.json names no licence; their folder has it. */
const SAID_IN_THEIR_FOLDER = ['png-js']
/** Replaceable libraries loaded at run time. */
const REPLACEABLE = /^(@img\/sharp-|libheif-js$|node_modules\/libheif-js$)/

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** Of a package whose LICENSE file begins with the name of its licence. */
function licenceInFolder(name: string): string {
  if (!SAID_IN_THEIR_FOLDER.includes(name)) return ''
  const text = readFileSync(join(ROOT, 'node_modules', name, 'LICENSE'), 'utf8')
  return text.startsWith('MIT License') ? 'MIT' : ''
}

it('ships only packages whose licence lets an authority pass the whole on', () => {
  const others = installed
    .filter(([, entry]) => entry.dev !== true)
    .filter(([path, entry]) => {
      const parts = (entry.license ?? licenceInFolder(nameOf(path))).replaceAll(/[()]/g, '').split(/ AND /)
      const isFree = parts.every((part) => part.split(/ OR /).some((one) => PERMISSIVE.has(one)))
      return !isFree && !REPLACEABLE.test(nameOf(path))
    })
    .map(([path, entry]) => `${nameOf(path)}: ${entry.license}`)
  expect(others).toEqual([])
})

it('pins every package by its content', () => {
  const loose = installed.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)
  expect(loose).toEqual([])
})

it('lists the third parties as the lockfile has them', () => {
  const made = execFileSync(process.execPath, [join(ROOT, 'bin/notices.mjs')], { encoding: 'utf8' })
  expect(readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8')).toBe(made)
})
