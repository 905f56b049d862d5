import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { openArchive } from '../adapters/archive/open.ts'
import { composeMail } from '../adapters/smtp/compose.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { instantFromWallClock, isWallClock, wallClockOf } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import type { FieldKind } from '../call/field-kind.ts'
import { type Paper, paperMail } from '../dossier/paper.ts'
import { archiveLocation } from '../settings/secrets.ts'
import { enterPaper } from '../steps/post.ts'
import { type Command, textOption, type Values } from './command.ts'
import { print } from './output.ts'

/** Facts that can be read on the paper, by the option that states them. */
const FACTS: Readonly<Record<string, FieldKind>> = {
  name: 'name',
  'legal-form': 'legal_form',
  siret: 'siret',
  rna: 'rna',
  representative: 'representative',
  role: 'role',
  address: 'postal_address',
  phone: 'phone',
  email: 'email',
  sector: 'sector',
}

export const post: Command = {
  usage:
    'post --arrived TIME --received-by NAME --by NAME [--postmark DAY] [--call ID] [--name NAME] ' +
    '[--siret N] … [SCAN…]',
  details: [
    '  --arrived TIME     when it came, in the call’s zone: 2022-11-25T09:30',
    '  --postmark DAY     the day of the postmark: 2022-11-22; without it, it was handed over at the counter',
    '  --received-by NAME who took it in',
    '  --by NAME          who enters it',
    '  --call ID          when there are several calls',
    `  ${Object.keys(FACTS)
      .map((name) => `--${name}`)
      .join(', ')}: what can be read on it`,
    '  SCAN               its pages, as files',
  ],
  options: Object.fromEntries(
    ['arrived', 'postmark', 'received-by', 'by', 'call', ...Object.keys(FACTS)].map((name) => [
      name,
      { type: 'string' as const },
    ]),
  ),
  positionals: true,
  async run(values, scans) {
    await using world = await openWorld('post')
    const call = callOf(world.calls, textOption(values, 'call'))
    const paper = paperOf(values, call)
    const attachments = await Promise.all(
      scans.map(async (path) => ({ name: basename(path), content: await readScan(path) })),
    )
    const raw = await composeMail(paperMail(paper, call, world.clock.now(), attachments))
    const archive = await openArchive(archiveLocation(world.settings))
    // No queue is needed: the sweep of the running service finds it in the register.
    const ports = {
      archive,
      register: world.register,
      clock: world.clock,
      jobs: { add: async () => undefined },
    }
    const arrivalDay = wallClockOf(paper.arrivedAt, call.deadline.zone).toPlainDate().toString()
    print(
      `entered under ${await enterPaper(ports, paper, raw, arrivalDay)}; the running service gives it ` +
        'its number within a minute',
    )
    return 0
  },
}

function callOf(calls: readonly [Call, ...Call[]], id: string | undefined): Call {
  if (id === undefined && calls.length === 1) return calls[0]
  const call = calls.find((one) => one.id === id)
  if (call === undefined)
    throw new Failure(
      'permanent',
      'usage',
      `say which call with --call: ${calls.map((one) => one.id).join(' or ')}`,
    )
  return call
}

function paperOf(values: Values, call: Call): Paper {
  const arrived = required(values, 'arrived')
  if (!isWallClock(arrived))
    throw new Failure('permanent', 'usage', `--arrived takes a time such as 2022-11-25T09:30, not ${arrived}`)
  const postmark = textOption(values, 'postmark')
  if (postmark !== undefined && !(/^\d{4}-\d\d-\d\d$/.test(postmark) && isWallClock(postmark))) {
    throw new Failure('permanent', 'usage', `--postmark takes a day such as 2022-11-22, not ${postmark}`)
  }
  const facts = Object.entries(FACTS).flatMap(([option, kind]) => {
    const value = textOption(values, option)
    return value === undefined ? [] : [[kind, value] as const]
  })
  return {
    postmark: postmark ?? null,
    arrivedAt: instantFromWallClock(arrived, call.deadline.zone),
    receivedBy: required(values, 'received-by'),
    enteredBy: required(values, 'by'),
    facts: Object.fromEntries(facts),
  }
}

function required(values: Values, name: string): string {
  const value = textOption(values, name)
  if (value === undefined || value.trim() === '')
    throw new Failure('permanent', 'usage', `--${name} is needed; see recepisse post --help`)
  return value
}

async function readScan(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: unknown) => {
    throw new Failure('permanent', 'no-such-path', `${path}: this scan cannot be read`, { cause: error })
  })
}
