import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { readPageSources } from '../../src/app/page-sources.ts'
import { RegistrationNumber } from '../../src/base/ids.ts'
import { Instant } from '../../src/base/instant.ts'
import type { Call } from '../../src/call/call.ts'
import { type ReceiptFacts, receiptBlock } from '../../src/proof/receipt.ts'
import { type Signer, signerOf } from '../../src/proof/signature.ts'
import { checkingPage } from '../../src/publication/checking-page.ts'
import { type Publication, publicationOf } from '../../src/publication/publication.ts'

export const signerDrawn = (): Signer => signerOf(generateKeyPairSync('ed25519').privateKey)

/** A receipt of `call` for one file of three bytes, changed as the test wants. */
export function blockOf(call: Call, signer: Signer, over: Partial<ReceiptFacts> = {}): string {
  const facts: ReceiptFacts = {
    call: call.id,
    number: RegistrationNumber.parse('TI22-ZBSD8'),
    receivedAt: Instant.parse('2022-11-22T14:03:11.000Z'),
    source: 'boundary',
    files: [{ sha256: 'a'.repeat(64), bytes: 3 }],
    entry: { position: 3, leaf: 'b'.repeat(64) },
    ...over,
  }
  return receiptBlock(facts, signer)
}

/** The address of a page of its own; with no current key it is the one of `recepisse proof`, where the key is brought. */
export async function pageFor(call: Call, current: Signer | null, ...earlier: Signer[]): Promise<string> {
  const bare: Publication = { authority: call.authority.name, address: null, keys: [], calls: [call] }
  const publication = current === null ? bare : publicationOf([call], current, earlier)
  const path = join(await mkdtemp(join(tmpdir(), 'recepisse-page-')), 'verifier.html')
  await writeFile(path, checkingPage(await readPageSources(), publication))
  return pathToFileURL(path).href
}

export interface Shown {
  readonly state: string
  readonly title: string
  readonly text: string
}

/** Presses the button, and what the page then says, with plain spaces. */
export async function checked(page: Page): Promise<Shown> {
  await page.evaluate('document.getElementById("result").replaceChildren()')
  await page.getByRole('button', { name: 'Vérifier' }).click()
  const verdict = page.locator('#result .verdict')
  await verdict.waitFor()
  const plain = (text: string) => text.replace(/[\s\u00A0\u202F]+/g, ' ').trim()
  return {
    state: ((await verdict.getAttribute('class')) ?? '').replace('verdict ', ''),
    title: plain(await verdict.locator('h3').innerText()),
    text: plain(await page.locator('#result').innerText()),
  }
}

/** Opens the page anew and checks what was pasted there. */
export async function pasted(page: Page, address: string, text: string, key?: string): Promise<Shown> {
  await page.goto(address)
  await page.locator('#pasted').fill(text)
  if (key !== undefined) {
    await page.evaluate('document.querySelector("details")?.setAttribute("open", "")')
    await page.locator('#key').fill(key)
  }
  return checked(page)
}

/**
 * The states that a page comes to for many texts in one field, one after the other: each as it is, without a browser's
 * round trip for each.
 */
export async function statesOf(
  page: Page,
  field: string,
  texts: readonly string[],
): Promise<readonly string[]> {
  const loop = `(async ([field, texts]) => {
    const result = document.getElementById('result')
    const states = []
    for (const text of texts) {
      document.getElementById(field).value = text
      const done = new Promise((resolve) => {
        const seen = new MutationObserver(() => { seen.disconnect(); resolve() })
        seen.observe(result, { childList: true })
      })
      document.getElementById('form').requestSubmit()
      await done
      states.push(result.querySelector('.verdict').className.replace('verdict ', ''))
    }
    return states
  })(${JSON.stringify([field, texts])})`
  return (await page.evaluate(loop)) as readonly string[]
}

export async function freshPage(browser: Browser, before?: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  if (before !== undefined) await page.addInitScript(before)
  return page
}
