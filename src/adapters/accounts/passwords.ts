import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** OWASP's second choice for argon2id: 19 MiB, two passes; some 40 ms. */
const COST = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 } as const
const SALT_BYTES = 16

/** What is kept of a password: `argon2id$memory$passes$salt$tag`, so that the cost can be raised one day. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await derive(password, salt, COST.memory, COST.passes)
  return ['argon2id', COST.memory, COST.passes, salt.toString('base64url'), tag.toString('base64url')].join(
    '$',
  )
}

/** Null for an account that is not there takes as long as a wrong password. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, memory, passes, salt, tag] = (kept ?? NOBODY).split('$')
  const wanted = Buffer.from(tag ?? '', 'base64url')
  const found = await derive(password, Buffer.from(salt ?? '', 'base64url'), Number(memory), Number(passes))
  return kept !== null && wanted.length === found.length && timingSafeEqual(wanted, found)
}

const NOBODY = `argon2id$${COST.memory}$${COST.passes}$${Buffer.alloc(SALT_BYTES).toString('base64url')}$`

function derive(password: string, nonce: Buffer, memory: number, passes: number): Promise<Buffer> {
  const message = password.normalize('NFC')
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, ...COST, memory, passes }, (error, tag) =>
      error === null ? resolve(tag) : reject(error),
    )
  })
}
