import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ReplayLine } from '../../src/cli/replay-line.ts'
import { readCall } from '../../src/settings/call-file.ts'
import { aMail, type Sample } from './a-mail.ts'
import { COMMISSION_MAILS } from './commission-mails.ts'
import { CONTEST_MAILS } from './contest-mails.ts'
import { EXPECTED, type Expected } from './expected.ts'
import { EXPECTED_OF_LATER } from './expected-of-later.ts'
import { IDEAS_MAILS } from './ideas-mails.ts'
import { LICENCE_MAILS } from './licence-mails.ts'
import { MARKET_MAILS } from './market-mails.ts'
import { MOBILITY_MAILS } from './mobility-mails.ts'
import { PREMISES_MAILS } from './premises-mails.ts'
import { PURCHASE_MAILS } from './purchase-mails.ts'
import { RECRUITMENT_MAILS } from './recruitment-mails.ts'
import { RESIDENCY_MAILS } from './residency-mails.ts'
import { SUBSIDY_MAILS } from './subsidy-mails.ts'
import { WAVES_MAILS } from './waves-mails.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MAILS: Readonly<Record<string, readonly Sample[]>> = {
  'subvention-locale-vie-associative': SUBSIDY_MAILS,
  'recrutement-personne': RECRUITMENT_MAILS,
  'concours-photo': CONTEST_MAILS,
  'residence-artistes': RESIDENCY_MAILS,
  'marche-d-hiver-emplacement': MARKET_MAILS,
  'achat-par-courriel': PURCHASE_MAILS,
  'budget-participatif': IDEAS_MAILS,
  'politique-de-la-ville-vagues': WAVES_MAILS,
  'bourse-permis': LICENCE_MAILS,
  'commande-artistique': COMMISSION_MAILS,
  'local-vacant-candidature': PREMISES_MAILS,
  'green-mobility-grants': MOBILITY_MAILS,
}
const LONG = 300_000

/** The mails of an example through the command that people use. */
async function replayed(name: string, samples: readonly Sample[]): Promise<readonly ReplayLine[]> {
  const file = join(ROOT, 'config/calls/examples', `${name}.yaml`)
  const { call } = readCall(file)
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-example-'))
  for (const sample of samples) {
    const host = call.mailbox.trustedHosts[0] ?? ''
    writeFileSync(join(folder, `${sample.file}.eml`), await aMail(sample, call.mailbox.address, host))
  }
  const command = [join(ROOT, 'src/cli/main.ts'), 'replay', '--json', '--call', file, folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
    .trim()
    .split('\n')
    .map((line) => ReplayLine.parse(JSON.parse(line)))
}

/** A line in the clerk's words. */
function told(line: ReplayLine, wanted: Expected): Expected {
  const open = line.requirements.filter(({ status }) => status !== 'met')
  return {
    kind: line.kind as NonNullable<Expected['kind']>,
    ...(wanted.kind === 'inquiry'
      ? {}
      : {
          timeliness: line.timeliness,
          completeness: line.completeness,
          open: Object.fromEntries(open.map(({ id, status }) => [id, status])) as NonNullable<
            Expected['open']
          >,
        }),
    ...(wanted.name === undefined ? {} : { name: line.applicant?.name ?? null }),
  }
}

const USUAL: Expected = { kind: 'application', timeliness: 'on_time', completeness: 'complete', open: {} }

describe.each(Object.entries(MAILS))('the example %s', (name, samples) => {
  it(
    'is replayed as a careful clerk would judge it',
    async () => {
      const lines = await replayed(name, samples)
      const golden = { ...EXPECTED, ...EXPECTED_OF_LATER }[name] ?? {}
      expect(lines.map(({ file }) => file.replace('.eml', '')).toSorted()).toEqual(
        Object.keys(golden).toSorted(),
      )
      const seen = Object.fromEntries(
        lines.map((line) => {
          const key = line.file.replace('.eml', '')
          return [key, told(line, golden[key] ?? {})]
        }),
      )
      const right = Object.entries(golden).map(([key, one]) => [
        key,
        one.kind === 'inquiry' ? one : { ...USUAL, ...one },
      ])
      expect(seen).toEqual(Object.fromEntries(right))
    },
    LONG,
  )
})
