import { headInShort } from '../app/proof-bundle.ts'
import { stamperOf } from '../app/sealing.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { CallId } from '../base/ids.ts'
import { deadlineOf } from '../call/deadline.ts'
import { callNamed } from '../dossier/routing.ts'
import { signingKey } from '../settings/signing-key.ts'
import { seal } from '../steps/seal.ts'
import { type Command, textOption } from './command.ts'
import { print } from './output.ts'
import { required } from './staff-options.ts'

export const close: Command = {
  usage: 'close [--call ID] --by NAME --reason TEXT',
  details: [
    '  --call  which call, where there are several',
    '  --by, --reason  who closes it and why; kept in the register for good',
    'Writes the closing into the register, signs its head and has it stamped. Print the register of deposits next to it',
    '(recepisse export --format pdf) and have it signed: its head is printed there.',
  ],
  options: { call: { type: 'string' }, by: { type: 'string' }, reason: { type: 'string' } },
  positionals: false,
  async run(values) {
    const by = required(values, 'by')
    const reason = required(values, 'reason')
    await using world = await openWorld('close')
    const name = textOption(values, 'call')
    if (name === undefined && world.calls.length > 1)
      throw new Failure(
        'permanent',
        'usage',
        `say which call: --call ${world.calls.map((one) => one.id).join(' or ')}`,
      )
    const call = callNamed(world.calls, name === undefined ? world.calls[0].id : CallId.parse(name))
    const now = world.clock.now()
    if (now <= deadlineOf(call))
      throw new Failure('permanent', 'not-over', 'the deadline has not passed: nothing is closed before it')
    const count = await world.register.close(call.id, { by, reason }, now)
    const ports = { ...world, signer: signingKey(world.settings), stamper: stamperOf(world.settings) }
    const { head } = await seal(ports, 'close')
    print(`${call.id}: ${count} applications, closed; ${headInShort(head)}`)
    return 0
  },
}

export const key: Command = {
  usage: 'key',
  details: ['The public key to publish next to the call: receipts are checked with it.'],
  options: {},
  positionals: false,
  async run() {
    await using world = await openWorld('key')
    const signer = signingKey(world.settings)
    print(signer.publicPem.trim())
    print(`key ${signer.id}`)
    return 0
  },
}
