import { join } from 'node:path'
import { Failure } from '../base/failure.ts'
import type { Settings } from '../settings/settings.ts'

/** Who is asked at a socket: by the other processes of one « run », and nobody else. */
export type Asked = 'office' | 'sender' | 'mailbox'

/**
 * Failure('permanent', 'settings') outside « run », which makes the folder of sockets and says where it is.
 */
export function socketOf({ RECEPISSE_SOCKETS: folder }: Settings, whose: Asked): string {
  if (folder === undefined)
    throw new Failure('permanent', 'settings', 'this process is started by « recepisse run »')
  return join(folder, `${whose}.sock`)
}
