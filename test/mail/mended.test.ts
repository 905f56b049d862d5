import { expect, test } from 'vitest'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import { readFixture } from './read-fixture.ts'

/** Of the form that each of these mails brings, as its sender computes it. */
const FORM = '6d743950bd44a594bffbf68ad8f242d5f143fc563736cbacdaac479bd0294ff9'
const TEXT = "Bonjour,\n\nVeuillez trouver ci-joint notre candidature à l'appel « Territoires d'industrie »."
const END = '\n\nCordialement,\nLuc Grondin'
const PDF = 'candidature.pdf'

/** Each mail’s trouble, its pieces (`form`: its bytes are those of the form), its text. */
const MAILS: readonly (readonly [name: string, pieces: readonly string[], text: string])[] = [
  // The lines
  ['lines-that-end-twice', [`${PDF} form`], TEXT + END],
  ['lines-that-end-in-many-ways', [`${PDF} form`], TEXT + END],
  ['utf-sixteen-whole', [`${PDF} form`], TEXT + END],
  // The transfer encoding
  ['encoding-misspelt', [`${PDF} form`], TEXT + END],
  ['encoding-in-quotes-with-a-comment', [`${PDF} form`], TEXT + END],
  ['encoding-not-declared', [`${PDF} form`], TEXT + END],
  ['encoding-declared-and-not-done', [`${PDF} form`], TEXT + END],
  ['footer-behind-base64', [], `${TEXT}${END}\n_______________\nListe de diffusion du territoire`],
  // Files written as text
  ['uuencoded-part', [`${PDF} form`], TEXT + END],
  [
    'uuencode-in-the-text',
    [`${PDF} form`, 'notre projet.pdf form'],
    'Bonjour,\n\nvoici le formulaire :\n\n\net le projet :\n\n\nCordialement',
  ],
  ['binhex-in-the-text', [`${PDF} form`], 'Bonjour,\n\n\nCordialement'],
  ['yenc-in-the-text', [PDF], 'Bonjour,\n\n\nCordialement'],
  ['base64-pasted-into-the-text', ['null form'], 'Bonjour,\n\n\nCordialement'],
  ['part-pasted-into-the-text', [`${PDF} form`, 'null'], 'Bonjour,\n\n\n\nCordialement'],
  // The structure
  ['part-behind-the-end', [`${PDF} form`], TEXT + END],
  ['part-behind-the-end-of-an-inner-one', [`${PDF} form`], TEXT + END],
  ['part-in-the-preamble', [`${PDF} form`], TEXT + END],
  ['text-beside-the-parts', [`${PDF} form`, 'null', 'null'], TEXT + END],
  ['zip-declared-as-parts', ['dossier.zip form'], TEXT + END],
  ['parts-without-a-boundary', [`${PDF} form`], TEXT + END],
  ['empty-line-forgotten', [`${PDF} form`], TEXT + END],
  ['boundary-that-matches-nothing', [], 'Notre candidature'],
  // The charset
  ['charset-unknown', [], TEXT + END],
  ['charset-empty', [], TEXT + END],
  ['utf-seven', [], TEXT + END],
  ['utf-sixteen', [], TEXT + END],
]

test.each(MAILS)('%s', async (name, pieces, text) => {
  const { mail } = await readFixture(name)
  const found = mail.attachments.map((piece) => `${piece.name}${piece.sha256 === FORM ? ' form' : ''}`)
  expect(found).toEqual(pieces)
  expect(mail.text).toBe(text)
  expect(mail.from[0]?.address).toBe('contact@usine-verte.example')
})

test('the words beside the parts are documents, the usual ones are not', async () => {
  const { mail, content } = await readFixture('text-beside-the-parts')
  const texts = mail.attachments.slice(1).map(({ index }) => Buffer.from(content(index)).toString().trim())
  expect(texts).toEqual([
    'This is a multi-part message in MIME format.\r\n\r\nNotre SIRET : 732 829 320 00074',
    'Ce courriel a été analysé par la passerelle.',
  ])
})

test('an attached text keeps its bytes, and the charset that it declares goes with it', async () => {
  const { mail, content } = await readFixture('charset-of-an-attached-text')
  expect(mail.attachments[0]?.charset).toBe('cp850')
  expect(Buffer.from(content(0)).toString('latin1')).toBe('Repr\x82sentant : Lise T\x82cher')
})

test('a domain has one form, however it is written', async () => {
  const { mail } = await readFixture('domain-in-letters')
  expect(mail.from[0]?.address).toBe('contact@xn--usine-t-gyab.example')
  expect(mail.returnPath).toBe(mail.from[0]?.address)
})

test('a picture that stands in the HTML itself is a piece, as one beside it is', async () => {
  const picture = Buffer.from('\x89PNG\r\n', 'latin1').toString('base64')
  const html = `<p>Bonjour</p><img src="data:image/png;base64,${picture}"/><p>Merci</p>`
  const { mail } = await createMailParser().parse(
    Buffer.from(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${html}`),
  )
  expect(mail.attachments).toMatchObject([{ declaredType: 'image/png', inline: true, bytes: 6 }])
  expect(mail.text).toBe('Bonjour\n\nMerci')
})

test('what nobody can decode is no text of the mail: it is a piece', async () => {
  const body = `${'k'.repeat(70)}\r\n`.repeat(8)
  const { mail } = await createMailParser().parse(
    Buffer.from(`From: a@b.example\r\nContent-Transfer-Encoding: x-gzip64\r\n\r\n${body}`),
  )
  expect(mail.attachments).toMatchObject([{ declaredType: 'application/octet-stream' }])
  expect(mail.text).toBe('')
})

const LONG = 'Qm9uam91ciBhIHRvdXM0Qm9uam91ciBhIHRvdXM0Qm9uam91ciBhIHRvdXM0Qm9uam91ciBhIHRvdXM0'

test.each([
  ['lines of base64 that are none', `${LONG}\n!\n`],
  ['files announced again and again', 'begin 644 a.pdf\n'],
  ['files in base64 announced again and again', 'begin-base64 644 a.pdf\n'],
  ['BinHex announced again and again', '(This file must be converted with BinHex 4.0)\n:abc\n'],
  ['yEnc announced again and again', '=ybegin line=1 size=1 name=a\n'],
  ['delimiters of nothing', '--a\n--b\n'],
  ['delimiters with a head', '--a\nContent-Type: text/plain\n'],
  ['fields without an end', 'Content-Type: a\nx\n'],
  ['carriage returns', '\r\r\r--a\r'],
  ['equals signs', '=\n=3D= '],
])(
  '%s cost twice as much when there is twice as much',
  async (_, line) => {
    const cost = async (times: number): Promise<number> => {
      const raw = Buffer.from(`From: a@b.example\nContent-Type: multipart/mixed\n\n${line.repeat(times)}`)
      const before = process.cpuUsage()
      await createMailParser().parse(raw)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await cost(500)
    const once = await cost(6_000)
    expect(await cost(12_000)).toBeLessThan(3 * once + 300_000)
  },
  60_000,
)
