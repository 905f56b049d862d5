// Prints THIRD-PARTY-NOTICES.md: every package that the program ships with, its version and its licence, from
// the lockfile.
import { readFileSync } from 'node:fs'

/** Said by the LICENSE file in their folder, and not by their package.json. */
const SAID_ELSEWHERE = { 'png-js': 'MIT' }

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))
const packages = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== '' && entry.dev !== true)
  .map(([path, entry]) => [path.slice(path.lastIndexOf('node_modules/') + 13), entry])
  .map(([name, entry]) => [name, entry.version, entry.license ?? SAID_ELSEWHERE[name] ?? '?'])
  .sort(([left], [right]) => (left < right ? -1 : 1))
const lines = [...new Set(packages.map((row) => `| ${row.join(' | ')} |`))]
process.stdout.write(`# Third-party notices

Récépissé is distributed with these packages of the npm registry, unchanged. Each holds its licence’s text \
in its folder
below \`node_modules\`. libheif and libvips (LGPL) are separate, replaceable files, loaded at run time.
Made by \`npm run notices\`; a software bill of materials (CycloneDX) is printed by \`npm run sbom\`.

| package | version | licence |
|---|---|---|
${lines.join('\n')}
`)
