import { writeFileSync } from 'node:fs'
import { sampleCall } from '../mail/sample-call.ts'
import { outcomes, withPiece } from './probes.ts'

/**
 * Writes what becomes of every probe into outcomes.json. To be run after rules were changed on purpose, and its
 * difference to be read line by line: node test/judgement/pin-outcomes.ts
 */
writeFileSync(
  new URL('outcomes.json', import.meta.url),
  `${JSON.stringify(outcomes(withPiece(sampleCall)), null, 2)}\n`,
)
