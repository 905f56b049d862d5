import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { taggedAddress, tagOf } from '../../src/acknowledgement/envelope.ts'
import { OutboxId, type RegistrationNumber } from '../../src/base/ids.ts'
import { type Instant, later } from '../../src/base/instant.ts'
import { EVERYTHING } from '../../src/register/desk.ts'
import type { MailView } from '../../src/register/views.ts'
import { join, tellApart } from '../../src/steps/bind.ts'
import { sampleCall } from '../mail/sample-call.ts'
import {
  aClaimant,
  aMail,
  applied,
  type Claimant,
  formOf,
  lookalikeOf,
  presentation,
  provenFor,
  type Shape,
  shownOf,
  THEIRS,
} from './a-claimant.ts'
import { aService, KEY, type SmallService } from './a-service.ts'

const MALLORY = 'mallory@evil.example'
const FIRST = '2026-03-03T00:00:00.000Z' as Instant
const AUTHOR = { by: 'Agent', reason: 'vérifié au téléphone' }

/** One service for all: each case has a claimant, and an hour, of its own. */
let service: SmallService
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service[Symbol.asyncDispose]())

let next = 0
interface Scene {
  readonly victim: Claimant
  readonly opened: MailView
  readonly number: RegistrationNumber
  /** The Message-ID of our letter to them. */
  readonly letterId: string
  /** A mail that comes so many minutes after theirs. */
  take(raw: string, minutes?: number): Promise<MailView>
}

async function aScene(told?: string | null): Promise<Scene> {
  const index = next
  next += 1
  const victim = aClaimant(index)
  const at = later(FIRST, index * 3_600_000)
  const opened = await service.take(told === undefined ? applied(victim) : applied(victim, told), at)
  const number = opened.number as RegistrationNumber
  const letterId = (await service.register.lettersOf(number))[0]?.letter.messageId ?? ''
  return {
    victim,
    opened,
    number,
    letterId,
    take: (raw, minutes = 10) => service.take(raw, later(at, minutes * 60_000)),
  }
}

/** A stranger's mail with a whole form of their own making. */
function claims({ victim }: Scene, over: Partial<Shape> = {}): string {
  return aMail({
    from: MALLORY,
    told: provenFor(over.from ?? MALLORY),
    subject: `Candidature ${victim.name}`,
    files: { 'formulaire.txt': formOf(victim, THEIRS) },
    ...over,
  })
}

const AFTER_THE_DEADLINE = 30 * 24 * 60

interface Attack {
  readonly what: string
  readonly mail: (scene: Scene) => string
  readonly minutes?: number
  /** The victim's mailbox is one whose server says something of each mail, unless told otherwise. */
  readonly told?: string | null
}

const ATTACKS: readonly Attack[] = [
  { what: 'the same SIRET', mail: (scene) => claims(scene) },
  {
    what: 'the SIRET and three labels in a mail without a form',
    mail: (scene) =>
      claims(scene, {
        files: {},
        text: `Bonjour, en complément de notre candidature à l'appel Territoires d'industrie.\nSIRET : ${scene.victim.siret}\nTéléphone : ${THEIRS.phone}\nCourriel : ${THEIRS.email}\nReprésentée par : ${THEIRS.representative}`,
      }),
  },
  {
    what: 'their address in From, DMARC failed',
    mail: (scene) => claims(scene, { from: scene.victim.address, told: 'spf=none; dmarc=fail' }),
  },
  { what: 'after the deadline', mail: (scene) => claims(scene), minutes: AFTER_THE_DEADLINE },
  {
    what: 'their name, and an address of their domain that nothing proves',
    mail: (scene) =>
      claims(scene, { from: `direction@${scene.victim.domain}`, told: 'spf=softfail; dkim=none' }),
  },
  {
    what: 'a reply with their number',
    mail: (scene) =>
      claims(scene, {
        subject: `Re: Auto: Accusé de réception – réf. ${scene.number}`,
        text: `Bonjour, voici un complément à notre candidature ${scene.number} à l'appel Territoires d'industrie.`,
        files: { 'presentation.txt': presentation(scene.victim) },
      }),
  },
  {
    what: 'their address in From, DKIM of a provider',
    mail: (scene) =>
      claims(scene, {
        from: scene.victim.address,
        told: 'spf=pass smtp.mailfrom=envois.example; dkim=pass header.d=envois.example',
      }),
  },
  {
    what: 'free mail with their display name',
    mail: (scene) => claims(scene, { from: 'fabrique@gmail.com', display: scene.victim.name }),
  },
  {
    what: 'Reply-To and Sender are theirs',
    mail: (scene) =>
      claims(scene, {
        headers: [`Reply-To: <${scene.victim.address}>`, `Sender: <${scene.victim.address}>`],
      }),
  },
  {
    what: 'their mail forwarded with the whole form, changed',
    mail: (scene) =>
      claims(scene, {
        subject: `Fwd: Candidature ${scene.victim.name}`,
        text: `---------- Forwarded message ----------\nFrom: ${scene.victim.name} <${scene.victim.address}>\nTo: ami@interco.example\nSubject: Candidature\n\nNotre candidature à l'appel Territoires d'industrie.`,
      }),
  },
  {
    what: 'the same files, byte for byte',
    mail: (scene) =>
      claims(scene, {
        files: { 'formulaire.txt': formOf(scene.victim), 'presentation.txt': presentation(scene.victim) },
      }),
  },
  {
    what: 'an answer to their mail, not to our letter',
    mail: (scene) =>
      claims(scene, {
        headers: [`In-Reply-To: ${scene.victim.messageId}`, `References: ${scene.victim.messageId}`],
      }),
  },
  { what: 'their Message-ID', mail: (scene) => claims(scene, { messageId: scene.victim.messageId }) },
  {
    what: 'a domain of letters that look alike',
    mail: (scene) => claims(scene, { from: `contact@${lookalikeOf(scene.victim)}` }),
  },
  {
    what: 'a proven subdomain of theirs',
    mail: (scene) => claims(scene, { from: `contact@clients.${scene.victim.domain}` }),
  },
  {
    what: 'an answer to our letter, DMARC failed',
    mail: (scene) =>
      claims(scene, {
        from: scene.victim.address,
        told: 'dmarc=fail',
        headers: [`In-Reply-To: ${scene.letterId}`],
      }),
  },
  {
    what: 'an answer to a letter of ours that never was',
    mail: (scene) =>
      claims(scene, { headers: [`In-Reply-To: <${scene.number}.ack-1.0123456789ab@interco.example>`] }),
  },
  {
    what: 'their address, and nothing said by a server that says something of each mail',
    mail: (scene) => claims(scene, { from: scene.victim.address, told: null }),
  },
  {
    what: 'their address, and results that the sender wrote below ours',
    mail: (scene) =>
      claims(scene, {
        from: scene.victim.address,
        told: 'spf=none; dkim=none; dmarc=none',
        below: [`Authentication-Results: mx.interco.example; ${provenFor(scene.victim.address)}`],
      }),
  },
  {
    what: 'their address beside another in From',
    mail: (scene) =>
      claims(scene, { from: scene.victim.address, told: provenFor(scene.victim.address) }).replace(
        `From: <${scene.victim.address}>`,
        `From: <${scene.victim.address}>, <${MALLORY}>`,
      ),
  },
  {
    what: '« annule et remplace »',
    mail: (scene) =>
      claims(scene, {
        subject: `ANNULE ET REMPLACE – candidature ${scene.victim.name}`,
        text: "Bonjour, cet envoi annule et remplace notre candidature à l'appel Territoires d'industrie.",
      }),
  },
  {
    what: 'a withdrawal with their number',
    mail: (scene) =>
      claims(scene, {
        subject: `Retrait de la candidature ${scene.number}`,
        text: `Nous retirons notre candidature ${scene.number} à l'appel Territoires d'industrie. ${scene.victim.name}`,
        files: {},
      }),
  },
  {
    what: 'in a mailbox whose server says nothing, another address',
    told: null,
    mail: (scene) => claims(scene, { from: `direction@${scene.victim.domain}`, told: null }),
  },
]

describe('a stranger changes nothing of another’s dossier, and staff see it', () => {
  it.each(ATTACKS)('$what', async ({ mail, minutes, told }) => {
    const scene = await aScene(told)
    const before = await shownOf(service, scene.number)
    expect(before).toContain('+262262112233')
    const stranger = await scene.take(mail(scene), minutes)
    expect(await shownOf(service, scene.number)).toBe(before)
    expect(stranger.number).not.toBe(scene.number)
    await expectSeen(scene.number, stranger)
    for (const { letter } of await service.register.lettersAbout(stranger.fingerprint)) {
      // What its sender wrote in the subject is given back; nothing else says which dossiers there are.
      const said = `${letter.text}\n${letter.html}\n${letter.messageId}\n${Object.values(letter.headers).join('\n')}`
      expect(said).not.toContain(scene.number)
    }
    const completed = await scene.take(completion(scene, told), 20)
    expect(completed.number).toBe(scene.number)
  })

  it('who writes first does not own the number: both are shown, on both dossiers', async () => {
    const victim = aClaimant(next)
    const at = later(FIRST, next * 3_600_000)
    next += 1
    const squatter = aMail({
      from: MALLORY,
      told: provenFor(MALLORY),
      files: { 'formulaire.txt': formOf(victim, THEIRS) },
    })
    const first = await service.take(squatter, at)
    const own = await service.take(applied(victim), later(at, 60_000))
    expect(own).toMatchObject({ fate: 'application', applicant: { phone: '+262262112233' } })
    expect(own.number).not.toBe(first.number)
    await expectSeen(own.number as RegistrationNumber, await viewOf(first))
  })

  it('what failed DMARC is held for a person', async () => {
    const scene = await aScene()
    const forged = await scene.take(claims(scene, { from: scene.victim.address, told: 'dmarc=fail' }))
    expect(forged.decision).toMatchObject({ send: false, held: true, reason: '10-forged-sender' })
  })

  it('what is to be compared with an application that went into another is compared with that one', async () => {
    const scene = await aScene()
    const from = 'cabinet@experts.example'
    const files = { 'formulaire.txt': again(scene.victim), 'annexe.txt': `Annexe de ${scene.number}` }
    const accountant = await scene.take(aMail({ from, told: provenFor(from), files }), 5)
    const other = aClaimant(90)
    const third = await scene.take(
      aMail({
        from: other.address,
        told: provenFor(other.address),
        files: { 'formulaire.txt': formOf(other), 'annexe.txt': files['annexe.txt'] },
      }),
    )
    expect(third.mayBelongTo).toEqual([accountant.number])
    await join(service, [sampleCall], [scene.number, accountant.number ?? ''], AUTHOR)
    await service.concludeAll()
    expect((await viewOf(third)).mayBelongTo).toEqual([scene.number])
  })

  it('a person who says that they are two is not asked again', async () => {
    const scene = await aScene()
    const stranger = await scene.take(claims(scene))
    await tellApart(service, [sampleCall], [scene.number, stranger.number ?? ''], AUTHOR)
    await service.concludeAll()
    expect((await viewOf(stranger)).mayBelongTo).not.toContain(scene.number)
    expect((await viewOf(scene.opened)).mayBelongTo).toEqual([])
  })
})

async function viewOf({ fingerprint }: MailView): Promise<MailView> {
  const view = await service.register.mailView(fingerprint)
  if (view === null) throw new Error('the mail is not in the register')
  return view
}

/** On both dossiers and among the tasks; a mail without a dossier waits for a person. */
async function expectSeen(number: RegistrationNumber, stranger: MailView): Promise<void> {
  if (stranger.number === null) {
    expect(stranger.decision).toMatchObject({ send: false, held: true })
    return
  }
  const [victims] = (await service.register.application(number))?.mails ?? []
  expect(victims?.mayBelongTo).toContain(stranger.number)
  expect((await viewOf(stranger)).mayBelongTo).toContain(number)
  const pairs = (await service.register.unsureJoins()).flatMap((one) =>
    one.others.map((other) => [one.number, other].toSorted().join(' ')),
  )
  expect(pairs).toContain([number, stranger.number].toSorted().join(' '))
}

/** A piece that was missing, from the address of the application itself. */
function completion({ victim }: Scene, told = provenFor(victim.address) as string | null): string {
  return aMail({
    from: victim.address,
    told,
    text: "Bonjour, voici le projet qui manquait à notre candidature à l'appel Territoires d'industrie.",
    files: {
      'projet.txt': `Projet\nNotre projet industriel : un atelier à Ville-Haute. ${victim.messageId}`,
    },
  })
}

/** The same form, written anew. */
function again(victim: Claimant): string {
  return `${formOf(victim)}Fait à Ville-Haute\n`
}

/** A mail to one of our signed envelope addresses, as a client writes it that answers where a letter came from. */
function toEnvelope(scene: Scene, tag: string): string {
  const to = taggedAddress(sampleCall.acknowledgement.bouncesTo, tag)
  const from = `${scene.number.toLowerCase()}@gmail.com`
  return aMail({
    from,
    told: provenFor(from),
    headers: [`Cc: <${to}>`],
    text: "Bonjour, voici la suite de notre candidature à l'appel Territoires d'industrie.",
    files: { 'formulaire.txt': again(scene.victim) },
  })
}

const tagFor = ({ opened }: Scene, key: string) =>
  tagOf(OutboxId.parse(`acknowledgement-${opened.fingerprint}`), key)

interface Honest {
  readonly what: string
  readonly mail: (scene: Scene) => string
  readonly told?: string | null
}

const JOINING: readonly Honest[] = [
  { what: 'the same address, proven, pieces alone', mail: (scene) => completion(scene) },
  {
    what: 'the same address in a mailbox whose server says nothing',
    told: null,
    mail: (scene) => completion(scene, null),
  },
  {
    what: 'the same address, proven since the server says something',
    told: null,
    mail: (scene) => completion(scene),
  },
  {
    what: 'the same address by a forwarder that broke SPF and left DKIM whole',
    mail: (scene) =>
      completion(
        scene,
        `spf=fail smtp.mailfrom=forwarder.example; dkim=pass header.d=${scene.victim.domain}`,
      ),
  },
  {
    what: 'another address of the same house, proven, with the SIRET',
    mail: (scene) => {
      const from = `direction@${scene.victim.domain}`
      return aMail({ from, told: provenFor(from), files: { 'formulaire.txt': again(scene.victim) } })
    },
  },
  {
    what: 'a personal address that answers our letter',
    mail: (scene) =>
      aMail({
        from: 'anne.petit@gmail.com',
        told: provenFor('anne.petit@gmail.com'),
        headers: [`In-Reply-To: ${scene.letterId}`],
        text: "Bonjour, voici la suite de notre candidature à l'appel Territoires d'industrie.",
        files: { 'projet.txt': `Projet\nUn atelier. ${scene.victim.messageId}` },
      }),
  },
  {
    what: 'a mail to the signed envelope address of our letter',
    mail: (scene) => toEnvelope(scene, tagFor(scene, KEY)),
  },
]

describe('who is proven to belong completes the dossier', () => {
  it.each(JOINING)('$what', async ({ mail, told }) => {
    const scene = await aScene(told)
    expect(await scene.take(mail(scene))).toMatchObject({ number: scene.number, fate: 'supplement' })
  })
})

const APART: readonly Honest[] = [
  {
    what: 'a mail to an envelope address that we did not sign',
    mail: (scene) => toEnvelope(scene, tagFor(scene, 'another key of sixteen characters')),
  },
  {
    what: 'another address of a domain that does not bear the name',
    mail: (scene) =>
      aMail({
        from: 'direction@hebergement.example',
        told: provenFor('direction@hebergement.example'),
        files: { 'formulaire.txt': again(scene.victim) },
      }),
  },
  {
    what: 'the accountant with the whole form',
    mail: (scene) => {
      const from = 'cabinet@compta.example'
      return aMail({ from, told: provenFor(from), files: { 'formulaire.txt': again(scene.victim) } })
    },
  },
  {
    what: 'the applicant from a personal address, with the SIRET',
    mail: (scene) =>
      aMail({
        from: 'anne.petit@orange.fr',
        told: provenFor('anne.petit@orange.fr'),
        files: { 'formulaire.txt': again(scene.victim) },
      }),
  },
  {
    what: 'two addresses of one provider of everybody',
    mail: (scene) =>
      aMail({
        from: 'fabrique.bis@laposte.net',
        told: provenFor('fabrique.bis@laposte.net'),
        files: { 'formulaire.txt': again(scene.victim) },
      }),
  },
]

describe('an honest sender whom nothing proves is never lost', () => {
  it.each(APART)('$what: acknowledged, shown, joined by a person', async ({ mail }) => {
    const scene = await aScene()
    const theirs = await scene.take(mail(scene))
    expect(theirs).toMatchObject({ fate: 'application', decision: { send: true } })
    await expectSeen(scene.number, theirs)
    await join(service, [sampleCall], [scene.number, theirs.number ?? ''], AUTHOR)
    await service.concludeAll()
    expect(await viewOf(theirs)).toMatchObject({ number: scene.number, fate: 'supplement', mayBelongTo: [] })
  })
})

describe('who belongs changes nothing silently', () => {
  const CHANGED = ['email', 'phone', 'representative', 'sector']
  const proposed = async (number: RegistrationNumber) =>
    (await service.register.application(number))?.verdict.findings.flatMap((finding) =>
      finding.code === 'proposed-change' ? [finding.kind] : [],
    )
  const facts = async (number: RegistrationNumber) => {
    const application = await service.register.application(number)
    return JSON.stringify([application?.applicant, application?.sectors])
  }

  it('an answer to our letter from another address: each change is proposed, and waits', async () => {
    const scene = await aScene()
    const before = await facts(scene.number)
    const answer = await scene.take(
      claims(scene, { from: 'anne.petit@gmail.com', headers: [`In-Reply-To: ${scene.letterId}`] }),
    )
    expect(answer).toMatchObject({ number: scene.number, ground: 'reply-to-our-acknowledgement' })
    expect(await facts(scene.number)).toBe(before)
    expect((await proposed(scene.number))?.toSorted()).toEqual(CHANGED)
    const { lines } = await service.register.lines({ ...EVERYTHING, proposals: true }, 0, 100)
    expect(lines).toContainEqual(expect.objectContaining({ number: scene.number, proposals: 4 }))
  })

  it('the same address: proposed too, unless it says that it replaces', async () => {
    const scene = await aScene()
    const before = await facts(scene.number)
    const own = { from: scene.victim.address, told: provenFor(scene.victim.address) }
    await scene.take(claims(scene, own), 5)
    expect(await facts(scene.number)).toBe(before)
    const text = "Cet envoi annule et remplace notre candidature à l'appel Territoires d'industrie."
    await scene.take(claims(scene, { ...own, text }), 10)
    expect(await facts(scene.number)).toContain('+262692666666')
    expect(await proposed(scene.number)).toEqual([])
  })

  it('after the deadline nothing of what was in time changes, and nothing is proposed', async () => {
    const scene = await aScene()
    const before = await facts(scene.number)
    const own = { from: scene.victim.address, told: provenFor(scene.victim.address) }
    const text = "Cet envoi annule et remplace notre candidature à l'appel Territoires d'industrie."
    const late = await scene.take(claims(scene, { ...own, text }), AFTER_THE_DEADLINE)
    expect(late).toMatchObject({ number: scene.number, verdict: { timeliness: 'late' } })
    expect(await facts(scene.number)).toBe(before)
    expect(await proposed(scene.number)).toEqual([])
  })
})

/** What anybody can know of the claimant, put together in any way, by a sender that nothing proves to be them. */
const aStrangersMail = fc.record({
  from: fc.constantFrom('theirs', 'house', 'stranger', 'free', 'lookalike'),
  told: fc.constantFrom(
    'spf=none; dkim=none',
    'spf=softfail',
    'dmarc=fail',
    'dkim=pass header.d=evil.example',
  ),
  display: fc.boolean(),
  hasNumber: fc.boolean(),
  replaces: fc.boolean(),
  answers: fc.boolean(),
  replyTo: fc.boolean(),
  form: fc.constantFrom('changed', 'same', 'none'),
  presentation: fc.boolean(),
  labels: fc.boolean(),
  minutes: fc.constantFrom(-5, 3, 9, AFTER_THE_DEADLINE),
})

it('whatever a stranger makes of public facts, the dossier is the same to the byte', async () => {
  const scene = await aScene()
  const { victim, number } = scene
  const senders = {
    theirs: victim.address,
    house: `direction@${victim.domain}`,
    stranger: MALLORY,
    free: 'fabrique@gmail.com',
    lookalike: `contact@${lookalikeOf(victim)}`,
  }
  const before = await shownOf(service, number)
  let count = 0
  await fc.assert(
    fc.asyncProperty(aStrangersMail, async (made) => {
      count += 1
      const files = {
        ...(made.form === 'none'
          ? {}
          : { 'formulaire.txt': formOf(victim, made.form === 'same' ? {} : THEIRS) }),
        ...(made.presentation ? { 'presentation.txt': presentation(victim) } : {}),
      }
      const said = `${made.replaces ? 'Cet envoi annule et remplace le précédent. ' : ''}Notre candidature à l'appel Territoires d'industrie.`
      const raw = aMail({
        from: senders[made.from],
        told: made.told,
        ...(made.display ? { display: victim.name } : {}),
        subject: made.hasNumber ? `Complément ${number}` : `Candidature ${victim.name} ${count}`,
        headers: [
          ...(made.answers ? [`In-Reply-To: ${victim.messageId}`] : []),
          ...(made.replyTo ? [`Reply-To: <${victim.address}>`] : []),
        ],
        text: made.labels ? `${said}\nSIRET : ${victim.siret}\nTéléphone : ${THEIRS.phone}` : said,
        files,
      })
      const stranger = await scene.take(raw, made.minutes)
      expect(stranger.number).not.toBe(number)
      expect(await shownOf(service, number)).toBe(before)
    }),
    { numRuns: 40 },
  )
})
