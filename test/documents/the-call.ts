import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Call } from '../../src/call/call.ts'
import { callOf } from '../mail/sample-call.ts'

const FILE = new URL('../../config/calls/cirest-territoires-industrie-2022.yaml', import.meta.url)

/** The call that the product was made for, as its file states it. */
export const theCall: Call = callOf(parse(readFileSync(FILE, 'utf8')))
