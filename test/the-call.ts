import { fileURLToPath } from 'node:url'
import { readCall } from '../src/settings/call-file.ts'

/** The call of the demonstration, as its file in config/calls states it. */
export const { call } = readCall(fileURLToPath(new URL('../demo/call.yaml', import.meta.url)))
