import { expect, it } from 'vitest'
import { type PackedEntry, packPieces } from '../../src/steps/pack-pieces.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, applicationWith, aService, type SmallService } from './a-service.ts'

const AT = '2026-03-10T06:00:00.000Z'
const CONTENT = Buffer.from('des statuts, en texte')

async function packed(service: SmallService, infected: readonly string[] = []) {
  const { register, archive, clock, reader } = service
  const all = await register.applications(sampleCall.id)
  const marked = all.map((one) => ({
    ...one,
    mails: one.mails.map((mail) => ({
      ...mail,
      documents: mail.documents.map((document) =>
        infected.includes(document.name) ? { ...document, problem: 'infected' as const } : document,
      ),
    })),
  }))
  const ports = {
    register: { ...register, applications: async () => marked },
    archive,
    opener: reader,
    clock,
    workbook: async () => new Uint8Array(),
    sheets: async () => new Uint8Array(),
    progress: () => undefined,
  }
  const entries: PackedEntry[] = []
  for await (const entry of packPieces(ports, sampleCall, undefined)) entries.push(entry)
  const list = entries.find(({ path }) => path === 'MANIFESTE.csv')?.content ?? new Uint8Array()
  return { paths: entries.map(({ path }) => path), manifest: Buffer.from(list).toString('utf8') }
}

it('what an antivirus named stays behind, and the clean piece beside it comes', async () => {
  await using service = await aService()
  await service.take(applicationWith('Usine Verte', 'statuts.txt', 'text/plain', CONTENT), AT)
  const { paths, manifest } = await packed(service, ['formulaire.txt'])
  expect(paths.filter((path) => path.endsWith('statuts.txt'))).toHaveLength(1)
  expect(paths.filter((path) => path.endsWith('formulaire.txt') || path.endsWith('.eml'))).toEqual([])
  expect(manifest).toMatch(/signalée par l’antivirus.*formulaire\.txt/)
  expect(manifest.match(/statuts\.txt/g)?.length).toBeGreaterThan(0)
})

it('a mail that leads to more comes whole, beside what it brought; one that says hello does not', async () => {
  await using service = await aService()
  const body = `Bonjour, voici la candidature de Usine Bleue à l'appel Territoires d'industrie : https://we.tl/t-abc123`
  await service.take(application('Usine Bleue', { body }), AT)
  await service.take(application('Usine Verte'), AT)
  const { paths } = await packed(service)
  expect(paths.filter((path) => path.endsWith('courriel.eml'))).toHaveLength(1)
  expect(paths.find((path) => path.endsWith('courriel.eml'))).toContain('Usine-Bleue')
})
