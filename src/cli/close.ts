import { writeFile } from 'node:fs/promises'
import { printRegister } from '../adapters/print/deposit-register.ts'
import { headInShort } from '../app/proof-bundle.ts'
import { stamperOf } from '../app/sealing.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { CallId } from '../base/ids.ts'
import { callNamed } from '../call/calls.ts'
import { lastDeadline } from '../call/deadline.ts'
import { applicationRecord } from '../exports/application-record.ts'
import { signingKey } from '../settings/signing-key.ts'
import { refuseUnproven } from '../steps/printable.ts'
import { seal } from '../steps/seal.ts'
import { type Command, textOption } from './command.ts'
import { print } from './output.ts'
import { place, required } from './staff-options.ts'

export const close: Command = {
  usage: 'close [--call ID] --by NAME --reason TEXT --out FILE',
  details: [
    '  --call  which call, where there are several',
    '  --out  a file for the register of deposits (PDF), with the closing head, to be printed and signed',
    '  --by, --reason  who closes it and why; kept in the register for good',
    'Writes the closing into the register, signs its head and has it stamped.',
  ],
  options: {
    call: { type: 'string' },
    out: { type: 'string' },
    by: { type: 'string' },
    reason: { type: 'string' },
  },
  positionals: false,
  async run(values) {
    const by = required(values, 'by')
    const reason = required(values, 'reason')
    const out = place(values, 'out')
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
    const deadline = lastDeadline(call)
    if (deadline !== null && now <= deadline)
      throw new Failure('permanent', 'not-over', 'the deadline has not passed: nothing is closed before it')
    await refuseUnproven(world.register)
    const count = await world.register.close(call.id, { by, reason }, now)
    const ports = { ...world, signer: signingKey(world.settings), stamper: stamperOf(world.settings) }
    const { head } = await seal(ports, 'close')
    const records = (await world.register.summaries(call.id)).map((one) => applicationRecord(one, call))
    await writeFile(out, await printRegister(records, call, world.clock.now(), head))
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
