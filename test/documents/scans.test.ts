import { describe, expect, it } from 'vitest'
import { FIRST_ATTEMPT, readFile } from '../../src/adapters/readers/read-file.ts'
import { createReaders } from '../../src/adapters/readers/readers.ts'
import { languagesRecognised } from '../../src/adapters/readers/recognised-languages.ts'
import type { Reading } from '../../src/documents/document.ts'
import { wholeText } from '../../src/documents/text/page.ts'
import type { Language } from '../../src/language/language.ts'
import { languageNamed } from '../../src/settings/language-files.ts'
import { readFields } from './a-reading.ts'
import { aPicture, aScannedPdf } from './a-scan.ts'
import { family } from './families/family.ts'
import { readFamily } from './families/read-family.ts'
import { theCall } from './the-call.ts'

const FORM = `FORMULAIRE DE CANDIDATURE

Nom de la structure :\tSARL Bois Rouge
N° SIRET :\t732 829 320 00074
Représentant légal :\tMme Aurélie TECHER
Téléphone :\t0692 12 34 56
Filière choisie :\tAgroalimentaire

Fait à Saint-Benoît, le 14 novembre 2022`

const GERMAN = `Sehr geehrte Damen und Herren,

wir bewerben uns mit unserer Gesellschaft um die Förderung einer größeren Werkstatt
in der Straße der Ingenieure. Die Maßnahme ist für das nächste Jahr geplant und wird
von der Gemeinde unterstützt. Wir haben zwölf Beschäftigte und bilden auch aus.

Mit freundlichen Grüßen
Käthe Müller`

describe('scans and photographs, read offline in the reader process', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ['a scanned PDF', () => aScannedPdf(FORM)],
    ['a PDF scanned askew', () => aScannedPdf(FORM, { tilt: 2 })],
    ['a photograph', () => aPicture(FORM)],
    ['a photograph on its side', () => aPicture(FORM, { tilt: 90 })],
  ])('%s', async (_, make) => {
    await using reader = createReaders({ processes: 1 })
    const [file] = await reader.read({ name: 'scan', declaredType: '', content: await make() })
    const reading = file?.reading as Reading
    expect(reading.problem).toBeNull()
    expect(reading.detail).toMatch(/recognised from a picture, confidence \d+ %/)
    expect(reading.pages[0]?.recognised).toBeGreaterThan(0.6)
    expect(readFields(reading)).toMatchObject({
      name: 'SARL Bois Rouge',
      siret: '73282932000074',
      phone: '+262692123456',
      sectors: 'agroalimentaire',
      date: '2022-11-14',
    })
  })

  it('a number that was read in doubt is read again, larger: a five was taken for a six', async () => {
    await using reader = createReaders({ processes: 1 })
    const doubtful = family('work').filter(({ label }) => label.includes('5021'))
    const [read] = await readFamily(reader, doubtful)
    expect(read?.golden.fields['date']).toBe('2022-11-15')
    expect(readFields(read?.reading as Reading)).toMatchObject({ date: '2022-11-15', phone: '+33298462692' })
  })

  it('a page in another language of the calls is recognised as such, and French again after it', async () => {
    const content = await aPicture(GERMAN)
    const file = { name: 'brief', declaredType: '', content }
    const languages = new Map([['de', 'deu']])
    const [plain] = await readFile(file, FIRST_ATTEMPT)
    const [told] = await readFile(file, { ...FIRST_ATTEMPT, languages })
    const text = (pages: Reading['pages'] = []) => wholeText(pages)
    expect(text(plain?.reading.pages)).not.toContain('Straße')
    expect(text(told?.reading.pages)).toContain('größeren Werkstatt in der Straße')
    const french = { ...file, content: await aPicture(FORM) }
    const [after] = await readFile(french, { ...FIRST_ATTEMPT, languages })
    expect(readFields(after?.reading as Reading)).toMatchObject({ name: 'SARL Bois Rouge' })
  })

  it('languages are those of the calls whose data are installed, French never among them', () => {
    const [de, en] = ['de', 'en'].map(languageNamed) as [Language, Language]
    const spoken = { ...theCall, speech: { ...theCall.speech, beside: [de, { ...en, recognition: 'xyz' }] } }
    expect([...languagesRecognised([theCall])]).toEqual([])
    expect([...languagesRecognised([theCall, spoken])]).toEqual([['de', 'deu']])
  })

  it.each<[string, () => Promise<Uint8Array>]>([
    ['a scanned PDF', () => aScannedPdf(FORM)],
    ['a photograph', () => aPicture(FORM)],
  ])('%s whose recognition is ended says so: it is not taken for an empty one', async (_, make) => {
    // What the parent tells the next process after one died of the file's pictures.
    const [file] = await readFile(
      { name: 'scan', declaredType: '', content: await make() },
      { ...FIRST_ATTEMPT, plain: new Set([0]) },
    )
    expect(file?.reading).toMatchObject({
      problem: 'unfinished',
      detail: expect.stringMatching(/^recognising its .* was ended$/),
    })
  })
}, 60_000)
