import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { keepingPages } from '../../src/adapters/readers/kept-pages.ts'
import type { Fingerprint } from '../../src/base/ids.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { aZip } from '../documents/a-zip.ts'
import { applicationWith } from '../steps/a-service.ts'
import { aSite, entered, type Site } from './a-site.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'

/** The document's page as somebody who reads sees it, and the pictures that it names. */
async function looked(site: Site, file: string, type: string, content: Uint8Array) {
  const mail = await site.service.take(applicationWith('Usine Verte', file, type, content), RECEIVED)
  const position = mail.documents.findIndex(({ name }) => /\.(pdf|jpg)$/.test(name))
  const { cookie } = await entered(site, 'reader')
  const path = `/courriels/${mail.fingerprint}/pieces/${position}`
  const page = await (await site.get(path, cookie)).text()
  const pictures = [...page.matchAll(/<img src="([^"]+)"/g)].map((found) =>
    (found[1] ?? '').replaceAll('&#38;', '&'),
  )
  return { page, pictures, cookie, path, mail }
}

async function red(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([595, 842]).drawRectangle({ x: 0, y: 0, width: 595, height: 842, color: rgb(1, 0, 0) })
  return document.save()
}

it('pages of a document are pictures made by us, of a type that holds nothing but pixels', async () => {
  await using site = await aSite()
  const { pictures, cookie } = await looked(site, 'projet.pdf', 'application/pdf', await red())
  expect(pictures.length).toBe(1)
  const answer = await site.get(pictures[0] ?? '', cookie)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/webp')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const image = sharp(new Uint8Array(await answer.arrayBuffer()))
  const { dominant } = await image.stats()
  expect(dominant.r).toBeGreaterThan(200)
  expect(dominant.b).toBeLessThan(60)
  const { width = 0, height = 0 } = await image.metadata()
  expect([width, height].sort()).toEqual([989, 1400].sort())
})

it('a PDF inside an archive is drawn, its first twelve pages at most', async () => {
  await using site = await aSite()
  const pdf = await aPdf(Array.from({ length: 14 }, (_, index) => `Présentation, page ${index + 1}`))
  const zip = aZip([{ name: 'lot/presentation.pdf', content: pdf }])
  const { page, pictures, cookie } = await looked(site, 'lot.zip', 'application/zip', zip)
  expect(pictures.length).toBe(12)
  expect(page).toContain('12 premières pages')
  expect((await site.get(pictures[11] ?? '', cookie)).status).toBe(200)
})

it('photographs are drawn again from their pixels: where they were taken stays behind', async () => {
  await using site = await aSite()
  const photograph = await sharp({ create: { width: 2000, height: 900, channels: 3, background: '#0a0' } })
    .withExif({ IFD0: { ImageDescription: 'chez Madame Payet' } })
    .jpeg()
    .toBuffer()
  const { pictures, cookie } = await looked(site, 'atelier.jpg', 'image/jpeg', photograph)
  const bytes = Buffer.from(await (await site.get(pictures[0] ?? '', cookie)).arrayBuffer())
  expect(bytes.includes('Payet')).toBe(false)
  expect((await sharp(bytes).metadata()).width).toBe(1400)
})

it('a picture is only given by the page whose reader is noted', async () => {
  await using site = await aSite()
  const { pictures, path, cookie } = await looked(site, 'projet.pdf', 'application/pdf', await red())
  expect((await site.get(`${path}/pages/1`, cookie)).status).toBe(404)
  const other = await entered(site, 'staff')
  expect((await site.get(pictures[0] ?? '', other.cookie)).status).toBe(404)
  expect((await site.get((pictures[0] ?? '').replace('pages/1', 'pages/2'), cookie)).status).toBe(404)
})

it('what is locked, or named by the antivirus, has no picture', async () => {
  await using site = await aSite()
  const { mail, cookie } = await looked(site, 'projet.pdf', 'application/pdf', await red())
  const position = mail.documents.findIndex(({ name }) => name === 'projet.pdf')
  const body = JSON.stringify({ ...mail.documents[position], problem: 'infected' })
  await site.service.database
    .updateTable('document')
    .set({ body })
    .where('fingerprint', '=', mail.fingerprint)
    .where('position', '=', position)
    .execute()
  const page = await (await site.get(`/courriels/${mail.fingerprint}/pieces/${position}`, cookie)).text()
  expect(page).toContain('signalé par l’antivirus')
  expect(page).not.toContain('<img')
})

it('a file that breaks drawing has its alternative text and no picture, and the next is drawn', async () => {
  await using site = await aSite()
  const { reader } = site.service
  const broken = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj trailer<</Root 1 0 R>>')
  const { createHash } = await import('node:crypto')
  const sha = (content: Uint8Array) => createHash('sha256').update(content).digest('hex') as Fingerprint
  const file = (content: Uint8Array) =>
    Buffer.from(applicationWith('Bois Rouge', 'a.pdf', 'application/pdf', content))
  expect(await reader.paint(file(broken), sha(broken), 1)).toBeNull()
  const whole = await red()
  expect(await reader.paint(file(whole), sha(whole), 1)).not.toBeNull()
  expect(await reader.paint(file(whole), sha(whole), 2)).toBeNull()
  expect(await reader.paint(file(whole), sha(broken), 1)).toBeNull()
})

it('a page is drawn once for those who ask again, and once more with something marked', async () => {
  let times = 0
  const painter = keepingPages({
    parse: async () => Promise.reject(new Error('nothing is parsed here')),
    document: async () => null,
    attachment: async () => null,
    async paint() {
      times += 1
      return { mediaType: 'image/webp', content: new Uint8Array(10) }
    },
  })
  const file = new Uint8Array()
  await Promise.all([painter.paint(file, 'f' as Fingerprint, 1), painter.paint(file, 'f' as Fingerprint, 1)])
  await painter.paint(file, 'f' as Fingerprint, 1)
  expect(times).toBe(1)
  const passage = { value: 'Bois Rouge', extract: 'Nom : Bois Rouge' }
  await painter.paint(file, 'f' as Fingerprint, 1, passage)
  await painter.paint(file, 'f' as Fingerprint, 1, { ...passage })
  expect(times).toBe(2)
})
