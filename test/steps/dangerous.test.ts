import { expect, it } from 'vitest'
import { aZip } from '../documents/a-zip.ts'
import { application, aService } from './a-service.ts'

/** An application with an archive beside its form. */
function withArchive(inside: string): string {
  const zip = Buffer.from(aZip([{ name: inside, content: Buffer.from('MZ') }])).toString('base64')
  const part = `--b1\nContent-Type: application/zip; name="dossier.zip"\nContent-Disposition: attachment; filename="dossier.zip"\nContent-Transfer-Encoding: base64\n\n${zip}\n--b1--`
  return application('Usine Verte').replace('--b1--', part)
}

it.each([
  ['a program inside an archive is for a person', 'outils/setup.exe', '09-dangerous'],
  ['a text inside an archive is not', 'outils/notes.txt', '17-acknowledge'],
])('%s', async (_name, inside, reason) => {
  await using service = await aService()
  const mail = await service.take(withArchive(inside), '2026-03-10T06:00:00.000Z')
  expect(mail.decision?.reason).toBe(reason)
})
