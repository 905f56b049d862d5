// Writes docs/call-file.md and docs/settings.md from the schemas, with examples from calls in config/calls;
// and the table of failures in docs/operator.md from their catalogue.
// node bin/references.mjs [FOLDER]: into another folder, for the test that they are up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { OF_COMMANDS } from '../src/base/failures/of-commands.ts'
import { OF_MAILS } from '../src/base/failures/of-mails.ts'
import { OF_SERVERS } from '../src/base/failures/of-servers.ts'
import { OF_THE_PROGRAM } from '../src/base/failures/of-the-program.ts'
import { callJsonSchema } from '../src/settings/call-file.ts'
import { toldSettings } from '../src/settings/told-settings.ts'

const root = new URL('..', import.meta.url)
const folder = process.argv[2] ?? fileURLToPath(new URL('docs/', root))
const EXAMPLE_AT_MOST = 90
const examples = [
  'cirest-territoires-industrie-2022',
  'exemple-val-de-louvre-2026',
  'examples/subvention-locale-vie-associative',
  'examples/concours-photo',
  'examples/residence-artistes',
].map((name) => parse(readFileSync(new URL(`config/calls/${name}.yaml`, root), 'utf8')))

/** Keys below an object, each with its path: `deadline.zone`, `sectors[].id`. */
function keysOf(schema, path = '', required = true) {
  if (schema.type === 'object' && schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([name, one]) => {
      const key = path === '' ? name : `${path}.${name}`
      const needed = (schema.required ?? []).includes(name) && one.default === undefined
      const inner = keysOf(one, key, needed)
      return inner.length > 0 &&
        one.description !== undefined &&
        one.type !== undefined &&
        inner[0].path !== key
        ? [rowOf(one, key, needed), ...inner]
        : inner
    })
  if (schema.oneOf !== undefined) return keysOf(merged(schema.oneOf), path, required)
  if (schema.type === 'array' && schema.items?.type === 'object') return keysOf(schema.items, `${path}[]`)
  return [rowOf(schema, path, required)]
}

/**
 * Several shapes told apart by a key of one value each, as one: keys that not all have say with which value
 * they go.
 */
function merged(ways) {
  const [telling] = Object.entries(ways[0].properties).find(([, one]) => one.const !== undefined)
  const values = ways.map((way) => way.properties[telling].const)
  const { description } = ways[0].properties[telling]
  const properties = { [telling]: { enum: values, description } }
  for (const [index, way] of ways.entries())
    for (const [name, one] of Object.entries(way.properties)) {
      if (name === telling) continue
      const having = values.filter((_, other) => ways[other].properties[name] !== undefined)
      const whole = having.length === values.length || having[0] !== values[index]
      properties[name] ??= whole
        ? one
        : { ...one, description: `${one.description ?? 'Keys'} (with ${telling}: ${having.join(', ')})` }
    }
  const required = [...new Set(ways.flatMap((way) => way.required ?? []))]
  return { type: 'object', properties, required }
}

function rowOf(schema, path, required) {
  return { path, kind: kindOf(schema), required, meaning: schema.description ?? '', fallback: schema.default }
}

function kindOf(schema) {
  if (schema.anyOf !== undefined) return schema.anyOf.map(kindOf).join(' or ')
  if (schema.enum !== undefined) return schema.enum.map((one) => `\`${one}\``).join(', ')
  if (schema.type === 'array') return `list of ${kindOf(schema.items ?? {})}`
  if (schema.format === 'email') return 'mail address'
  if (schema.format === 'uri') return 'address of a page'
  if (schema.format === 'date') return 'date'
  if (schema.type === 'integer' || schema.type === 'number') return boundsOf(schema)
  if (schema.type === 'boolean') return '`true` or `false`'
  if (schema.type === 'object') return 'keys'
  return schema.pattern === undefined ? 'text' : `text like \`${schema.pattern.replaceAll('|', '\\|')}\``
}

function boundsOf({ minimum, maximum }) {
  const least = minimum === undefined || minimum < -1e9 ? '' : ` from ${minimum}`
  return `number${least}${maximum === undefined || maximum > 1e9 ? '' : ` to ${maximum}`}`
}

/** What the first of these calls that has it says there. */
function exampleOf(path) {
  for (const example of examples) {
    let at = example
    for (const step of path.split('.')) {
      at = at?.[step.replace('[]', '')]
      if (step.endsWith('[]')) at = at?.[0]
    }
    if (at === undefined || at === null || (Array.isArray(at) && at.length === 0)) continue
    const text = typeof at === 'string' ? at : JSON.stringify(at)
    return `\`${cell(text.length > EXAMPLE_AT_MOST ? `${text.slice(0, EXAMPLE_AT_MOST)}…` : text)}\``
  }
  return ''
}

function cell(text) {
  return String(text).replaceAll('|', '\\|').replaceAll('`', '’').replace(/\s+/g, ' ')
}

const callRows = keysOf(callJsonSchema()).filter(({ path }) => path !== '$schema')
writeFileSync(
  join(folder, 'call-file.md'),
  `# The call’s file

<!-- Written by bin/references.mjs from the schema: change src/call and run it again. -->

One YAML file holds all that the program knows of a call. \`recepisse init\` writes a first one with comments;
editors complete and check it from \`config/call.schema.json\`; a mistake is reported with its file, line,
column and what was expected, all at once. \`recepisse check\` shows the deadline as an instant and what the
call contradicts; \`recepisse letter --preview\` shows each letter. Whole examples are in \`config/calls\` and
\`config/calls/examples\`. A key in **bold** is required. A changed deadline is taken up by
\`recepisse deadline --adopt\` only, with the difference shown first. The staff’s pages make and change such a
file from the published text (« Appels », decision 25): it stays the truth, and lines that they do not change
stay as they are written.

| key | what it is | what for | example |
|---|---|---|---|
${callRows
  .map(
    ({ path, kind, required, meaning, fallback }) =>
      `| ${required ? `**${path}**` : path} |` +
      ` ${kind}${fallback === undefined || typeof fallback === 'object' ? '' : `; else \`${fallback}\``} |` +
      ` ${cell(meaning)} | ${exampleOf(path)} |`,
  )
  .join('\n')}
`,
)

writeFileSync(
  join(folder, 'settings.md'),
  `# Settings

<!-- Written by bin/references.mjs from the schema: change src/settings/settings.ts and run it again. -->

Read from the environment, or from a file of lines NAME=value given with \`--settings FILE\` (the environment
goes before it). The value of any NAME may stand in a file that NAME_FILE names: secrets belong there. Each
process is started with its own secrets only: \`IMAP_PASSWORD\`, \`SMTP_PASSWORD\`,
\`IMAP_OAUTH_CLIENT_SECRET\` and \`…_REFRESH_TOKEN\` (and for SMTP), \`GRAPH_CLIENT_SECRET\` or
\`GRAPH_KEY\` (and \`GRAPH_SEND_…\`), \`S3_SECRET\`, \`RECEPISSE_KEY\`,
\`RECEPISSE_SIGNING_KEY\` (kept in the data folder when not given), \`RECEPISSE_ALERT_WEBHOOK\`,
\`RECEPISSE_EVENTS_WEBHOOK\` and \`…_SECRET\` (docs/events.md), \`RECEPISSE_OIDC_CLIENT_SECRET\`.

| name | default | what for |
|---|---|---|
${toldSettings()
  .map(
    ({ name, fallback, meaning }) =>
      `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${cell(meaning)} |`,
  )
  .join('\n')}
`,
)

const GROUPS = {
  'machines and servers': OF_SERVERS,
  'one mail': OF_MAILS,
  'commands and starts': OF_COMMANDS,
  'the program itself': OF_THE_PROGRAM,
}
const failures = Object.entries(GROUPS).flatMap(([what, codes]) => [
  `| **${what}** | | |`,
  ...Object.entries(codes).map(
    ([code, { means, todo, exit }]) =>
      `| \`${code}\` | ${means} | ${todo}${exit === undefined ? '' : `; exit ${exit}`} |`,
  ),
])
const operator = readFileSync(new URL('docs/operator.md', root), 'utf8')
const table = ['| code | what it means | what to do |', '|---|---|---|', ...failures].join('\n')
writeFileSync(
  join(folder, 'operator.md'),
  operator.replace(
    /(<!-- failures: .*? -->\n)[\s\S]*?(<!-- end of failures -->)/,
    (_, begin, end) => `${begin}\n${table}\n\n${end}`,
  ),
)
