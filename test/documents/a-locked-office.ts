import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { aCompound } from './a-compound.ts'

/** Fewer rounds than Office's 100 000: nobody is kept out of a fixture. */
const ROUNDS = 1000
const SEGMENT = 4096

/** The purposes that a key is derived for ([MS-OFFCRYPTO] 2.3.4.11 to 2.3.4.14). */
const BLOCK = {
  verifierInput: 'fea7d2763b4b9e79',
  verifierHash: 'd7aa0f6d3061344e',
  key: '146e0be7abacd0d6',
  integrityKey: '5fb2ad010cb9e1f6',
  integrityValue: 'a0677f02b22c8433',
} as const

/** A DOCX, XLSX or PPTX behind a password, as Office 2010 and later lock it: « agile », AES-256 in CBC, SHA-512. */
export function aLockedOffice(content: Uint8Array, password: string): Buffer {
  const salt = randomBytes(16)
  const dataSalt = randomBytes(16)
  const key = randomBytes(32)
  const packaged = encryptedPackage(content, key, dataSalt)
  const mac = randomBytes(64)
  const under = (purpose: keyof typeof BLOCK, plain: Uint8Array): string =>
    locked(derived(password, salt, BLOCK[purpose]), salt, plain).toString('base64')
  const withKey = (purpose: keyof typeof BLOCK, plain: Uint8Array): string =>
    locked(key, sha512(dataSalt, Buffer.from(BLOCK[purpose], 'hex')).subarray(0, 16), plain).toString(
      'base64',
    )
  const verifier = randomBytes(16)
  const parts = {
    salt: salt.toString('base64'),
    dataSalt: dataSalt.toString('base64'),
    input: under('verifierInput', verifier),
    hash: under('verifierHash', sha512(verifier)),
    key: under('key', key),
    macKey: withKey('integrityKey', mac),
    macValue: withKey('integrityValue', createHmac('sha512', mac).update(packaged).digest()),
  }
  const version = Buffer.from('0400040040000000', 'hex')
  return aCompound({
    EncryptionInfo: Buffer.concat([version, Buffer.from(description(parts))]),
    EncryptedPackage: packaged,
  })
}

function description(parts: Readonly<Record<string, string>>): string {
  const cipher =
    'blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData saltSize="16" ${cipher} saltValue="${parts['dataSalt']}"/><dataIntegrity encryptedHmacKey="${parts['macKey']}" encryptedHmacValue="${parts['macValue']}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${ROUNDS}" saltSize="16" ${cipher} saltValue="${parts['salt']}" encryptedVerifierHashInput="${parts['input']}" encryptedVerifierHashValue="${parts['hash']}" encryptedKeyValue="${parts['key']}"/></keyEncryptor></keyEncryptors></encryption>`
}

function encryptedPackage(content: Uint8Array, key: Buffer, salt: Buffer): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32LE(content.byteLength)
  const segments = Array.from({ length: Math.ceil(content.byteLength / SEGMENT) }, (_, index) => {
    const iv = sha512(salt, numbered(index)).subarray(0, 16)
    return locked(key, iv, content.subarray(index * SEGMENT, (index + 1) * SEGMENT))
  })
  return Buffer.concat([size, ...segments])
}

function derived(password: string, salt: Buffer, block: string): Buffer {
  let hash = sha512(salt, Buffer.from(password, 'utf16le'))
  for (let round = 0; round < ROUNDS; round += 1) hash = sha512(numbered(round), hash)
  return sha512(hash, Buffer.from(block, 'hex')).subarray(0, 32)
}

/** AES-256 in CBC; the last block is filled with zeros. */
function locked(key: Buffer, iv: Buffer, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  const rest = (16 - (plain.byteLength % 16)) % 16
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(rest)), cipher.final()])
}

function sha512(...parts: readonly Uint8Array[]): Buffer {
  return createHash('sha512').update(Buffer.concat(parts)).digest()
}

function numbered(index: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(index)
  return bytes
}
