import { aZip } from '../a-zip.ts'

/** A file to be wrapped in a mail, an archive or a winmail.dat. */
export interface Wrapped {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** A mail with files, as somebody forwards it. */
export function aMail(subject: string, text: string, files: readonly Wrapped[]): Uint8Array {
  const parts = files.map((file) =>
    [
      '--b',
      `Content-Type: ${file.type}; name="${file.name}"`,
      `Content-Disposition: attachment; filename="${file.name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(file.content)
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n'),
    ].join('\r\n'),
  )
  const head = [
    'From: Claire Exemple <claire@exemple.example>',
    'To: appel@collectivite.example',
    `Subject: ${subject}`,
    'Date: Mon, 21 Nov 2022 09:12:00 +0400',
    'Message-ID: <un@exemple.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64'),
  ]
  return Buffer.from([...head, ...parts, '--b--', ''].join('\r\n'), 'latin1')
}

/** A ZIP of one member whose name is in code page 850, as older programs of Windows write it: é is 0x82. */
export function anOldZip(name: string, content: Uint8Array): Uint8Array {
  const zip = Buffer.from(aZip([{ name: name.replaceAll('é', '_'), content }]))
  const bytes = Buffer.from(name.replaceAll('é', '_'))
  const coded = Buffer.from(name.replaceAll('é', '\u0082'), 'latin1')
  for (let at = zip.indexOf(bytes); at !== -1; at = zip.indexOf(bytes, at + 1)) coded.copy(zip, at)
  const directory = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  // The bit that says « names are UTF-8 » goes.
  zip.writeUInt16LE(0, 6)
  zip.writeUInt16LE(0, directory + 8)
  return zip
}

/** winmail.dat ([MS-OXTNEF]): a signature, a key, then attributes of level, id, length, data and checksum. */
export function aTnef(files: readonly Wrapped[]): Uint8Array {
  const head = Buffer.alloc(6)
  head.writeUInt32LE(0x223e_9f78, 0)
  const parts = files.flatMap((file) => [
    attribute(0x0006_9002, Buffer.alloc(14)),
    attribute(0x0001_8010, Buffer.from(`${file.name}\0`, 'latin1')),
    attribute(0x0006_800f, file.content),
  ])
  return Buffer.concat([head, ...parts])
}

function attribute(id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(9)
  head.writeUInt8(2, 0)
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(data.byteLength, 5)
  const sum = Buffer.alloc(2)
  sum.writeUInt16LE(
    data.reduce((total, byte) => (total + byte) & 0xffff, 0),
    0,
  )
  return Buffer.concat([head, data, sum])
}

export const CALENDAR = Buffer.from(
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@exemple.example\r\nSUMMARY:Visite de l’atelier\r\nDTSTART:20221125T060000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
)
