import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPageSources } from '../app/page-sources.ts'
import { proofOf } from '../app/proof-bundle.ts'
import { stamperOf } from '../app/sealing.ts'
import { openWorld } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { type Bundle, stampedText } from '../proof/bundle.ts'
import { canonical } from '../proof/entry.ts'
import { receiptIn } from '../proof/receipt.ts'
import { checkingPage } from '../publication/checking-page.ts'
import { signingKey } from '../settings/signing-key.ts'
import type { Command } from './command.ts'
import { applicationNamed } from './named.ts'
import { print } from './output.ts'
import { place } from './staff-options.ts'

export const proof: Command = {
  usage: 'proof NUMBER --out FOLDER',
  details: [
    '  --out  an empty folder: what proves this application’s place ' +
      'in the register, for the applicant or a judge',
    'With RECEPISSE_TSA_URL a fresh head is stamped for it. docs/verify-with-openssl.md shows how it ' +
      'is checked without us.',
  ],
  options: { out: { type: 'string' } },
  positionals: true,
  async run(values, [number]) {
    if (number === undefined)
      throw new Failure('permanent', 'usage', 'name the application: recepisse proof NUMBER --out FOLDER')
    const out = place(values, 'out')
    await using world = await openWorld('proof')
    const { application, call } = await applicationNamed(world, number.toUpperCase())
    await mkdir(out, { recursive: true })
    if ((await readdir(out)).length > 0)
      throw new Failure('permanent', 'not-empty', `${out} is not empty: name a new folder`)
    const ports = { ...world, signer: signingKey(world.settings), stamper: stamperOf(world.settings) }
    const bundle = await proofOf(ports, application.number)
    const letters = (await world.register.letters()).filter((item) => item.number === application.number)
    await write(
      bundle,
      letters.map((item) => item.letter.text),
      out,
    )
    // Without the key: whoever checks takes it from the authority, not from the folder that is to be checked.
    const page = checkingPage(await readPageSources(), {
      authority: call.authority.name,
      address: null,
      keys: [],
      calls: [call],
    })
    await writeFile(join(out, 'verifier.html'), page)
    print(`${bundle.entries.length} entries, ${bundle.stamps.length} time-stamps in ${out}`)
    return 0
  },
}

const NOTE = `Preuve de dépôt

verifier.html        ouvrir dans un navigateur : vérifie sans rien envoyer
preuve.json          les inscriptions au registre, leur preuve d’inclusion, la tête signée
recu-N.txt           le reçu de chaque accusé de réception
recu-N.json, .sig    le même, tel qu’il a été signé, et la signature (Ed25519)
tete.json, tete.sig  la tête du registre, telle qu’elle a été signée
horodatage-N.tsr     l’horodatage de la tête (RFC 3161)
cle-….pem            la clé publique ; la comparer à celle que publie l’autorité
`

async function write(bundle: Bundle, texts: readonly string[], out: string): Promise<void> {
  const files: [string, string | Buffer][] = [
    ['LISEZMOI.txt', NOTE],
    ['preuve.json', `${JSON.stringify(bundle, null, 1)}\n`],
    ['tete.json', stampedText(bundle)],
    ['tete.sig', Buffer.from(bundle.head.signature, 'base64url')],
    ...bundle.keys.map((key): [string, string] => [`cle-${key.id}.pem`, key.publicPem]),
    ...bundle.stamps.map((stamp, index): [string, Buffer] => [
      `horodatage-${index + 1}.tsr`,
      Buffer.from(stamp.token, 'base64'),
    ]),
  ]
  const receipts = texts.flatMap((text) => {
    const signed = receiptIn(text)
    return signed === null ? [] : [{ text, signed }]
  })
  receipts.forEach(({ text, signed }, index) => {
    const name = `recu-${index + 1}`
    files.push([
      `${name}.txt`,
      `${text.slice(text.indexOf('-----BEGIN'), text.indexOf('-----END'))}-----END RECEPISSE-----\n`,
    ])
    files.push([`${name}.json`, canonical(signed.receipt)])
    files.push([`${name}.sig`, Buffer.from(signed.signature, 'base64url')])
  })
  for (const [name, content] of files) await writeFile(join(out, name), content)
}
