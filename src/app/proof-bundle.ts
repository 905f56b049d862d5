import type { Bundle } from '../proof/bundle.ts'
import type { Head, PublishedHeads, SignedHead } from '../proof/head.ts'
import type { Register } from '../register/register.ts'
import { type SealPorts, seal } from '../steps/seal.ts'

/**
 * What proves an application’s place in the register as it stands: a fresh head is signed and stamped for it.
 */
export async function proofOf(
  ports: SealPorts & { readonly register: Register },
  number: string,
): Promise<Bundle> {
  return bundleOf(ports.register, number, await seal(ports, 'regular'))
}

/** The same below a head that was signed. */
export async function bundleOf(register: Register, number: string, head: SignedHead): Promise<Bundle> {
  const positions = (await register.positionsOf(number)).filter((position) => position < head.head.size)
  const entries: Bundle['entries'] = []
  for (const position of positions) {
    const [entry] = await register.entries(position, 1)
    if (entry === undefined) continue
    const { body, leaf, opened } = entry
    const inclusion = [...(await register.inclusion(position, head.head.size))]
    entries.push({ position, body, leaf, opened, inclusion })
  }
  return {
    v: 1,
    number,
    entries,
    head,
    stamps: (await register.anchorsOf(head.head)).map(({ authority, token }) => ({ authority, token })),
    keys: (await register.signingKeys()).map(({ id, publicPem }) => ({ id, publicPem })),
  }
}

/** The register’s heads as the authority publishes them: they name nobody. */
export async function headsToPublish(register: Register): Promise<PublishedHeads> {
  const heads = [...(await register.heads())]
  return { v: 1, heads, keys: (await register.signingKeys()).map(({ id, publicPem }) => ({ id, publicPem })) }
}

/** « 123 inscriptions, racine 4f2a… » : short enough to be printed and read out. */
export function headInShort({ size, root }: Pick<Head, 'size' | 'root'>): string {
  return `${size} inscriptions, racine ${root.slice(0, 16)}`
}
