// Compiles the program ahead, so that the first start is as quick as the next: needed where the service may not write
// beside its packages (an image, a system service). node bin/compile.mjs
import { readdirSync } from 'node:fs'
import { useCompiled } from '../src/adapters/compiled/cache.ts'

useCompiled()
const source = new URL('../src/', import.meta.url)
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
// main.ts is the program itself; rigs are servers for tests.
for (const file of files.filter((name) => /(?<!\.d)\.ts$/.test(name) && !/^cli\/main|\/rig\//.test(name)))
  await import(new URL(file, source))
