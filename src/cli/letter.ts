import { DECISION_SAMPLES, decisionSample, hasTemplate } from '../acknowledgement/decision-samples.ts'
import type { Letter } from '../acknowledgement/outgoing.ts'
import { SAMPLES, sampleLetter } from '../acknowledgement/samples.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import { loadCalls } from '../settings/call-file.ts'
import { readSettings } from '../settings/settings.ts'
import { type Command, textOption } from './command.ts'
import { print } from './output.ts'

const CASES = [...SAMPLES, ...DECISION_SAMPLES] as const

function lettered(call: Call, name: (typeof CASES)[number], writtenIn: string | undefined): Letter {
  const decision = DECISION_SAMPLES.find((sample) => sample === name)
  const sample = SAMPLES.find((one) => one === name)
  if (decision === undefined || sample !== undefined)
    return sampleLetter(call, sample ?? 'complete', writtenIn)
  if (!hasTemplate(call, decision))
    throw new Failure('permanent', 'usage', `the call’s file has no « decisions.${decision} »`)
  return decisionSample(call, decision)
}

export const letter: Command = {
  usage: 'letter --preview [CASE] [--html] [--written-in LANGUAGE] [--call FILE]',
  details: [
    `  CASE    ${CASES.join(', ')}; « complete » by default`,
    '  --html  the HTML part; by default headers and text',
    '  --call  the call’s file, when there are several',
    '  --written-in  as to a candidate who wrote in it, such as « en »: with its translation, where ' +
      'the call has one',
    'Candidate, files and times are invented; nothing is sent.',
  ],
  options: {
    preview: { type: 'boolean' },
    html: { type: 'boolean' },
    call: { type: 'string' },
    'written-in': { type: 'string' },
  },
  positionals: true,
  async run(values, [wanted = 'complete']) {
    const name = CASES.find((sample) => sample === wanted)
    if (values['preview'] !== true || name === undefined)
      throw new Failure(
        'permanent',
        'usage',
        `recepisse letter --preview CASE, where CASE is one of: ${CASES.join(', ')}`,
      )
    const [{ call }] = loadCalls(textOption(values, 'call') ?? readSettings().RECEPISSE_CALL)
    const { from, to, subject, headers, text, html } = lettered(call, name, textOption(values, 'written-in'))
    if (values['html'] === true) {
      print(html)
      return 0
    }
    const shown = { From: `${from.name} <${from.address}>`, To: to.join(', '), Subject: subject, ...headers }
    print(
      Object.entries(shown)
        .map(([field, value]) => `${field}: ${value}`)
        .join('\n'),
    )
    print(`\n${text}`)
    return 0
  },
}
