import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/adapters/readers/read-file.ts'
import type { Reading } from '../../src/documents/document.ts'
import { shownLines } from '../../src/documents/text/page.ts'
import { aDocx, control, paragraph, table } from './a-docx.ts'
import { aPdf } from './a-pdf.ts'
import { readFields, textOfPages } from './a-reading.ts'
import { aZip } from './a-zip.ts'
import { anOdt } from './an-odt.ts'

/** All readings of a file, by name, read in this process. */
async function readings(content: Uint8Array, name = 'f'): Promise<Map<string, Reading>> {
  const files = await readFile({ name, declaredType: 'application/octet-stream', content })
  return new Map(files.map((file) => [file.name, file.reading]))
}

async function one(content: Uint8Array): Promise<Reading> {
  const [reading] = [...(await readings(content)).values()]
  if (reading === undefined) throw new Error('no reading')
  return reading
}

const textOf = (reading: Reading): string => textOfPages(reading.pages)
const textsOf = (reading: Reading) =>
  reading.pages.map(({ number, lines }) => ({ number, text: shownLines(lines) }))

it('takes a text that begins with « FORM » for a text, not for a sound', async () => {
  const [reading] = [
    ...(await readings(Buffer.from('FORMULAIRE DE CANDIDATURE\nNom de la structure : Alpha\n'))).values(),
  ]
  expect(reading?.mediaType).toBe('text/plain')
})

describe('PDF', () => {
  it('keeps lines, sets cells apart by tabs', async () => {
    const reading = await one(
      await aPdf(['Raison sociale\tSARL Bois Rouge\nTéléphone\t0692 12 34 56', 'Page deux']),
    )
    expect(reading).toMatchObject({ mediaType: 'application/pdf', problem: null })
    expect(textsOf(reading)).toEqual([
      { number: 1, text: 'Raison sociale\tSARL Bois Rouge\nTéléphone\t0692 12 34 56' },
      { number: 2, text: 'Page deux' },
    ])
  })

  it('gives the values of its fields, and shows them in their places', async () => {
    const content = await aPdf(
      ['Formulaire'],
      [
        { name: 'Texte1', label: 'Nom de la structure', value: 'SARL Bois Rouge' },
        { name: 'Texte2', label: 'SIRET', value: '732 829 320 00074' },
        { name: 'case1', label: 'Association', ticked: false },
        { name: 'case2', label: 'SARL', ticked: true },
        { name: 'filiere', label: 'Filière', options: ['numerique', 'energie'], chosen: 'energie' },
        { name: 'Texte3', label: 'Téléphone' },
      ],
    )
    const reading = await one(content)
    expect(textOf(reading)).toContain('Nom de la structure\tSARL Bois Rouge')
    expect(reading.formValues).toContainEqual(
      expect.objectContaining({ name: 'case2', type: 'checkbox', value: 'on' }),
    )
    expect(reading.formValues).toContainEqual(
      expect.objectContaining({ name: 'case1', type: 'checkbox', value: '' }),
    )
    expect(reading.formValues).toContainEqual(
      expect.objectContaining({ name: 'filiere', type: 'radio', value: 'energie' }),
    )
    expect(readFields(reading)).toMatchObject({
      name: 'SARL Bois Rouge',
      siret: '73282932000074',
      legal_form: 'SARL',
      sectors: 'energie',
    })
  })

  it('a scan has pages without words, and no problem', async () => {
    const reading = await one(await aPdf(['', '']))
    expect(reading).toMatchObject({
      problem: null,
      pages: [
        { number: 1, lines: [] },
        { number: 2, lines: [] },
      ],
    })
  })

  it('locked by its reader’s password it is encrypted; by its owner’s alone it is read', async () => {
    const locked = async (passwords: { userPassword: string; ownerPassword: string }): Promise<Reading> => {
      const document = await PDFDocument.load(await aPdf(['Raison sociale : SARL Bois Rouge']))
      document.encrypt(passwords)
      return one(await document.save())
    }
    expect((await locked({ userPassword: 'a', ownerPassword: 'b' })).problem).toBe('encrypted')
    const open = await locked({ userPassword: '', ownerPassword: 'b' })
    expect(open.problem).toBeNull()
    expect(textOf(open)).toContain('SARL Bois Rouge')
  })

  it('damaged beyond repair it is unreadable; with junk before its header it is read', async () => {
    const content = await aPdf(['Raison sociale : SARL Bois Rouge'])
    expect((await one(content.subarray(0, 300))).problem).toBe('unreadable')
    const junk = Buffer.concat([Buffer.from('X-Scanner: oui\r\n\r\n'), content])
    expect((await one(junk)).problem).toBeNull()
  })
})

describe('DOCX', () => {
  it('reads tables, controls, boxes; not prompts, not what a change deleted', async () => {
    const reading = await one(
      aDocx(
        table([
          ['Raison sociale', 'SARL Bois Rouge'],
          ['Filière', '☒ Énergie\n☐ Numérique'],
        ]) +
          control('Téléphone', '0692 12 34 56') +
          control('Courriel', 'Cliquez ici pour entrer du texte.', { prompt: true }) +
          control('SARL', '☒', { checked: true }) +
          '<w:p><w:del><w:r><w:delText>supprimé</w:delText></w:r></w:del><w:ins><w:r><w:t>gardé</w:t></w:r></w:ins></w:p>' +
          '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>encadré</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>encadré</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>',
        { 'word/header1.xml': `<w:hdr xmlns:w="x">${paragraph('En-tête')}</w:hdr>` },
      ),
    )
    const text = textOf(reading)
    expect(text).toContain('Raison sociale\tSARL Bois Rouge')
    expect(text).toContain('En-tête')
    expect(text).toContain('gardé')
    expect(text).not.toContain('supprimé')
    expect(text).not.toContain('Cliquez')
    expect(text.match(/encadré/g)).toHaveLength(1)
    expect(reading.formValues).toContainEqual(
      expect.objectContaining({ label: 'Téléphone', value: '0692 12 34 56' }),
    )
    expect(reading.formValues).toContainEqual(expect.objectContaining({ label: 'Courriel', value: '' }))
    expect(reading.formValues).toContainEqual(
      expect.objectContaining({ label: 'SARL', type: 'checkbox', value: 'on' }),
    )
    expect(readFields(reading)).toMatchObject({
      name: 'SARL Bois Rouge',
      sectors: 'energie',
      legal_form: 'SARL',
    })
  })

  it('reads legacy boxes and lists', async () => {
    const legacy = (data: string): string =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r></w:p>`
    const reading = await one(
      aDocx(
        legacy('<w:name w:val="c1"/><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') +
          legacy(
            '<w:name w:val="filiere"/><w:ddList><w:result w:val="1"/><w:listEntry w:val="Numérique"/><w:listEntry w:val="Énergie"/></w:ddList>',
          ),
      ),
    )
    expect(reading.formValues).toMatchObject([
      { name: 'c1', type: 'checkbox', value: 'on' },
      { name: 'filiere', type: 'choice', value: 'Énergie' },
    ])
  })
})

it('ODT: text, tables, controls in their places', async () => {
  const reading = await one(
    anOdt(
      '<text:p>Filière <draw:control draw:control="c1"/></text:p><table:table><table:table-row><table:table-cell><text:p>SIRET</text:p></table:table-cell><table:table-cell><text:p>73282932000074</text:p></table:table-cell></table:table-row></table:table>',
      '<form:form><form:listbox form:name="filiere" form:id="c1"><form:option form:label="Numérique"/><form:option form:label="Énergie" form:current-selected="true"/></form:listbox></form:form>',
    ),
  )
  expect(reading.mediaType).toBe('application/vnd.oasis.opendocument.text')
  expect(textOf(reading)).toContain('SIRET\t73282932000074')
  expect(reading.formValues).toMatchObject([{ name: 'filiere', type: 'choice', value: 'Énergie' }])
  expect(readFields(reading)).toMatchObject({ siret: '73282932000074', sectors: 'energie' })
})

describe('texts', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from('Été à Saint-Benoît')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFÉté à Saint-Benoît')],
    ['UTF-16', Buffer.from('\uFEFFÉté à Saint-Benoît', 'utf16le')],
    ['windows-1252', Buffer.from('Été à Saint-Benoît', 'latin1')],
  ])('in %s', async (_, content) => {
    expect(textOf(await one(content)).replace('\uFEFF', '')).toBe('Été à Saint-Benoît')
  })

  it('HTML as a person sees it', async () => {
    const html =
      '<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><script>x()</script><p>Un &eacute;t&eacute;</p><table><tr><td>SIRET</td><td>1</td></tr></table><input type="checkbox" checked> Énergie</body></html>'
    expect(textOf(await one(Buffer.from(html)))).toBe('Un été\nSIRET\t1\n☒ Énergie')
  })
})

describe('ZIP', () => {
  it('gives its members, nested ones too, under names that are safe to show', async () => {
    const inner = aZip([{ name: 'projet.txt', content: 'Notre projet' }])
    const content = aZip([
      { name: 'lot\\formul\u0007aire.txt', content: 'Raison sociale' },
      { name: 'lot/', content: '' },
      { name: 'lot/interne.zip', content: inner },
      { name: 'vide.txt', content: '' },
    ])
    const found = await readings(content, 'dossier.zip')
    expect([...found.entries()].map(([name, reading]) => [name, reading.problem])).toEqual([
      ['dossier.zip', null],
      ['dossier.zip/lot/formulaire.txt', null],
      ['dossier.zip/lot/interne.zip', null],
      ['dossier.zip/lot/interne.zip/projet.txt', null],
      ['dossier.zip/vide.txt', 'empty'],
    ])
  })

  it('says what is locked, what is too deep, what expands too far', async () => {
    const locked = await readings(aZip([{ name: 'a.txt', content: 'x', encrypted: true }]))
    expect([...locked.values()].map((reading) => reading.problem)).toEqual(['encrypted', 'encrypted'])

    let nested = aZip([{ name: 'a.txt', content: 'x' }])
    for (let depth = 0; depth < 6; depth += 1) nested = aZip([{ name: 'z.zip', content: nested }])
    expect([...(await readings(nested)).values()].at(-1)?.problem).toBe('too_large')

    const bomb = await readings(aZip([{ name: 'zeros.txt', content: new Uint8Array(30_000_000) }]))
    expect([...bomb.values()].at(-1)).toMatchObject({ problem: 'too_large' })

    const crowd = await readings(
      aZip(Array.from({ length: 300 }, (_, index) => ({ name: `${index}.txt`, content: 'x' }))),
    )
    expect([...crowd.values()]).toMatchObject([{ problem: 'too_large' }])
  })

  it('with a name that climbs out of its folder is refused', async () => {
    const found = await readings(aZip([{ name: '../../etc/passwd', content: 'x' }]))
    expect([...found.values()]).toMatchObject([{ problem: 'unreadable' }])
  })

  it('that lies about a size costs that member alone', async () => {
    const found = await readings(
      aZip([
        { name: 'menteur.txt', content: 'x'.repeat(5000), claimedSize: 3 },
        { name: 'bon.txt', content: 'bon' },
      ]),
    )
    expect([...found.values()].map((reading) => reading.problem)).toEqual([null, 'unreadable', null])
  })
})

it.each<[string, Uint8Array, string, string | null]>([
  ['nothing', Buffer.from(''), 'application/x-empty', 'empty'],
  [
    'a program',
    Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(64)]),
    'application/x-elf',
    'unsupported',
  ],
  ['noise', Buffer.from([0, 1, 2, 3, 250, 251, 0, 9]), 'application/octet-stream', 'unsupported'],
  ['a calendar', Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR'), 'text/calendar', null],
])('type by content: %s', async (_, content, mediaType, problem) => {
  expect(await one(content)).toMatchObject({ mediaType, problem })
})

it('a forwarded mail: its words are a page, its attachments are files', async () => {
  const note = Buffer.from('Raison sociale : SARL Bois Rouge').toString('base64')
  const eml = [
    'Received: from a by b; Wed, 23 Nov 2022 08:00:00 +0400',
    'From: Luc <luc@exemple.re>',
    'To: accueil@exemple.re',
    'Subject: Candidature',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Voici notre dossier.',
    '--x',
    'Content-Type: application/octet-stream; name="note.txt"',
    'Content-Disposition: attachment; filename="note.txt"',
    'Content-Transfer-Encoding: base64',
    '',
    note,
    '--x--',
    '',
  ].join('\r\n')
  const found = await readings(Buffer.from(eml), 'transfert.eml')
  expect([...found.keys()]).toEqual(['transfert.eml', 'transfert.eml/note.txt'])
  expect(found.get('transfert.eml')?.mediaType).toBe('message/rfc822')
  expect(textOf(found.get('transfert.eml') ?? (await one(Buffer.from(''))))).toContain('Voici notre dossier.')
  expect(textOf(found.get('transfert.eml/note.txt') ?? (await one(Buffer.from(''))))).toContain('Bois Rouge')
})

describe('other office formats', () => {
  it('RTF: accents by code page and Unicode, tables, nothing that is not shown', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}{\info{\author Y}}\pard D\'e9nomination : SARL Bois Rouge\par \u201 ?nergie \endash  {\deleted non}oui\par\trowd\cellx1\cellx2 SIRET\cell 73282932000074\cell\row}`
    const reading = await one(Buffer.from(rtf, 'latin1'))
    expect(reading.mediaType).toBe('application/rtf')
    expect(textOf(reading)).toBe('Dénomination : SARL Bois Rouge\nÉnergie – oui\nSIRET\t73282932000074')
  })

  it('XLSX: sheets are pages, rows are lines', async () => {
    const content = aZip([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      {
        name: 'xl/sharedStrings.xml',
        content: '<sst><si><t>SIRET</t></si><si><r><t>Bois </t></r><r><t>Rouge</t></r></si></sst>',
      },
      {
        name: 'xl/worksheets/sheet1.xml',
        content:
          '<worksheet><sheetData><row><c t="s"><v>0</v></c><c><v>73282932000074</v></c></row><row><c t="s"><v>1</v></c><c t="inlineStr"><is><t>12</t></is></c></row></sheetData></worksheet>',
      },
    ])
    const reading = await one(content)
    expect(textsOf(reading)).toEqual([{ number: 1, text: 'SIRET\t73282932000074\nBois Rouge\t12' }])
  })

  it('PPTX: slides in the order shown, notes left out', async () => {
    const slide = (text: string): string => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
    const content = aZip([
      {
        name: 'ppt/presentation.xml',
        content:
          '<p:presentation><p:sldIdLst><p:sldId id="1" r:id="r2"/><p:sldId id="2" r:id="r1"/></p:sldIdLst></p:presentation>',
      },
      {
        name: 'ppt/_rels/presentation.xml.rels',
        content:
          '<Relationships><Relationship Id="r1" Target="slides/slide1.xml"/><Relationship Id="r2" Target="slides/slide2.xml"/></Relationships>',
      },
      { name: 'ppt/slides/slide1.xml', content: slide('Notre équipe') },
      { name: 'ppt/slides/slide2.xml', content: slide('Qui sommes-nous') },
      { name: 'ppt/notesSlides/notesSlide1.xml', content: slide('à dire') },
    ])
    const reading = await one(content)
    expect(textsOf(reading).map((page) => page.text)).toEqual(['Qui sommes-nous', 'Notre équipe'])
  })

  it('behind a password they are encrypted', async () => {
    const ole = Buffer.alloc(1024)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(ole)
    Buffer.from('EncryptedPackage', 'utf16le').copy(ole, 600)
    expect((await one(ole)).problem).toBe('encrypted')
  })
})

describe('files inside other wrappings', () => {
  it('winmail.dat: files under their long names, and the text', async () => {
    const properties = (list: readonly (readonly [number, string])[]): Buffer => {
      const values = list.map(([id, text]) => {
        const data = Buffer.from(`${text}\0`, 'utf16le')
        const head = Buffer.alloc(12)
        head.writeUInt16LE(0x1f, 0)
        head.writeUInt16LE(id, 2)
        head.writeUInt32LE(1, 4)
        head.writeUInt32LE(data.byteLength, 8)
        return Buffer.concat([head, data, Buffer.alloc((4 - (data.byteLength % 4)) % 4)])
      })
      const count = Buffer.alloc(4)
      count.writeUInt32LE(list.length)
      return Buffer.concat([count, ...values])
    }
    const attribute = (id: number, data: Buffer): Buffer => {
      const head = Buffer.alloc(9)
      head[0] = 2
      head.writeUInt32LE(id, 1)
      head.writeUInt32LE(data.byteLength, 5)
      return Buffer.concat([head, data, Buffer.alloc(2)])
    }
    const content = Buffer.concat([
      Buffer.from('789f3e220100', 'hex'),
      attribute(0x00069003, properties([[0x1000, 'Voici notre dossier.']])),
      attribute(0x00069002, Buffer.alloc(14)),
      attribute(0x00018010, Buffer.from('FORMUL~1.TXT\0')),
      attribute(0x0006800f, Buffer.from('Raison sociale : SARL Bois Rouge')),
      attribute(0x00069005, properties([[0x3707, 'Formulaire signé n° 1.txt']])),
    ])
    const found = await readings(content, 'winmail.dat')
    expect([...found.keys()]).toEqual(['winmail.dat', 'winmail.dat/Formulaire signé n° 1.txt'])
    expect([...found.values()].map((reading) => textOf(reading))).toEqual([
      'Voici notre dossier.',
      'Raison sociale : SARL Bois Rouge',
    ])
  })

  it('a PDF with files embedded gives them too', async () => {
    const document = await PDFDocument.load(await aPdf(['Dossier']))
    await document.attach(Buffer.from('Notre projet'), 'projet.txt', { mimeType: 'text/plain' })
    const found = await readings(await document.save(), 'dossier.pdf')
    expect([...found.keys()]).toEqual(['dossier.pdf', 'dossier.pdf/projet.txt'])
  })
})

describe('S/MIME', () => {
  const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
    const body = Buffer.concat(parts)
    const size = body.byteLength
    const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
    return Buffer.concat([Buffer.from([tag, ...length]), body])
  }
  const oid = (last: number): Buffer => Buffer.from(`06092a864886f70d01070${last}`, 'hex')

  it('signed: what it wraps is read, and whether the signature verifies is told', async () => {
    const mail = Buffer.from(
      'Content-Type: text/plain; charset=utf-8\r\n\r\nRaison sociale : SARL Bois Rouge\r\n',
    )
    const wrapped = der(0x30, oid(1), der(0xa0, der(0x04, mail)))
    const signed = der(0x30, Buffer.from([2, 1, 1]), der(0x31), wrapped, der(0x31))
    const reading = await one(der(0x30, oid(2), der(0xa0, signed)))
    expect(reading).toMatchObject({ mediaType: 'application/pkcs7-mime', problem: null })
    expect(reading.detail).toContain('does not verify')
    expect(textOf(reading)).toContain('SARL Bois Rouge')
  })

  it('enciphered for somebody: encrypted', async () => {
    expect((await one(der(0x30, oid(3), der(0xa0, der(0x30))))).problem).toBe('encrypted')
  })
})

it('a piece of HTML without its head is HTML; a damaged file is told from one of another kind', async () => {
  expect(await one(Buffer.from('<p>Notre projet</p>'))).toMatchObject({
    mediaType: 'text/html',
    problem: null,
  })
  const [damaged] = [...(await readings(Buffer.from([0, 1, 2, 250]), 'formulaire.pdf')).values()]
  expect(damaged?.problem).toBe('unreadable')
})
