import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { RegistrationNumber } from '../../src/base/ids.ts'
import { Instant } from '../../src/base/instant.ts'
import { isReceiptSigned, receiptBlock, receiptIn } from '../../src/proof/receipt.ts'
import { signerOf } from '../../src/proof/signature.ts'

const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
const block = receiptBlock(
  {
    call: 'appel',
    number: RegistrationNumber.parse('TI22-ZBSD8'),
    receivedAt: Instant.parse('2022-11-22T14:03:11.000Z'),
    source: 'boundary',
    files: [{ sha256: 'a'.repeat(64), bytes: 3 }],
    entry: { position: 3, leaf: 'b'.repeat(64) },
  },
  signer,
)
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='

function holds(text: string): boolean {
  const signed = receiptIn(text)
  return signed !== null && isReceiptSigned(signed, signer.publicPem)
}

it('a receipt holds as it was written, quoted and with other ends of lines too', () => {
  for (const text of [block, block.replace(/^/gm, '> '), block.replaceAll('\n', '\r\n')])
    expect(holds(text)).toBe(true)
})

it('and with no letter of it changed, whichever and into whichever', () => {
  const passing = [...block].flatMap((letter, index) =>
    /[A-Za-z0-9+/=]/.test(letter)
      ? [...ALPHABET].filter(
          (other) => other !== letter && holds(block.slice(0, index) + other + block.slice(index + 1)),
        )
      : [],
  )
  expect(passing).toEqual([])
})
