import { chmod, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPageSources } from '../app/page-sources.ts'
import { headsToPublish } from '../app/proof-bundle.ts'
import { openWorld, type World } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import type { Call } from '../call/call.ts'
import { checkingPage } from '../publication/checking-page.ts'
import { callParagraph } from '../publication/paragraph.ts'
import { keyFileOf, type Publication, publicationOf } from '../publication/publication.ts'
import { loadCallsOf } from '../settings/call-file.ts'
import { signingKey } from '../settings/signing-key.ts'
import { type Command, textOption, type Values } from './command.ts'
import { print } from './output.ts'
import { place } from './staff-options.ts'

export const publish: Command = {
  usage: 'publish [--call ID] --out FOLDER',
  details: [
    '  --out   a folder for the authority’s site: the page on which receipts are checked, the public ' +
      'keys, the register’s',
    '          heads, and for each call the paragraph to publish with it (CRPA R112-11-3); may be ' +
      'written again at any time',
    '  --call  for that call only, where those in use are of several authorities',
    'The page’s address goes into the call’s file (acknowledgement.checkingPage): letters then say ' +
      'where to check.',
  ],
  options: { out: { type: 'string' }, call: { type: 'string' } },
  positionals: false,
  async run(values) {
    const out = place(values, 'out')
    await using world = await openWorld('publish')
    const { id, publicPem } = signingKey(world.settings)
    const publication = publicationOf(
      wantedCalls(world, values),
      { id, publicPem },
      await world.register.signingKeys(),
    )
    const files = await filesOf(world, publication)
    const before = await ownFiles(out)
    await writeAll(out, files)
    print(
      `${files.length} files in ${out}: read LISEZMOI.txt, have the paragraphs validated, then put all ` +
        'on the site',
    )
    const left = before.filter((name) => !files.some(([written]) => written === name))
    if (left.length > 0) print(`from an earlier time, and not written anew: ${left.join(', ')}`)
    for (const line of unnamedPages(world, publication.calls)) print(line)
    return 0
  },
}

function wantedCalls({ calls }: World, values: Values): readonly [Call, ...Call[]] {
  const name = textOption(values, 'call')
  if (name === undefined) return calls
  const call = calls.find((one) => one.id === name)
  if (call !== undefined) return [call]
  const known = calls.map((one) => one.id).join(', ')
  throw new Failure('permanent', 'usage', `there is no call « ${name} » in use; there is ${known}`)
}

type File = readonly [name: string, content: string]

async function filesOf({ register }: World, publication: Publication): Promise<readonly File[]> {
  const { keys, calls } = publication
  const [current] = keys
  if (current === undefined) throw new Failure('bug', 'no-key', 'a publication has the key that signs')
  const paragraphs = calls.flatMap((call): readonly File[] => {
    const { text, html } = callParagraph(call, current)
    return [
      [`paragraphe-${call.id}.txt`, text],
      [`paragraphe-${call.id}.html`, html],
    ]
  })
  return [
    ['verifier.html', checkingPage(await readPageSources(), publication)],
    ...keys.map((key): File => [keyFileOf(key), `${key.publicPem.trim()}\n`]),
    ['tetes.json', `${JSON.stringify(await headsToPublish(register), null, 2)}\n`],
    ...paragraphs,
    ['LISEZMOI.txt', NOTE],
  ]
}

const NOTE = `À publier sur le site de l’autorité

verifier.html    la page où chacun vérifie son accusé de réception ; elle n’envoie rien et a déjà la clé
cle.pem          la clé publique en usage ; cle-….pem, celles d’avant, que la page a aussi
tetes.json       les têtes signées du registre ; elles ne nomment personne, à renouveler de temps en temps
paragraphe-….*   le paragraphe à publier avec l’appel (texte et HTML) ; À VALIDER par le service juridique

Ces fichiers vont ensemble, dans un même dossier du site, en https. L’adresse de verifier.html va dans le \
fichier de
l’appel (acknowledgement.checkingPage) ; ensuite, « recepisse publish » de nouveau, pour que le paragraphe \
la donne.
Si le site ajoute une règle « Content-Security-Policy », elle doit laisser la page exécuter son programme.
`

/** The names that are written here, now or by an earlier time; any other file is somebody else’s. */
const OURS = new RegExp(
  '^(verifier\\.html|cle(-[0-9a-f]{16})?\\.pem|tetes\\.json|paragraphe-[a-z0-9-]+\\.(txt|html)|' +
    'LISEZMOI\\.txt)(\\.new)?$',
)

/**
 * What an earlier time wrote there. Failure('permanent', 'not-ours') for a folder that holds anything else.
 */
async function ownFiles(out: string): Promise<readonly string[]> {
  await mkdir(out, { recursive: true })
  const names = await readdir(out)
  const foreign = names.find((name) => !OURS.test(name))
  if (foreign === undefined) return names
  throw new Failure(
    'permanent',
    'not-ours',
    `${out} holds ${foreign}, which is not of a publication: name a new folder, or one that ` +
      '« publish » wrote',
  )
}

/**
 * For everybody to read, unlike all else that a command writes; each is whole at any moment, as a site may
 * serve them.
 */
async function writeAll(out: string, files: readonly File[]): Promise<void> {
  await chmod(out, 0o755)
  for (const [name, content] of files) {
    const fresh = join(out, `${name}.new`)
    await writeFile(fresh, content)
    await chmod(fresh, 0o644)
    await rename(fresh, join(out, name))
  }
}

/** Each call whose letters send to the service, because nobody said where its page is. */
function unnamedPages({ settings }: World, calls: readonly Call[]): readonly string[] {
  return loadCallsOf(settings.RECEPISSE_CALL, settings.IMAP_USER)
    .filter(({ call }) => calls.some((one) => one.id === call.id))
    .filter(({ call }) => call.acknowledgement.checkingPage === undefined)
    .map(
      ({ path }) =>
        `${path}: acknowledgement.checkingPage is missing: letters and paragraph send to the service. ` +
        'Put the folder on the site, give the https address of its verifier.html there, and publish ' +
        'again',
    )
}
