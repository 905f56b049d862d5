import { expect, it } from 'vitest'
import { Fingerprint } from '../../src/base/ids.ts'
import { type Listed, receivedFiles, receivedInWords } from '../../src/documents/received.ts'

let count = 0
function file(name: string, same?: Listed): Listed {
  count += 1
  const sha256 = same?.sha256 ?? Fingerprint.parse(String(count).padStart(64, '0'))
  return { kind: 'file', name, sha256, decor: false }
}
const told = (documents: readonly Listed[]) => receivedFiles(documents).map(receivedInWords)

it('two archives of one name each hold their own files, in one mail or in two', () => {
  const again = [
    file('Dossier.zip'),
    file('Dossier.zip/a.pdf'),
    file('Dossier.zip'),
    file('Dossier.zip/b.pdf'),
  ]
  expect(told(again)).toEqual(['Dossier.zip (a.pdf)', 'Dossier.zip (b.pdf)'])
  const renamed = [
    file('Dossier.zip'),
    file('Dossier.zip/a.pdf'),
    file('dossier.zip (2)'),
    file('dossier.zip/b.pdf'),
  ]
  expect(told(renamed)).toEqual(['Dossier.zip (a.pdf)', 'dossier.zip (2) (b.pdf)'])
})

it('what came before, loose or in an archive, is told once; a slash alone makes no archive', () => {
  const loose = file('statuts.pdf')
  expect(told([loose, file('D.zip'), file('D.zip/statuts.pdf', loose), file('D.zip/b.pdf')])).toEqual([
    'statuts.pdf',
    'D.zip (b.pdf)',
  ])
  expect(told([file('1/2 page.pdf')])).toEqual(['1/2 page.pdf'])
})

it('as many files as a mail can hold cost what they should', () => {
  const many = (size: number) => Array.from({ length: size }, (_, index) => file(`a/${index}/piece.txt`))
  expect(told(many(4_000))).toHaveLength(4_000)
})
