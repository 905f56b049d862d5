import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import {
  type Demonstration,
  demonstrationCall,
  startDemonstration,
  untilSettled,
} from '../../demo/demonstration.ts'
import { type Instant, instantFromEpoch } from '../../src/base/instant.ts'
import * as bomb from '../documents/a-bomb.ts'
import { aPdf } from '../documents/a-pdf.ts'
import { aZip } from '../documents/a-zip.ts'
import { childRunning, megabytesOf, watchMemory } from '../documents/corpus/memory.ts'
import { aCandidature, aNestedMail, aRawMail, type Part } from './a-mail.ts'
import { fingerprintOf } from './observed.ts'

/** The issue's own figures: what a hostile mail may cost the next one, and the memory of the whole service. */
const DELAY_MS = 2_000
const MEGABYTES = 900
const SETTLED_WITHIN_MS = 60_000
/** Of what the rest of the machine may have delayed. */
const TRIES = 3

const AT = instantFromEpoch(Date.UTC(2022, 10, 22, 15, 40, 2))

function part(name: string, content: Uint8Array | string): Part {
  return { name, content: Buffer.from(content) }
}

async function hostileMails(): Promise<readonly (readonly [string, Buffer])[]> {
  const mail = (name: string, parts: readonly Part[]): readonly [string, Buffer] => [
    name,
    aRawMail(`envoi@${name}.example`, 'Candidature', parts),
  ]
  const pdf = await aPdf(['Une page ordinaire'])
  const strange = [
    '../../etc/passwd',
    '..\\..\\windows\\win.ini',
    'a\u0007b.pdf',
    '/etc/shadow',
    `${'long'.repeat(80)}.pdf`,
    'fdp\u202e.exe',
  ]
  return [
    mail('archives', [
      part('imbriquee.zip', bomb.aNestedZip(4)),
      part('dix-go.zip', bomb.aClaimingZip()),
      part('superposee.zip', bomb.anOverlappingZip(2000)),
    ]),
    mail('pdf', [
      part('tournant.pdf', bomb.aSpinningPdf()),
      part('blancs.pdf', bomb.anInflatingPdf(400)),
      part('objets.pdf', bomb.aPackedObjectsPdf(200)),
      part('image.pdf', bomb.aHugePicturePdf()),
      part('profond.pdf', bomb.aDeepPdf()),
      part('script.pdf', bomb.aScriptedPdf()),
    ]),
    mail('restes', [
      part('vide.pdf', ''),
      part('vide.zip', ''),
      part('coupe.pdf', pdf.slice(0, 300)),
      part('coupe.zip', aZip([{ name: 'a.txt', content: 'a' }]).slice(0, 40)),
      part('deux.gif', bomb.aPolyglot()),
      part('noms.zip', aZip(strange.map((name) => ({ name, content: 'x' })))),
    ]),
    mail(
      'parties',
      Array.from({ length: 200 }, (_, index) => part(`${index}.txt`, `texte ${index}`)),
    ),
    ['niveaux', aNestedMail('envoi@niveaux.example', 60)],
  ]
}

/**
 * Milliseconds from the moment that the service has seen a mail until its sender has the acknowledgement: when the
 * mailbox tells of new mail is not what hostile mail changes.
 */
async function answered({ world, dovecot }: Demonstration, index: number, at: Instant): Promise<number> {
  const { raw } = await aCandidature(index)
  const fingerprint = fingerprintOf(raw)
  const account = world.settings.IMAP_USER ?? ''
  await dovecot.deliver(raw, at)
  await until(index, async () =>
    (await world.register.sightings(account)).some((one) => one.fingerprint === fingerprint),
  )
  const start = performance.now()
  await until(index, async () => (await sent(world, index)) > 0)
  return Math.round(performance.now() - start)
}

async function until(index: number, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + SETTLED_WITHIN_MS
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error(`candidature ${index} was not answered`)
    await delay(50)
  }
}

async function sent(world: Demonstration['world'], index: number): Promise<number> {
  const letters = await world.register.letters()
  return letters.filter(
    (letter) => letter.state === 'sent' && letter.letter.to.includes(`contact@structure${index}.example`),
  ).length
}

it('answers the candidature behind a hostile mail as if it were alone, within its memory', async () => {
  const told: string[] = []
  await using demonstration = await startDemonstration(
    demonstrationCall(),
    await mkdtemp(join(tmpdir(), 'recepisse-hostile-')),
    { service: true },
  )
  const service = childRunning('src/cli/main.ts run')
  const memory = watchMemory(service)
  onTestFinished(() => {
    process.stdout.write(`Behind hostile mails: ${told.join(', ')}; peak memory ${memory.peak()} MB\n`)
  })
  // The first finds no reader process running, as after any quiet hour; the second finds one.
  const alone = Math.max(await answered(demonstration, 0, AT), await answered(demonstration, 1, AT))
  const bound = (own: number): number => own + Math.max(DELAY_MS, own)
  let mails = 2
  told.push(`alone ${alone} ms (${Math.round(megabytesOf(service))} MB)`)
  for (const [name, raw] of await hostileMails()) {
    await demonstration.dovecot.deliver(raw, AT)
    const behind = await answered(demonstration, mails, AT)
    told.push(`${name} ${behind} ms (${Math.round(megabytesOf(service))} MB)`)
    mails += 2
    expect(behind, name).toBeLessThanOrEqual(bound(alone))
    await untilSettled(demonstration.world, mails, SETTLED_WITHIN_MS, () => undefined)
  }
  for (const count of [2, 4]) {
    // One spinning file has each of the two first places; of four, two wait for a place before the next mail does.
    const more = count > 2 ? DELAY_MS : 0
    let own = alone
    let over = Number.POSITIVE_INFINITY
    // What else this machine does delays everything, now and then: what a fault delays, it delays each time.
    for (let tries = 0; tries < TRIES && over > 0; tries += 1) {
      for (let one = 0; one < count; one += 1) {
        const spinning = [part('tournant.pdf', bomb.aSpinningPdf())]
        const sender = `envoi${one}@tournants${count}-${tries}.example`
        await demonstration.dovecot.deliver(aRawMail(sender, 'Candidature', spinning), AT)
      }
      const behind = await answered(demonstration, mails, AT)
      told.push(`${count} spinning at once ${behind} ms (${Math.round(megabytesOf(service))} MB)`)
      mails += count + 1
      await untilSettled(demonstration.world, mails, 2 * SETTLED_WITHIN_MS, () => undefined)
      over = behind - bound(own) - more
      if (over <= 0) continue
      own = Math.max(own, await answered(demonstration, mails, AT))
      mails += 1
      told.push(`then alone ${own} ms`)
    }
    expect(over, `${count} at once`).toBeLessThanOrEqual(0)
  }
  const peak = memory.peak()
  expect(peak).toBeLessThan(MEGABYTES)
  const fates = await demonstration.world.register.mails(null)
  expect(fates.filter((mail) => mail.fate === null)).toEqual([])
})
