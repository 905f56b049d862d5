import { writeFileSync } from 'node:fs'
import { createReaders } from '../../../src/adapters/readers/readers.ts'
import { measured } from '../corpus/measure.ts'
import { family } from './family.ts'
import { belowGoal, figuresOf } from './goals.ts'
import { readFamily } from './read-family.ts'

/**
 * Writes into below-goal.json what is reached where a goal is not, so that no figure falls further. To be run on a quiet
 * machine after something was mended, and its difference to be read: node test/documents/families/pin-figures.ts
 */
await using reader = createReaders({ processes: 2 })
const figures = figuresOf((await readFamily(reader, family('scored'))).map(measured))
writeFileSync(new URL('below-goal.json', import.meta.url), `${JSON.stringify(belowGoal(figures), null, 2)}\n`)
