import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/adapters/readers/read-file.ts'
import type { Reading } from '../../src/documents/document.ts'
import { wholeText } from '../../src/documents/text/page.ts'
import { readFixture } from '../mail/read-fixture.ts'
import { aDocx, paragraph } from './a-docx.ts'
import { aZip } from './a-zip.ts'

async function readings(content: Uint8Array, name = 'f', declaredType = ''): Promise<Map<string, Reading>> {
  const files = await readFile({ name, declaredType, content })
  return new Map(files.map((file) => [file.name, file.reading]))
}

function textOf(reading: Reading | undefined): string {
  return wholeText(reading?.pages ?? [])
}

describe('a signed file', () => {
  it.each([
    ['signed-file', 'candidature.pdf.p7m', 'candidature.pdf'],
    ['signed-file-as-text', 'candidature.p7s', 'candidature'],
  ])('%s gives what it wraps, and whether the signature verifies', async (fixture, outer, inner) => {
    const { content } = await readFixture(fixture)
    const found = await readings(content(0), outer)
    expect([...found.keys()]).toEqual([outer, `${outer}/${inner}`])
    expect(found.get(outer)).toMatchObject({ mediaType: 'application/pkcs7-mime', problem: null })
    expect(found.get(outer)?.detail).toContain('the signature verifies')
    expect(textOf(found.get(`${outer}/${inner}`))).toContain('Usine Verte SAS')
  })

  it('a signature beside its file wraps nothing', async () => {
    const { content } = await readFixture('signature-beside-its-file')
    const found = await readings(content(1), 'candidature.pdf.p7s')
    expect([...found.values()].map(({ mediaType }) => mediaType)).toEqual(['application/pkcs7-signature'])
  })
})

describe('files written as text', () => {
  it('yEnc is seen, and not read', async () => {
    const { content } = await readFixture('yenc-in-the-text')
    const [reading] = [...(await readings(content(0))).values()]
    expect(reading).toMatchObject({ mediaType: 'application/x-yenc', problem: 'unreadable' })
  })

  it('an attached uuencode gives its file', async () => {
    const text = Buffer.from('begin 644 projet.txt\n-3F]T<F4@<\')O:F5T"@``\n`\nend\n')
    const found = await readings(text, 'projet.uue')
    expect([...found.keys()]).toEqual(['projet.uue', 'projet.uue/projet.txt'])
    expect(textOf(found.get('projet.uue/projet.txt'))).toContain('Notre projet')
  })

  it('an attached text is read in the charset that it declares', async () => {
    const text = Buffer.from('Repr\x82sentant', 'latin1')
    const [reading] = [...(await readings(text, 'f.txt', 'text/plain; charset=cp850')).values()]
    expect(textOf(reading)).toBe('Représentant')
    const [utf8] = [
      ...(await readings(Buffer.from('Représentant'), 'f.txt', 'text/plain; charset=cp850')).values(),
    ]
    expect(textOf(utf8)).toBe('Représentant')
  })
})

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function relations(rows: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const all = rows.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

function withMain(entry: string, target: string): Uint8Array {
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('Usine Verte')}</w:body></w:document>`
  const types = `<Types><Override PartName="/${entry.replace(/^\//, '')}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
  return aZip([
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: relations([['rId1', 'officeDocument', target]]) },
    { name: entry, content: document },
  ])
}

describe('an office file', () => {
  it.each([
    ['word/document2.xml', 'word/document2.xml'],
    ['word/document22.xml', '/word/document22.xml'],
    ['Contenu/texte.xml', './Contenu/texte.xml'],
    ['word/Document.xml', 'word/document.xml'],
    ['/word/document.xml', '/word/document.xml'],
  ])('with %s as its main part is read by its relations', async (entry, target) => {
    const [reading] = [...(await readings(withMain(entry, target))).values()]
    expect(reading?.problem).toBeNull()
    expect(textOf(reading)).toBe('Usine Verte')
  })

  it('a workbook whose parts have other names is read in the order shown', async () => {
    const sheet = (text: string): string =>
      `<worksheet><sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`
    const content = aZip([
      {
        name: '[Content_Types].xml',
        content:
          '<Types><Override PartName="/xl/workbook2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      },
      { name: '_rels/.rels', content: relations([['rId1', 'officeDocument', 'xl/workbook2.xml']]) },
      {
        name: 'xl/workbook2.xml',
        content: '<workbook><sheets><sheet r:id="b"/><sheet r:id="a"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook2.xml.rels',
        content: relations([
          ['a', 'worksheet', 'feuilles/un.xml'],
          ['b', 'worksheet', '/xl/feuilles/deux.xml'],
        ]),
      },
      { name: 'xl/feuilles/un.xml', content: sheet('un') },
      { name: 'xl/feuilles/deux.xml', content: sheet('deux') },
    ])
    const [reading] = [...(await readings(content)).values()]
    expect(reading?.pages.map((page) => wholeText([page]))).toEqual(['deux', 'un'])
  })

  it('shows the files that it takes for its own text', async () => {
    const inner = aDocx(paragraph('Filière : énergie'))
    const content = aDocx('<w:altChunk r:id="a"/><w:altChunk r:id="b"/><w:altChunk r:id="c"/>', {
      'word/_rels/document.xml.rels': relations([
        ['a', 'aFChunk', 'afchunk.htm'],
        ['b', 'aFChunk', '/word/afchunk.rtf'],
        ['c', 'aFChunk', 'afchunk.docx'],
      ]),
      'word/afchunk.htm': '<html><body><p>SIRET : 732 829 320 00074</p></body></html>',
      'word/afchunk.rtf': '{\\rtf1\\ansi Usine Verte SAS\\par}',
      'word/afchunk.docx': inner,
    })
    const [reading] = [...(await readings(content)).values()]
    const text = textOf(reading)
    expect(text).toContain('732 829 320 00074')
    expect(text).toContain('Usine Verte SAS')
    expect(text).toContain('Filière : énergie')
  })
})
