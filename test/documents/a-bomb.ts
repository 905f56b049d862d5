import { deflateRawSync, deflateSync } from 'node:zlib'
import { aZip } from './a-zip.ts'

/**
 * A PDF whose reading takes longer than anyone would wait: drawings that draw each other, ten times each,
 * twelve deep. Well under two kilobytes.
 */
export function aSpinningPdf(): Uint8Array {
  const depth = 12
  const objects = [stream('', '/A Do')]
  for (let level = 0; level < depth; level += 1) {
    const last = level === depth - 1
    const font = '/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>'
    const resources = last ? font : `/Resources<</XObject<</A ${6 + level} 0 R>>>>`
    const drawing = last ? 'BT /F 9 Tf (x) Tj ET' : '/A Do '.repeat(10)
    objects.push(stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]${resources}`, drawing))
  }
  return aPdfOf(objects, '/Resources<</XObject<</A 5 0 R>>>>')
}

/** Pages of one line each over the same thousands of lines of a plan: no bomb, but seconds of work. */
export function aLaboriousPdf(pages: number): Uint8Array {
  const plan = stream('', '0 0 m 9 9 l S\n'.repeat(40_000))
  const numbers = Array.from({ length: pages }, (_, index) => index + 1)
  const kids = numbers.map((number) => `${2 * number + 3} 0 R`).join(' ')
  const font = '/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>'
  const each = numbers.flatMap((number) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${font}/Contents[3 0 R ${2 * number + 4} 0 R]>>`,
    stream('', `BT /F 12 Tf 50 700 Td (Page ${number}) Tj ET`),
  ])
  const tree = `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`
  return written(['<</Type/Catalog/Pages 2 0 R>>', tree, plan, '<<>>', ...each])
}

/** A page whose text unpacks to so many megabytes of blanks. */
export function anInflatingPdf(megabytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * 1_000_000, ' ')).toString('latin1')
  return aPdfOf([`<</Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`], '')
}

/** A page that draws one picture of 3.6 thousand million pixels, of which there is hardly a byte. */
export function aHugePicturePdf(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(1000)).toString('latin1')
  const picture = `<</Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`
  return aPdfOf([stream('', 'q 500 0 0 500 0 0 cm /I Do Q'), picture], '/Resources<</XObject<</I 5 0 R>>>>')
}

/** Lists in lists, two hundred thousand deep. */
export function aDeepPdf(): Uint8Array {
  return aPdfOf([stream('', '')], `/Deep ${'['.repeat(200_000)}${']'.repeat(200_000)}`)
}

/** Opens with a script, which nobody runs. */
export function aScriptedPdf(): Uint8Array {
  const text = 'BT /F 12 Tf 50 700 Td (Note sans objet) Tj ET'
  return aPdfOf(
    [stream('', text)],
    '/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>',
    '/OpenAction<</S/JavaScript/JS(while\\(true\\){app.launchURL\\("http://exemple.example"\\)})>>',
  )
}

/** Objects packed into a stream that unpacks far, as a modern PDF keeps them. */
export function aPackedObjectsPdf(megabytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * 1_000_000, '1 0 ')).toString('latin1')
  const objects = `<</Type/ObjStm/N 1000000/First 8000000/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream`
  return aPdfOf([stream('', ''), objects], '')
}

function aPdfOf(objects: readonly string[], page: string, catalog = ''): Uint8Array {
  return written([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${page}/Contents 4 0 R>>`,
    ...objects,
  ])
}

/** A file of these objects, the first of which is its catalogue. */
function written(all: readonly string[]): Uint8Array {
  const body = all.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size ${all.length + 1}>>\n%%EOF`, 'latin1')
}

function stream(dictionary: string, content: string): string {
  return `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`
}

/** Archives in archives, each holding ten of the next, down to a file of blanks. */
export function aNestedZip(depth: number): Uint8Array {
  let inner: Uint8Array = aZip([{ name: 'blancs.txt', content: Buffer.alloc(20_000_000) }])
  for (let level = 0; level < depth; level += 1) {
    const here = inner
    inner = aZip(Array.from({ length: 10 }, (_, index) => ({ name: `${index}.zip`, content: here })))
  }
  return inner
}

/** Entries that claim more than ten gigabytes between them. */
export function aClaimingZip(): Uint8Array {
  const blanks = Buffer.alloc(3_000_000)
  return aZip([1, 2, 3].map((index) => ({ name: `${index}.txt`, content: blanks, claimedSize: 0xffff_fffe })))
}

/** A directory of many entries that all mean the same packed megabytes. */
export function anOverlappingZip(entries: number): Uint8Array {
  const one = Buffer.from(aZip([{ name: 'a.txt', content: Buffer.alloc(10_000_000) }]))
  const directory = one.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  const end = one.indexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const record = one.subarray(directory, end)
  const tail = Buffer.from(one.subarray(end))
  tail.writeUInt16LE(entries, 8)
  tail.writeUInt16LE(entries, 10)
  tail.writeUInt32LE(record.byteLength * entries, 12)
  return Buffer.concat([one.subarray(0, directory), ...Array.from({ length: entries }, () => record), tail])
}

/** A picture to one program, an archive to another: a GIF’s head, an archive’s tail. */
export function aPolyglot(): Uint8Array {
  return Buffer.concat([
    Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'),
    aZip([{ name: 'a.txt', content: deflateRawSync('a') }]),
  ])
}
