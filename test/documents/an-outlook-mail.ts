import { aCompound, type Storage } from './a-compound.ts'

/** A mail with files, as Outlook saves it ([MS-OXMSG]): each property that has a length is a stream of its own. */
export interface OutlookMail {
  readonly from: readonly [name: string, address: string]
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[]
}

const TEXT = 0x001f
const BINARY = 0x0102
const NUMBER = 0x0003
const BY_VALUE = 1

export function anOutlookMail(mail: OutlookMail): Buffer {
  const [name, address] = mail.from
  const properties: readonly Property[] = [
    [0x001a, 'IPM.Note'],
    [0x0037, mail.subject],
    [0x0c1a, name],
    [0x0c1f, address],
    [0x1000, mail.text],
    [0x5d01, address],
  ]
  const attachments = mail.files.map((file, index): [string, Storage] => [
    `__attach_version1.0_#${index.toString(16).padStart(8, '0')}`,
    storage(8, [
      [0x3701, file.content],
      [0x3704, file.name],
      [0x3705, BY_VALUE],
      [0x3707, file.name],
    ]),
  ])
  const names = { '__substg1.0_00020102': NOTHING, '__substg1.0_00030102': NOTHING }
  return aCompound({
    ...storage(32, properties),
    '__nameid_version1.0': { ...names, '__substg1.0_00040102': NOTHING },
    ...Object.fromEntries(attachments),
  })
}

type Property = readonly [id: number, value: string | Uint8Array | number]

const NOTHING = new Uint8Array()

function storage(head: number, properties: readonly Property[]): Storage {
  const streams: [string, Uint8Array][] = []
  const rows = properties.map(([id, value]) => {
    const type = typeof value === 'string' ? TEXT : typeof value === 'number' ? NUMBER : BINARY
    const row = Buffer.alloc(16)
    row.writeUInt16LE(type, 0)
    row.writeUInt16LE(id, 2)
    row.writeUInt32LE(6, 4)
    if (typeof value === 'number') row.writeUInt32LE(value, 8)
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : value
      // The stored size of a text counts the zero at its end, which is not stored.
      row.writeUInt32LE(bytes.byteLength + (type === TEXT ? 2 : 0), 8)
      streams.push([`__substg1.0_${hex(id)}${hex(type)}`, bytes])
    }
    return row
  })
  const table = Buffer.concat([Buffer.alloc(head), ...rows])
  return { '__properties_version1.0': table, ...Object.fromEntries(streams) }
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(4, '0')
}
