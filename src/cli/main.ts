import { useCompiled } from '../adapters/compiled/cache.ts'
import { programOf } from '../adapters/compiled/program.ts'
import { keepToOurselves } from '../adapters/disk/rights.ts'

// Before anything else is loaded; its folder is the program's, which other accounts run too.
useCompiled()
keepToOurselves()
const { runCommand } = (await import(
  programOf('src/cli/command-line.ts')
)) as typeof import('./command-line.ts')
await runCommand(process.argv.slice(2))
