import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import { Mail } from '../../src/mail/mail.ts'
import { triage } from '../../src/mail/triaging.ts'
import { rawFixture, readFixture } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

async function names(fixture: string): Promise<(string | null)[]> {
  return (await readFixture(fixture)).mail.attachments.map((attachment) => attachment.name)
}

test('a mail with carriage returns only is read, and its fingerprint is that of the bytes that came', async () => {
  const raw = rawFixture('carriage-returns-only')
  const { mail } = await createMailParser().parse(raw)
  expect(mail.fingerprint).toBe(createHash('sha256').update(raw).digest('hex'))
  expect(mail.from).toEqual([{ name: 'Usine Verte', address: 'contact@usine-verte.example' }])
  expect(mail.attachments.map((attachment) => attachment.name)).toEqual(['formulaire.pdf'])
})

test('a piece has the hash and size that its sender can compute', async () => {
  const { mail, content } = await readFixture('application-plain')
  for (const attachment of mail.attachments) {
    const bytes = content(attachment.index)
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
    expect(attachment.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(attachment.bytes).toBe(bytes.byteLength)
  }
})

test('raw 8-bit headers and names are read as windows-1252 when they are not UTF-8', async () => {
  const { mail } = await readFixture('raw-eight-bit-headers')
  expect(mail.subject).toBe('Candidature à l’appel, polynôme industriel')
  expect(mail.from[0]?.name).toBe('Société Verte')
  expect(mail.attachments[0]?.name).toBe('présentation d’usine.pdf')
  expect(mail.text).toBe('Voilà notre dossier.')
})

test('names in RFC 2231, in RFC 2047 and decomposed come out composed', async () => {
  expect(await names('encoded-file-names')).toEqual([
    "lettre d'intérêt.pdf",
    'présentation.pdf',
    'énergie.pdf',
  ])
})

test('text parts with a name, and later text parts, are pieces too', async () => {
  const { mail, content } = await readFixture('text-attachments-shown-inline')
  expect(mail.attachments.map(({ name, declaredType, inline }) => [name, declaredType, inline])).toEqual([
    ['projet.txt', 'text/plain', true],
    ['presentation.html', 'text/html', true],
    [null, 'text/plain', true],
  ])
  expect(Buffer.from(content(0)).toString('latin1')).toBe('\xc9nergie : 2 000 \x80')
  expect(mail.text).toBe('Bonjour, ci-joint.\nEnvoyé de mon téléphone')
})

test('a forwarded mail is one piece, its own pieces stay inside', async () => {
  const { mail } = await readFixture('forwarded-as-attachment')
  expect(mail.attachments.map(({ name, declaredType }) => [name, declaredType])).toEqual([
    [null, 'message/rfc822'],
  ])
  expect(mail.text).toBe('Voir le message joint.')
})

test('HTML is made text, and its links are kept', async () => {
  const { mail } = await readFixture('html-only')
  expect(mail.text).toContain('notre candidature au polynôme industriel')
  expect(mail.links).toEqual(['https://we.tl/t-xyz?a=1&b=2'])
  expect((await readFixture('empty-text-beside-html')).mail.text).toBe(
    'Notre candidature au polynôme industriel',
  )
})

test('the cells of a table of HTML stay apart, and its rows are lines', async () => {
  const { mail } = await readFixture('form-in-a-table-of-html')
  expect(mail.text.split(/\n+/)).toEqual([
    'Bonjour,',
    'Structure\tUsine Verte SAS',
    'Mail\tcontact@usine-verte.example',
    'Tél\t0692 12 13 14',
    'Cordialement',
  ])
})

test('what cannot be taken apart is kept whole', async () => {
  for (const fixture of ['six-hundred-parts', 'nested-thirty-deep']) {
    const { mail, content } = await readFixture(fixture)
    const last = mail.attachments.at(-1)
    expect(last?.declaredType).toBe('application/octet-stream')
    expect(mail.attachments.length).toBeLessThanOrEqual(501)
    expect(content(last?.index ?? 0).byteLength).toBeGreaterThan(50)
  }
})

test('a path in a name is not followed', async () => {
  expect(await names('path-in-file-name')).toEqual(['candidature.pdf'])
})

test('Return-Path: none, null, an address', async () => {
  expect((await readFixture('no-return-path')).mail.returnPath).toBeNull()
  expect((await readFixture('delay-warning')).mail.returnPath).toBe('')
  expect((await readFixture('return-path-in-capitals')).mail.returnPath).toBe('Contact@usine-verte.example')
})

test('what a sender wrote is told apart from what is quoted or forwarded', async () => {
  expect((await readFixture('thanks')).mail.ownText).toBe('Bien reçu, merci beaucoup.')
  const forwarded = (await readFixture('forwarded-by-a-colleague')).mail
  expect(forwarded.ownText).toBe('Pour toi.')
  expect(forwarded.text).toContain('Notre candidature ci-jointe.')
})

test('a letter that begins with « De : » and « Objet : » is no quotation', async () => {
  expect((await readFixture('letter-typed-as-body')).mail.ownText).toContain('Nous candidatons')
  expect((await readFixture('answer-above-an-outlook-original')).mail.ownText).toBe(
    "Bonjour, pouvez-vous confirmer l'heure ?",
  )
})

test('any bytes give a mail', async () => {
  const parser = createMailParser()
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        'From: a@b.example',
        'Content-Type: multipart/mixed; boundary=x',
        '--x',
        '--x--',
        '',
        'Subject: =?utf-8?Q?=FF?=',
      ),
      fc.constantFrom(
        'Content-Type: text/plain; charset=nope',
        'Content-Transfer-Encoding: base64',
        'Received: from ; ;;',
        'To: a, <b, "c',
      ),
      fc.string(),
    ),
    { maxLength: 30 },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        lines.map((all) => Buffer.from(all.join('\r\n'), 'latin1')),
        fc.uint8Array(),
      ),
      async (raw) => {
        const { mail, content } = await parser.parse(raw)
        Mail.parse(mail)
        for (const attachment of mail.attachments)
          expect(content(attachment.index).byteLength).toBe(attachment.bytes)
      },
    ),
    { numRuns: 150 },
  )
})

test.each([
  ['a header folded two hundred thousand times', `Subject: ${'a\r\n '.repeat(200_000)}\r\n\r\nx`],
  ['an endless subject', `Subject: ${'=?utf-8?Q?a?= '.repeat(50_000)}\r\n\r\nx`],
  ['a body of quotations', `From: a@b.example\r\n\r\n${'Le a\n'.repeat(200_000)}`],
  ['tags never closed', `Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}`],
  ['names in brackets never closed', `From: ${'"a" <('.repeat(20_000)}\r\n\r\nx`],
])('%s is read in no time', async (_, raw) => {
  // Time of the processor: a busy machine is no slow program.
  const before = process.cpuUsage()
  const { mail } = await createMailParser().parse(Buffer.from(raw))
  triage(mail, [], sampleCall)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000)
})

function alternatives(text: string, html: string): Buffer {
  const part = (type: string, body: string) =>
    `--b\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n${body}\r\n`
  const head = 'From: a@a.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b'
  return Buffer.from(`${head}\r\n\r\n${part('plain', text)}${part('html', html)}--b--\r\n`)
}

test('a text part that only stands for its HTML gives way to it, one that says as much stays', async () => {
  const rows = ['Structure', 'SIRET', 'Fonction', 'Filière', 'Téléphone', 'Adresse']
  const html = `<table>${rows.map((row) => `<tr><td>${row}</td><td>un deux trois</td></tr>`).join('')}</table>`
  const { mail } = await createMailParser().parse(alternatives('Ce programme ne montre pas le HTML.', html))
  expect(mail.text).toContain('SIRET\tun deux trois')
  const written = rows.map((row) => `${row} : un deux trois.`).join('\r\n')
  const kept = await createMailParser().parse(alternatives(written, html))
  expect(kept.mail.text).toContain('SIRET : un deux trois.')
})
