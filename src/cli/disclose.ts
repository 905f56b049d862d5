import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openArchive } from '../adapters/archive/open.ts'
import { openWorld, type World } from '../app/world.ts'
import { Failure } from '../base/failure.ts'
import { applicationRecord } from '../exports/application-record.ts'
import { filesOfLetter } from '../exports/letter-files.ts'
import { summaryOf } from '../register/application-of.ts'
import type { ApplicationView } from '../register/views.ts'
import { archiveLocation } from '../settings/secrets.ts'
import type { Command } from './command.ts'
import { applicationNamed } from './named.ts'
import { print } from './output.ts'
import { place } from './staff-options.ts'

export const disclose: Command = {
  usage: 'disclose NUMBER --out FOLDER',
  details: [
    '  --out  an empty folder: the applicant’s mails as they came, ' +
      'the letters, what was read and what happened',
    'For a request of access (RGPD, art. 15). Check who asks before you hand it over.',
  ],
  options: { out: { type: 'string' } },
  positionals: true,
  async run(values, [number]) {
    if (number === undefined)
      throw new Failure('permanent', 'usage', 'name the application: recepisse disclose NUMBER --out FOLDER')
    const out = place(values, 'out')
    await using world = await openWorld('disclose')
    await mkdir(out, { recursive: true })
    if ((await readdir(out)).length > 0)
      throw new Failure('permanent', 'not-empty', `${out} is not empty: name a new folder`)
    const files = await write(world, number.toUpperCase(), out)
    print(`${files} files in ${out}`)
    return 0
  },
}

const NOTE = `Ce dossier réunit toutes les données que Récépissé conserve sur une candidature
(règlement général sur la protection des données, article 15).

dossier.json      ce qui a été lu dans les pièces, les constats et leur justification
historique.json   ce qui s’est passé, avec la date et l’heure en temps universel
courriels/        les courriels reçus, tels qu’ils sont arrivés
lettres/          les courriels envoyés au candidat
notes.json        ce que les agents ont noté entre eux
`

async function write(world: World, number: string, out: string): Promise<number> {
  const { application, call } = await applicationNamed(world, number)
  const archive = await openArchive(archiveLocation(world.settings))
  const letters = (await world.register.letters()).filter((letter) => letter.number === application.number)
  const files: [string, string | Uint8Array][] = [
    ['LISEZMOI.txt', NOTE],
    [
      'dossier.json',
      json({
        ...applicationRecord(summaryOf(application), call),
        verdict: application.verdict,
        mails: application.mails,
      }),
    ],
    ['historique.json', json(await world.register.history(application.number))],
    ['notes.json', json(await notesOf(world, application.mails))],
    ...letters.map(({ id, letter }): [string, string] => [
      `lettres/${id}.txt`,
      `${letter.subject}\n\n${letter.text}`,
    ]),
    ...letters
      .flatMap(filesOfLetter)
      .map(({ name, content }): [string, Uint8Array] => [`lettres/${name}`, content]),
  ]
  for (const mail of application.mails)
    files.push([`courriels/${mail.fingerprint}.eml`, await archive.read(mail.fingerprint)])
  for (const folder of ['lettres', 'courriels']) await mkdir(join(out, folder))
  for (const [name, content] of files) await writeFile(join(out, name), content, { mode: 0o600 })
  return files.length
}

/** What colleagues wrote of an applicant is data about them too. */
async function notesOf({ register }: World, mails: ApplicationView['mails']) {
  const notes = await register.notesOf(mails.map(({ fingerprint }) => fingerprint))
  return notes.filter(({ text }) => text !== null).map(({ by, at, text }) => ({ by, at, text }))
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
