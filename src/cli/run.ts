import { once } from 'node:events'
import { startService } from '../../workers/run.ts'
import { tellManager } from '../app/tell-manager.ts'
import { Failure } from '../base/failure.ts'
import { PROCESSES, type ProcessName } from '../settings/secrets.ts'
import { serviceManager } from '../settings/service-manager.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import { type Command, textOption } from './command.ts'
import { printError } from './output.ts'

export const run: Command = {
  usage: 'run [--only office,mailbox,sender,console]',
  details: ['  --only NAMES  only these processes, on this machine'],
  options: { only: { type: 'string' } },
  positionals: false,
  async run(values) {
    const settings = readSettings()
    await using service = await startService(settings, processesNamed(textOption(values, 'only'), settings))
    const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]).then(() => null)
    await Promise.race([service.ready, stopped])
    printError('recepisse: ready')
    const manager = serviceManager()
    using _told = manager === null ? null : await tellManager(manager, settings, () => service.isMoving())
    const failure = await Promise.race([stopped, service.failed])
    if (failure !== null) throw failure
    return 0
  },
}

function processesNamed(list: string | undefined, settings: Settings): readonly ProcessName[] {
  // Where no pages are served, none need a process.
  const served = settings.RECEPISSE_CONSOLE_PORT !== undefined
  if (list === undefined) return PROCESSES.filter((name) => name !== 'console' || served)
  const names = list.split(',').map((word) => {
    const name = PROCESSES.find((one) => one === word.trim())
    if (name === undefined)
      throw new Failure('permanent', 'usage', `--only takes ${PROCESSES.join(', ')}; there is no « ${word} »`)
    return name
  })
  if (names.some((name) => name === 'mailbox' || name === 'sender') && !names.includes('office'))
    throw new Failure('permanent', 'usage', '--only: mailbox and sender ask the office; name it as well')
  return names
}
