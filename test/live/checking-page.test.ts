import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeAcknowledgement } from '../../src/acknowledgement/letter.ts'
import { Instant } from '../../src/base/instant.ts'
import type { Signer } from '../../src/proof/signature.ts'
import { sampleInput } from '../acknowledgement/sample-input.ts'
import { sampleCall as call } from '../mail/sample-call.ts'
import { accessibilityFaults, isOrdered, outlineOf, SCHEMES, startBrowser, WIDTHS } from './a-browser.ts'
import { blockOf, checked, freshPage, pageFor, pasted, signerDrawn, statesOf } from './a-checking-page.ts'

const signer = signerDrawn()
const earlier = signerDrawn()
const stranger = signerDrawn()
const block = blockOf(call, signer)
const letter = composeAcknowledgement(sampleInput({ receipt: block }))
const lines = block.split('\n')

let browser: Browser
let page: Page
let published: string
let bare: string

beforeAll(async () => {
  browser = await startBrowser()
  page = await freshPage(browser)
  published = await pageFor(call, signer, earlier)
  bare = await pageFor(call, null)
})
afterAll(() => browser.close())

const quoted = (text: string) => text.replace(/^/gm, '> ')
const wrapped = (text: string) => text.replace(/.{38}(?=.)/g, '$&\n')
const smart = (text: string) => text.replace(/-----/g, '—–').replace(/ /g, '\u00A0')

/** Another text of the same values: whoever reads the first of two members would read another receipt than we do. */
function rewritten(): string {
  const text = Buffer.from(lines.slice(1, -1).join(''), 'base64').toString()
  const twice = text.replace('{"receipt":', '{"receipt":{"v":1},"receipt":')
  return `${lines[0]}\n${Buffer.from(twice).toString('base64')}\n${lines.at(-1)}`
}

describe('what people paste', () => {
  it.each([
    ['the block', block],
    ['the whole letter', letter.text],
    ['the letter quoted twice in an answer', quoted(quoted(`Bonjour,\n\n${letter.text}`))],
    ['with lines that the mail program broke', wrapped(block)],
    ['quoted, broken and quoted again', quoted(wrapped(quoted(block)))],
    ['with longer dashes and unbreakable blanks', smart(block)],
    ['indented with unbreakable blanks', block.replace(/^/gm, '\u00A0\u00A0')],
    ['on one line', block.replaceAll('\n', ' ')],
    ['with marks that nobody sees', block.replace(/(.{20})/g, '$1\u200B')],
    ['with the ends of lines of Windows', block.replaceAll('\n', '\r\n')],
    ['the source of its HTML part', letter.html],
    ['the source of its text part', block.replaceAll('=', '=3D')],
    ['the same receipt twice', `${letter.text}\n\n${quoted(letter.text)}`],
  ])('is found: %s', async (_, text) => {
    expect(await pasted(page, published, text)).toMatchObject({
      state: 'right',
      title: 'Ce reçu est authentique',
    })
  })

  it.each([
    ['nothing', ' \n', 'rien n’a encore été collé'],
    [
      'a letter without its block',
      letter.text.split('-----BEGIN')[0] ?? '',
      'aucun reçu trouvé dans ce texte',
    ],
    ['without its last line', lines.slice(0, -1).join('\n'), 'le reçu a été coupé'],
    ['without its first line', lines.slice(1).join('\n'), 'le reçu a été coupé'],
    ['with neither', lines.slice(1, -1).join('\n'), 'le reçu a été coupé'],
    ['with a line missing', lines.toSpliced(3, 1).join('\n'), 'le reçu a été abîmé en le copiant'],
    [
      'with a line twice',
      lines.toSpliced(3, 0, lines[3] ?? '').join('\n'),
      'le reçu a été abîmé en le copiant',
    ],
    ['of a later edition', forged({ v: 2 }), 'ce reçu est plus récent que cette page'],
    ['the same facts written another way', rewritten(), 'le reçu a été abîmé en le copiant'],
    ['two different receipts', `${block}\n${blockOf(call, earlier)}`, 'ce texte contient plusieurs reçus'],
  ])('is said to be impossible to check, never to be false: %s', async (_, text, title) => {
    const shown = await pasted(page, published, text)
    expect(shown).toMatchObject({ state: 'unknown', title: `Impossible de vérifier : ${title}` })
    expect(shown.text).not.toMatch(/conforme|authentique/)
  })

  it.each([
    ['quoted-printable', undefined],
    ['base64', 'base64'],
  ] as const)('a saved mail is read, %s', async (_, textEncoding) => {
    const composer = createTransport({ streamTransport: true, buffer: true })
    const { text, html, subject } = letter
    const sent = await composer.sendMail({ subject, text, html, ...(textEncoding ? { textEncoding } : {}) })
    await page.goto(published)
    const buffer = sent.message as Buffer
    expect(buffer.toString().includes(block)).toBe(false)
    await page.locator('#mail').setInputFiles({ name: 'accuse.eml', mimeType: 'message/rfc822', buffer })
    expect(await checked(page)).toMatchObject({ state: 'right' })
    const other = Buffer.from('Subject: Bonjour\n\nRien ici.')
    await page
      .locator('#mail')
      .setInputFiles({ name: 'autre.eml', mimeType: 'message/rfc822', buffer: other })
    expect((await checked(page)).title).toContain('aucun reçu trouvé')
  })
})

describe('the key', () => {
  const pem = signer.publicPem
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  const secret = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })

  it.each([
    ['as it is published', pem],
    ['with the line that « recepisse key » adds', `${pem}key ${signer.id}\n`],
    ['quoted, with longer dashes', quoted(smart(pem))],
    ['on one line', pem.replaceAll('\n', ' ')],
    ['broken', wrapped(pem)],
    ['without its frame', pem.replace(/-----.*-----/g, '')],
  ])('is understood: %s', async (_, key) => {
    const shown = await pasted(page, bare, block, key)
    expect(shown).toMatchObject({ state: 'right' })
    expect(shown.text).toContain('Comparez-la avec celle que publie l’autorité')
  })

  it.each([
    ['missing', '', 'il manque la clé publique de l’autorité'],
    ['cut', pem.slice(0, 60), 'la clé a été mal copiée'],
    ['with a letter missing', pem.replace(/(MCow.{20})./, '$1'), 'la clé a été mal copiée'],
    ['any text', 'bonjour', 'la clé a été mal copiée'],
    [
      'of another sort',
      rsa.export({ type: 'spki', format: 'pem' }).toString(),
      'cette clé n’est pas de la sorte',
    ],
    ['private', secret.toString(), 'cette clé est une clé privée'],
    [
      'a certificate',
      '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
      'ceci est un certificat',
    ],
    ['the receipt', block, 'le reçu a été collé à la place de la clé'],
  ])('makes it impossible to check, never non conforme: %s', async (_, key, title) => {
    const shown = await pasted(page, bare, block, key)
    expect(shown.state).toBe('unknown')
    expect(shown.title).toContain(`Impossible de vérifier : ${title}`)
    expect(shown.text).not.toMatch(/conforme|authentique/)
  })

  it('that is right but did not sign is told from a forged receipt, with both fingerprints', async () => {
    const fours = ({ id }: Signer) => id.match(/.{4}/g)?.join(' ') ?? ''
    for (const shown of [
      await pasted(page, bare, block, stranger.publicPem),
      await pasted(page, published, blockOf(call, stranger)),
      await pasted(page, published, block, stranger.publicPem),
    ]) {
      expect(shown).toMatchObject({
        state: 'unknown',
        title: 'Impossible de vérifier : ce reçu a été signé par une autre clé',
      })
      expect(shown.text).toContain(fours(stranger))
      expect(shown.text).toContain(fours(signer))
    }
  })

  it('of before is on the page too, and said to be of before', async () => {
    const shown = await pasted(page, published, blockOf(call, earlier))
    expect(shown.state).toBe('right')
    expect(shown.text).toContain('avec une clé antérieure')
    expect((await pasted(page, published, block)).text).not.toContain('antérieure')
  })
})

/** A receipt whose content is another one's, under a signature that is not of it. */
function forged(over: object): string {
  const signed = JSON.parse(Buffer.from(lines.slice(1, -1).join(''), 'base64').toString()) as {
    receipt: object
  }
  const text = JSON.stringify({ ...signed, receipt: { ...signed.receipt, ...over } })
  return `${lines[0]}\n${Buffer.from(text).toString('base64')}\n${lines.at(-1)}`
}

it('a receipt whose content was changed is non conforme, and what it says is not vouched for', async () => {
  expect(await pasted(page, published, forged({}))).toMatchObject({ state: 'right' })
  const shown = await pasted(page, published, forged({ receivedAt: '2022-11-20T14:03:11.000Z' }))
  expect(shown).toMatchObject({
    state: 'wrong',
    title: 'Non conforme : la signature ne correspond pas au contenu',
  })
  expect(shown.text).toContain('Reçu le (non vérifié)')
})

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='

/** Each letter of the text changed, once into its neighbour, once into « = »; near the end into every other. */
function everyChange(text: string): readonly string[] {
  const at = [...text].flatMap((letter, index) => (/[A-Za-z0-9+/=]/.test(letter) ? [index] : []))
  return at.flatMap((index, order) => {
    const letter = text[index] ?? ''
    const next = ALPHABET[(ALPHABET.indexOf(letter) + 1) % ALPHABET.length] ?? ''
    const others = order > at.length - 40 ? [...ALPHABET] : [next, '=']
    return others
      .filter((other) => other !== letter)
      .map((other) => text.slice(0, index) + other + text.slice(index + 1))
  })
}

it('no single letter of a block can be changed, whichever, and pass', async () => {
  await page.goto(published)
  const changes = everyChange(block)
  expect(changes.length).toBeGreaterThan(2_000)
  const states = await statesOf(page, 'pasted', [block, ...changes])
  expect(states[0]).toBe('right')
  expect(changes.filter((_, index) => !/^(unknown|wrong)$/.test(states[index + 1] ?? ''))).toEqual([])
  expect(states).toContain('wrong')
}, 120_000)

it('nor of a key', async () => {
  await page.goto(bare)
  await page.locator('#pasted').fill(block)
  const changes = everyChange(signer.publicPem)
  const states = await statesOf(page, 'key', [signer.publicPem, ...changes])
  expect(states[0]).toBe('right')
  expect(changes.filter((_, index) => states[index + 1] !== 'unknown')).toEqual([])
}, 120_000)

describe('files', () => {
  const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  const factOf = (text: string) => ({
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.byteLength(text),
  })
  const shownWith = async (receipt: string, files: readonly ReturnType<typeof fileOf>[]) => {
    await page.goto(published)
    await page.locator('#pasted').fill(receipt)
    await page.locator('#files').setInputFiles([...files])
    return checked(page)
  }

  it('that match, that differ, that were not shown', async () => {
    const receipt = blockOf(call, signer, { files: [factOf('un'), factOf('deux')] })
    const both = await shownWith(receipt, [fileOf('a.pdf', 'un'), fileOf('b.pdf', 'deux')])
    expect(both).toMatchObject({ state: 'right' })
    expect(both.text).toMatch(/a\.pdf : conforme.*b\.pdf : conforme/)
    expect(both.text).not.toContain('présenté')
    const one = await shownWith(receipt, [fileOf('a.pdf', 'un')])
    expect(one).toMatchObject({ state: 'right' })
    expect(one.text).toContain('1 fichier du reçu n’a pas été présenté ici')
    const other = await shownWith(receipt, [fileOf('a.pdf', 'un'), fileOf('b.pdf', 'deux ')])
    expect(other).toMatchObject({
      state: 'mixed',
      title: 'Ce reçu est authentique, mais un point ne concorde pas',
    })
    expect(other.text).toMatch(/a\.pdf : conforme.*b\.pdf : différent/)
  })

  it('of which there are many are compared together', async () => {
    const texts = Array.from({ length: 9 }, (_, index) => `fichier ${index}`)
    const receipt = blockOf(call, signer, { files: texts.map(factOf) })
    const files = texts.map((text, index) => fileOf(`${index}.pdf`, text))
    expect(await shownWith(receipt, files.toReversed())).toMatchObject({ state: 'right' })
    const some = await shownWith(receipt, files.slice(1))
    expect(some.text).toContain('8 fichiers présentés : impossible de vérifier')
    const changed = await shownWith(receipt, files.with(4, fileOf('4.pdf', 'autre')))
    expect(changed).toMatchObject({ state: 'mixed' })
    expect(changed.text).toContain('9 fichiers présentés : différents')
  })

  it('a proof that is none leaves the receipt what it is', async () => {
    await page.goto(published)
    await page.locator('#pasted').fill(block)
    await page.getByText('Avec une preuve ou une autre clé').click()
    await page.locator('#proof').setInputFiles(fileOf('preuve.json', '{"v":1}'))
    const shown = await checked(page)
    expect(shown.state).toBe('right')
    expect(shown.text).toContain('Preuve : impossible de vérifier')
  })
})

describe('the hour', () => {
  it('is that of the call, as in the letter, with universal time below', async () => {
    const { text } = await pasted(page, published, block)
    expect(text).toContain(
      'Reçu le mardi 22 novembre 2022 à 18 h 03 min 11 s (heure de La Réunion) en temps universel : 2022-11-22T14:03:11Z',
    )
  })

  it('follows the change of clocks, and « 1er »', async () => {
    const deadline = { ...call.deadline, zone: 'Europe/Paris', zoneLabel: 'heure de Paris' }
    const paris = { ...call, deadline }
    const address = await pageFor(paris, signer)
    const at = (instant: string) => blockOf(paris, signer, { receivedAt: Instant.parse(instant) })
    const summer = await pasted(page, address, at('2026-10-24T22:05:09.000Z'))
    expect(summer.text).toContain('dimanche 25 octobre 2026 à 0 h 05 min 09 s (heure de Paris)')
    const winter = await pasted(page, address, at('2026-11-01T22:05:09.000Z'))
    expect(winter.text).toContain('dimanche 1er novembre 2026 à 23 h 05 min 09 s (heure de Paris)')
  })

  it('of a call that the page does not know is universal, and no other is made up', async () => {
    const { text, state } = await pasted(page, published, blockOf(call, signer, { call: 'autre-appel' }))
    expect(state).toBe('right')
    expect(text).toContain('Reçu le en temps universel : 2022-11-22T14:03:11Z')
    expect(text).not.toContain('Réunion')
  })
})

describe('a browser that cannot', () => {
  const WITHOUT_ED25519 = `const own = crypto.subtle.importKey.bind(crypto.subtle)
    crypto.subtle.importKey = (format, data, kind, ...rest) => (kind.name ?? kind) === 'Ed25519'
      ? Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError')) : own(format, data, kind, ...rest)`
  const INSECURE = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })"

  it.each([
    [
      'does not know the signature',
      WITHOUT_ED25519,
      'ce navigateur ne sait pas vérifier ce genre de signature',
    ],
    ['has no cryptography outside https', INSECURE, 'la page est ouverte sans connexion sûre'],
  ])('%s: that is said, of a true and of a forged receipt', async (_, before, title) => {
    const old = await freshPage(browser, before)
    for (const text of [block, forged({ number: 'TI22-JK44R' })]) {
      const shown = await pasted(old, published, text)
      expect(shown).toMatchObject({ state: 'unknown', title: `Impossible de vérifier : ${title}` })
      expect(shown.text).not.toMatch(/conforme|authentique/)
    }
    await old.close()
  })

  it('runs no program: the page says so by itself', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const still = await context.newPage()
    await still.goto(published)
    expect(await still.locator('#result').innerText()).toContain('La vérification n’a pas démarré')
    await context.close()
  })
})

it.each(['published', 'bare'] as const)(
  'the %s page reads well, asks nobody, and lets nothing else run',
  async (which) => {
    const own = await freshPage(browser)
    const asked: string[] = []
    own.on('request', (request) => asked.push(request.url()))
    await pasted(
      own,
      which === 'bare' ? bare : published,
      block,
      which === 'bare' ? signer.publicPem : undefined,
    )
    for (const colorScheme of SCHEMES)
      for (const width of WIDTHS) {
        await own.emulateMedia({ colorScheme })
        await own.setViewportSize({ width, height: 800 })
        const { headings, overflowing, language } = await outlineOf(own)
        expect([language, isOrdered(headings), overflowing]).toEqual(['fr', true, []])
      }
    const small = await own.$$eval(
      'button, input, textarea',
      (fields) =>
        fields.filter((field) => {
          const { height, width } = (
            field as unknown as { getBoundingClientRect(): { height: number; width: number } }
          ).getBoundingClientRect()
          return height > 0 && (height < 44 || width < 44)
        }).length,
    )
    expect(small, 'targets for a thumb').toBe(0)
    await own.evaluate(
      `document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = true' }))`,
    )
    expect(await own.evaluate('window.hacked')).toBeUndefined()
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
    await own.close()
  },
)

it('the page is accessible, with each verdict', async () => {
  // axe puts a program into the page, which its policy refuses: looked at without it.
  const context = await browser.newContext({ bypassCSP: true })
  const open = await context.newPage()
  const texts = [block, '', forged({ number: 'TI22-JK44R' }), blockOf(call, stranger)]
  for (const text of texts)
    for (const colorScheme of SCHEMES) {
      await open.emulateMedia({ colorScheme })
      await pasted(open, published, text)
      expect(await accessibilityFaults(open), `${colorScheme} ${text.slice(0, 20)}`).toEqual([])
    }
  await context.close()
})

it('a key is named as the program names it', async () => {
  await page.goto(published)
  const der = createPublicKey(signer.publicPem).export({ type: 'spki', format: 'der' })
  const id = createHash('sha256').update(der).digest('hex').slice(0, 16)
  expect(id).toBe(signer.id)
  expect((await page.locator('.key').first().innerText()).replaceAll('\u00A0', '')).toBe(id)
})
