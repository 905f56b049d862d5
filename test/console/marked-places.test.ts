import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import type { Fingerprint } from '../../src/base/ids.ts'
import { passageOf } from '../../src/documents/text/passage.ts'
import { aFilledForm } from '../adapters/forms/a-filled-form.ts'
import { siret } from '../demo/pieces.ts'
import { aDocx, paragraph, table } from '../documents/a-docx.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { aWorkbook } from '../documents/a-workbook.ts'
import { theCall } from '../documents/the-call.ts'
import { applicationWith } from '../steps/a-service.ts'
import { aSite, entered, type Site } from './a-site.ts'

const RECEIVED = '2022-11-20T06:00:00.000Z'
const NUMBER = siret(401).replace(/\D/g, '')
const WIDE = 1_400 / 842

/** The call's own form, filled as on a screen; flattened, what was typed is text of the page. */
async function filledForm(isFlat: boolean) {
  const document = await aFilledForm({ denomination: 'Géranium des Hauts', siret: siret(401) })
  const form = document.getForm()
  const height = document.getPage(0).getHeight()
  const boxOf = (name: string) => {
    const [widget] = form.getTextField(name).acroField.getWidgets()
    const { x = 0, y = 0, width = 0, height: tall = 0 } = widget?.getRectangle() ?? {}
    return { left: x, right: x + width, top: height - y - tall, bottom: height - y }
  }
  const boxes = { siret: boxOf('siret'), name: boxOf('denomination') }
  if (isFlat) form.flatten()
  return { content: await document.save(), boxes }
}

/** The links of the facts on the page of an application, by what they are for. */
async function opened(site: Site, file: string, type: string, content: Uint8Array) {
  const mail = await site.service.take(applicationWith('Usine Verte', file, type, content), RECEIVED)
  const { cookie } = await entered(site, 'reader')
  const position = mail.documents.findIndex(({ name }) => name === file)
  const show = async (query: string) => {
    const path = `/candidatures/${mail.number}?courriel=${mail.fingerprint}&piece=${position}&page=1${query}`
    return (await (await site.get(path, cookie)).text()).replaceAll('&#38;', '&')
  }
  return { mail, position, cookie, show }
}

function pictureIn(page: string): string {
  return /<img src="([^"]+)"/.exec(page)?.[1] ?? ''
}

async function pixelsOf(site: Site, address: string, cookie: string) {
  const answer = await site.get(address, cookie)
  expect(answer.status).toBe(200)
  const image = sharp(Buffer.from(await answer.arrayBuffer()))
    .removeAlpha()
    .raw()
  return image.toBuffer({ resolveWithObject: true })
}

/** Where two pictures differ by more than compressing does, in points of a page of 842. */
function difference(one: Awaited<ReturnType<typeof pixelsOf>>, other: Awaited<ReturnType<typeof pixelsOf>>) {
  const { width } = one.info
  const box = { left: 9_999, top: 9_999, right: -1, bottom: -1 }
  for (let at = 0; at < one.data.length; at += 3) {
    const most = Math.max(
      ...[0, 1, 2].map((part) => Math.abs((one.data[at + part] ?? 0) - (other.data[at + part] ?? 0))),
    )
    if (most < 48) continue
    const [x, y] = [(at / 3) % width, Math.floor(at / 3 / width)]
    box.left = Math.min(box.left, x / WIDE)
    box.right = Math.max(box.right, x / WIDE)
    box.top = Math.min(box.top, y / WIDE)
    box.bottom = Math.max(box.bottom, y / WIDE)
  }
  return box
}

for (const isFlat of [false, true])
  it(`a value of a form ${isFlat ? 'that was flattened ' : ''}is marked where it stands, and nothing else is`, async () => {
    await using site = await aSite(null, { calls: [theCall] })
    const { content, boxes } = await filledForm(isFlat)
    const { show, cookie } = await opened(site, 'formulaire.pdf', 'application/pdf', content)
    const plain = await pixelsOf(site, pictureIn(await show('')), cookie)
    for (const [kind, box] of Object.entries(boxes)) {
      const page = await show(`&info=${kind}`)
      expect(page).toContain('Lu ici')
      const found = difference(plain, await pixelsOf(site, pictureIn(page), cookie))
      expect(found.right - found.left, kind).toBeGreaterThan(40)
      expect(found.left, kind).toBeGreaterThan(box.left - 5)
      expect(found.right, kind).toBeLessThan(box.right + 5)
      expect(found.top, kind).toBeGreaterThan(box.top - 5)
      expect(found.bottom, kind).toBeLessThan(box.bottom + 5)
    }
  })

it('the picture of another value is not given by the key of this one, and no address says what was read', async () => {
  await using site = await aSite(null, { calls: [theCall] })
  const { content } = await filledForm(true)
  const { show, cookie } = await opened(site, 'formulaire.pdf', 'application/pdf', content)
  const page = await show('&info=siret')
  const address = pictureIn(page)
  expect(address).toContain('info=siret')
  expect((await site.get(address.replace('info=siret', 'info=name'), cookie)).status).toBe(404)
  expect((await site.get(address.replace('rang=0', 'rang=1'), cookie)).status).toBe(404)
  expect((await site.get(address.replace('info=siret&rang=0&', ''), cookie)).status).toBe(404)
  const addresses = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map((found) => found[1])
  expect(addresses.join('\n')).not.toContain(NUMBER)
})

it('what is not found where it is said to be read is not marked, and addresses lead to what was read', async () => {
  await using site = await aSite(null, { calls: [theCall] })
  const { content } = await filledForm(true)
  const { show, mail, position, cookie } = await opened(site, 'formulaire.pdf', 'application/pdf', content)
  expect(await show('&info=siret')).toContain('<rect id="lu"')
  const document = mail.documents[position]
  const fields = (document?.fields ?? []).map((field) => ({
    ...field,
    value: 'Letchis Volants',
    extract: { ...field.extract, text: 'Verger : Letchis Volants' },
  }))
  await site.service.database
    .updateTable('document')
    .set({ body: JSON.stringify({ ...document, fields }) })
    .where('fingerprint', '=', mail.fingerprint)
    .where('position', '=', position)
    .execute()
  const page = await show('&info=siret')
  expect(page).toContain('<p class="read-there" id="lu">Lu ici')
  expect(page).not.toContain('<rect')
  const plain = await pixelsOf(site, pictureIn(await show('')), cookie)
  expect(difference(plain, await pixelsOf(site, pictureIn(page), cookie)).right).toBe(-1)
})

it('nothing is marked of what the page does not say, nor of a kind that nobody knows', async () => {
  await using site = await aSite(null, { calls: [theCall] })
  const pdf = await aPdf(['Raison sociale : SARL Bois Rouge\nSIRET : 811 100 023 00019', 'Page deux'])
  const { show, cookie } = await opened(site, 'formulaire.pdf', 'application/pdf', pdf)
  const plain = pictureIn(await show(''))
  expect(pictureIn(await show('&info=phone'))).toBe(plain)
  expect(pictureIn(await show('&info=..%2F..&rang=-1'))).toBe(plain)
  expect(pictureIn(await show('&info=siret&rang=7'))).toBe(plain)
  expect((await site.get(plain, cookie)).status).toBe(200)
})

it('of a form that is cut anywhere, or whose bytes are others: a picture or none, and no failure', async () => {
  await using site = await aSite(null, { calls: [theCall] })
  const { content } = await filledForm(false)
  const passage = passageOf(siret(401), `N° SIRET : ${siret(401)}`)
  for (const share of [0.2, 0.5, 0.8, 0.97, 0.999]) {
    const at = Math.floor(content.byteLength * share)
    for (const bytes of [content.slice(0, at), content.with(at, 0)]) {
      const mail = Buffer.from(applicationWith('Bois Rouge', 'a.pdf', 'application/pdf', bytes))
      const sha = createHash('sha256').update(bytes).digest('hex') as Fingerprint
      const picture = await site.service.reader.paint(mail, sha, 1, passage)
      const markedAt = picture?.markedAt ?? 0
      expect(markedAt).toBeGreaterThanOrEqual(0)
      expect(markedAt).toBeLessThanOrEqual(1)
    }
  }
})

it('a Word file is a sheet with its tables, and what was read is marked in its cell', async () => {
  await using site = await aSite(null, { calls: [theCall] })
  const rows = [
    ['Raison sociale', 'SARL <Bois> Rouge'],
    ['SIRET', '811 100 023 00019'],
    ['Adresse électronique', 'contact@boisrouge.example'],
  ]
  const docx = aDocx(paragraph('Formulaire de candidature') + table(rows))
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const { show, mail, position, cookie } = await opened(site, 'formulaire.docx', type, docx)
  const page = await show('&info=siret')
  expect(page).toContain('<p>Formulaire de candidature</p>')
  expect(page).toContain('<th scope="row">SIRET</th><td><mark id="lu">811 100 023 00019</mark></td>')
  expect(page).toContain('SARL &#60;Bois&#62; Rouge')
  expect(page.match(/id="lu"/g)?.length).toBe(1)
  expect(page).toContain('#lu"')
  const alone = await site.get(`/courriels/${mail.fingerprint}/pieces/${position}?info=siret&rang=0`, cookie)
  expect(await alone.text()).toContain('<mark id="lu">811 100 023 00019</mark>')
})

it('a workbook shows each sheet with the heads of its columns', async () => {
  await using site = await aSite(null, { calls: [theCall] })
  const content = aWorkbook([
    [
      ['Raison sociale', 'SIRET', 'Téléphone'],
      ['Bois Rouge', '81110002300019', '0262 50 11 22'],
    ],
    [['Budget', '12 000']],
  ])
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const { show } = await opened(site, 'candidat.xlsx', type, content)
  const page = await show('')
  expect(page).toContain('<th scope="col">SIRET</th>')
  expect(page).toContain('<td>81110002300019</td>')
  expect(page).toContain('Page 2')
})
