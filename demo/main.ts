/**
 * npm run demo [-- --once]: the whole service on a private mailbox with sample mails; prints what happened.
 * `--once` ends there; without it the service stays up and takes more mail.
 */
import { parseArgs } from 'node:util'
import { useCompiled } from '../src/adapters/compiled/cache.ts'
import { keepToOurselves } from '../src/adapters/disk/rights.ts'

keepToOurselves()
// Before anything else is loaded.
useCompiled()
const { leavingCode } = await import('../src/cli/command-line.ts')
await leavingCode(async () => {
  const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } })
  const { demonstrate } = await import('./whole.ts')
  return demonstrate(!values.once)
})
