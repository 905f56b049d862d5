import { expect, it } from 'vitest'
import { Fingerprint } from '../../src/base/ids.ts'
import { type Listed, receivedFiles, receivedInWords } from '../../src/documents/received.ts'
import { fileName, namePart, paths } from '../../src/exports/file-names.ts'

function listed(name: string, content: string, over: Partial<Listed> = {}): Listed {
  const sha256 = Fingerprint.parse(Buffer.from(content).toString('hex').padStart(64, '0'))
  return { kind: 'file', name, sha256, decor: false, ...over }
}

const told = (...documents: Listed[]) => receivedFiles(documents).map(receivedInWords)

it('an archive is told once with what it holds; a copy, a link, a logo and a mail’s text are none', () => {
  expect(
    told(
      listed('courriel', 'a', { kind: 'body' }),
      listed('Dossier.zip', 'z'),
      listed('Dossier.zip/formulaire.pdf', 'f'),
      listed('Dossier.zip/statuts.pdf', 's'),
      listed('logo.png', 'l', { decor: true }),
      listed('we.tl', 'w', { kind: 'link' }),
      listed('saisie', 'p', { kind: 'staff_entry' }),
      listed('projet.pdf', 'p'),
      listed('encore.pdf', 'p'),
    ),
  ).toEqual(['Dossier.zip (formulaire.pdf, statuts.pdf)', 'projet.pdf'])
})

it('the near miss: other bytes under the same name are another file, and a name that only begins alike is no member', () => {
  expect(told(listed('a.pdf', '1'), listed('a.pdf (2)', '2'), listed('a.pdf-annexe.pdf', '3'))).toHaveLength(
    3,
  )
})

it('what is in an archive and beside it is told where it came first, and once', () => {
  expect(told(listed('f.pdf', 'f'), listed('lot.zip', 'z'), listed('lot.zip/f.pdf', 'f'))).toEqual([
    'f.pdf',
    'lot.zip',
  ])
})

it.each([
  ['statuts signés.pdf', 'TI22-7K4QX_Usine-Verte_statuts-signés.pdf'],
  ['../../etc/passwd', 'TI22-7K4QX_Usine-Verte_etc-passwd'],
  ['CON', 'TI22-7K4QX_Usine-Verte_x-CON'],
  ['a\u202Efdp.exe', 'TI22-7K4QX_Usine-Verte_afdp.exe'],
  ['nul\u0000\n.pdf', 'TI22-7K4QX_Usine-Verte_x-nul.pdf'],
  ['???', 'TI22-7K4QX_Usine-Verte_piece'],
])('a piece called %j is packed as %s', (piece, name) => {
  expect(fileName('TI22-7K4QX', 'Usine « Verte »', piece)).toBe(name)
})

it('names are bounded in bytes whatever their letters, keep their ending, and no two are alike', () => {
  const long = fileName('TI22-7K4QX', '株'.repeat(200), `${'é'.repeat(300)}.pdf`)
  expect(Buffer.byteLength(long)).toBeLessThan(255)
  expect(long.endsWith('.pdf')).toBe(true)
  expect(fileName('TI22-7K4QX', null, 'a.pdf')).toBe('TI22-7K4QX_sans-nom_a.pdf')
  expect(namePart('.cache')).toBe('cache')
  const pathOf = paths()
  expect([pathOf('x/a.pdf'), pathOf('x/A.PDF'), pathOf('x/a.pdf'), pathOf('y/a.pdf')]).toEqual([
    'x/a.pdf',
    'x/A-2.PDF',
    'x/a-3.pdf',
    'y/a.pdf',
  ])
})
