import { expect, it } from 'vitest'
import { attach, join, separate } from '../../src/steps/bind.ts'
import { correspondentOf, sendMessage } from '../../src/steps/write-message.ts'
import { sampleCall } from '../mail/sample-call.ts'
import { application, aService, type SmallService } from './a-service.ts'

const RECEIVED = '2026-03-10T06:00:00.000Z'
const LATER = '2026-03-11T06:00:00.000Z'
const CALLS = [sampleCall] as const
const OWN = 'contact@usineverte.example'
const RIB =
  'Relevé d’identité bancaire\nIBAN FR76 3000 6000 0112 3456 7890 189\nBIC AGRIFRPP\nTitulaire du compte'

interface Written {
  readonly from?: string
  readonly subject?: string
  readonly answers?: string
  readonly text: string
  readonly file?: string
  readonly headers?: string
}

let count = 0

function mail({ from = OWN, subject = 'Re: Dossier', answers, text, file, headers = '' }: Written): string {
  count += 1
  const thread = answers === undefined ? '' : `In-Reply-To: ${answers}\nReferences: ${answers}\n`
  const attached =
    file === undefined
      ? ''
      : `--b2\nContent-Type: text/plain; charset=utf-8; name="rib.txt"\nContent-Disposition: attachment; filename="rib.txt"\n\n${file}\n`
  return `Return-Path: <${from}>
From: <${from}>
To: ami@interco.example
Subject: ${subject}
Message-ID: <m${count}@poste.example>
${thread}${headers}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b2"

--b2
Content-Type: text/plain; charset=utf-8

${text}
${attached}--b2--
`
}

/** An application to which a member of staff wrote. */
async function written(service: SmallService, to = OWN) {
  const opener = await service.take(application('Usine Verte'), RECEIVED)
  const { number, mails } = (await service.register.application(opener.number!))!
  const correspondent = await correspondentOf(service, sampleCall, number, mails, [])
  const words = { subject: 'Dossier', text: 'Envoyez-nous votre RIB.' }
  await sendMessage(service, correspondent, { to, ...words, files: [], seen: 0 }, 'agent')
  await service.send()
  const letter = (await service.letters()).find(({ kind }) => kind === 'message')
  return { number, opener, answers: letter?.letter.messageId ?? '' }
}

const told = async ({ register }: SmallService, fingerprint: string) => {
  const view = (await register.mailView(fingerprint as never))!
  const inHand = (await register.vitals()).held.some((one) => one.fingerprint === fingerprint)
  return [view.fate, view.number, view.mayBelongTo, inHand]
}
const asked = async ({ register }: SmallService, number: string) =>
  (await register.askedOf(number as never)).map(({ fingerprint }) => fingerprint)

it('a paper that the call does not ask for, sent in answer to a message, is a piece of the dossier', async () => {
  await using service = await aService()
  const { number, answers } = await written(service)
  const answer = await service.take(mail({ answers, text: 'Bonjour, en réponse.', file: RIB }), LATER)
  expect([answer.fate, answer.number]).toEqual(['supplement', number])
  const dossier = await service.register.application(number)
  expect(dossier?.mails.flatMap(({ documents }) => documents.map(({ name }) => name))).toContain('rib.txt')
  expect((await service.letters()).filter((one) => one.fingerprint === answer.fingerprint)).toHaveLength(1)
})

it('so it is when staff wrote to another address of theirs, and thanks do not hide it', async () => {
  await using service = await aService()
  const { number, answers } = await written(service, 'direction@perso.example')
  const from = 'direction@perso.example'
  const text = 'Merci beaucoup pour votre message. Bien cordialement.'
  const answer = await service.take(mail({ from, answers, text, file: RIB }), LATER)
  expect([answer.fate, answer.number]).toEqual(['supplement', number])
})

it('an answer in words goes under the number and waits for a person', async () => {
  await using service = await aService()
  const { number, answers } = await written(service)
  const { fingerprint } = await service.take(
    mail({ answers, text: 'Notre effectif est de 12 salariés.' }),
    LATER,
  )
  expect(await told(service, fingerprint)).toEqual(['inquiry', number, [], true])
  expect(await asked(service, number)).toEqual([fingerprint])
  expect((await service.register.application(number))?.mails).toHaveLength(1)
  expect((await service.register.summaries(sampleCall.id)).map(({ mails }) => mails)).toEqual([1])
})

it('from another address it may belong to it; a person says so, or that it does not', async () => {
  await using service = await aService()
  const { number, answers } = await written(service)
  const from = 'tresorier@ailleurs.example'
  const { fingerprint } = await service.take(
    mail({
      from,
      answers,
      text: 'Le président m’a transmis votre courrier, voyez avec moi pour la suite.',
      file: RIB,
    }),
    LATER,
  )
  expect(await told(service, fingerprint)).toEqual(['inquiry', null, [number], true])
  expect(await asked(service, number)).toEqual([fingerprint])
  const author = { by: 'agent', reason: 'visa' }
  await attach(service, CALLS, fingerprint, number, { kind: 'together', ...author })
  expect(await told(service, fingerprint)).toEqual(['inquiry', number, [], true])
  await attach(service, CALLS, fingerprint, number, { kind: 'apart', ...author })
  expect(await told(service, fingerprint)).toEqual(['inquiry', null, [], true])
  expect(await asked(service, number)).toEqual([])
  await service.register.readAgain([fingerprint], author, service.clock.now())
  await service.goOn(fingerprint)
  expect((await told(service, fingerprint)).slice(0, 3)).toEqual(['inquiry', null, []])
})

it('the number alone, from anybody, is kept and shown; nothing is opened or added', async () => {
  await using service = await aService()
  const { number, opener } = await written(service)
  const from = 'conseil@cabinet.example'
  const ways = [
    { subject: `Dossier ${number}`, text: 'Je vous appelle demain.' },
    { subject: 'Bonjour', text: `Au sujet du ${number.toLowerCase().replace('-', ' – ')}, je passe lundi.` },
  ]
  for (const way of ways) {
    const { fingerprint } = await service.take(mail({ from, ...way }), LATER)
    expect(await told(service, fingerprint)).toEqual(['inquiry', null, [number], true])
  }
  expect(await asked(service, number)).toHaveLength(2)
  expect(opener.number).toBe(number)
})

it('its sender who names it goes under it, and a robot that does stays one', async () => {
  await using service = await aService()
  const { number } = await written(service)
  const own = await service.take(mail({ subject: `Dossier ${number}`, text: 'Je passe lundi.' }), LATER)
  expect(await told(service, own.fingerprint)).toEqual(['inquiry', number, [], true])
  const headers = 'Auto-Submitted: auto-replied\n'
  const robot = await service.take(mail({ subject: `Absence (${number})`, text: 'Absent.', headers }), LATER)
  expect([robot.fate, robot.number]).toEqual(['automatic', null])
})

it('a number that was never given is no clue, and still about the call; another call’s is neither', async () => {
  await using service = await aService()
  await written(service)
  const from = 'conseil@cabinet.example'
  const prefix = sampleCall.registrationPrefix
  const never = await service.take(mail({ from, subject: `Réf. ${prefix}-22222`, text: 'Bonjour.' }), LATER)
  expect(await told(service, never.fingerprint)).toEqual(['inquiry', null, [], true])
  const other = await service.take(mail({ from, subject: 'Réf. ZZ99-22222', text: 'Bonjour.' }), LATER)
  expect(other.fate).toBe('unrelated')
})

it('an application that names another’s number is one of its own, and both are told', async () => {
  await using service = await aService()
  const { number } = await written(service)
  const body = `Bonjour, candidature à l'appel à manifestation d'intérêt Territoires d'industrie, réf. ${number}.`
  const second = await service.take(application('Atelier Rouge', { body }), LATER)
  expect([second.fate, second.number === number, second.mayBelongTo]).toEqual([
    'application',
    false,
    [number],
  ])
  expect((await service.register.unsureJoins()).map(({ others }) => others)).toEqual([[number]])
})

it('what is about it follows it where it goes, and is erased with it', async () => {
  await using service = await aService()
  const { number, opener, answers } = await written(service)
  const first = await service.take(application('Usine Bleue'), RECEIVED)
  const sure = await service.take(mail({ answers, text: 'Douze salariés.' }), LATER)
  const from = 'tresorier@ailleurs.example'
  const perhaps = await service.take(mail({ from, answers, text: 'Voir avec moi.' }), LATER)
  const author = { by: 'agent', reason: 'même structure' }
  await join(service, CALLS, [first.number!, number], author)
  await service.concludeAll()
  const both = [perhaps.fingerprint, sure.fingerprint].toSorted()
  const now = (await service.register.mailView(opener.fingerprint))!.number!
  const other = now === number ? first.number! : number
  expect((await asked(service, now)).toSorted()).toEqual(both)
  expect(await asked(service, other)).toEqual(
    now === number ? [] : both.filter(() => false).concat(sure.fingerprint),
  )
  await separate(service, CALLS, opener.fingerprint, author)
  await service.concludeAll()
  expect((await asked(service, number)).toSorted()).toEqual(both)
  expect(await asked(service, first.number!)).toEqual([])
  await service.register.erase(number, author, service.clock.now())
  expect(await service.register.mailView(sure.fingerprint)).toBeNull()
})

it('what hands in beside a dossier whose number it names is held: its letter would say what lacks', async () => {
  await using service = await aService()
  const { number } = await written(service)
  const from = 'secretariat@usineverte.example'
  const file =
    'Présentation de la structure\nCréée en 2010, la société emploie douze salariés et fabrique des briques.'
  const text = `En complément de notre dossier ${number}, voici notre présentation pour l’AMI Territoires d’industrie.`
  const beside = await service.take(mail({ from, subject: 'Dossier', text, file }), LATER)
  const view = (await service.register.mailView(beside.fingerprint))!
  expect([view.fate, view.mayBelongTo]).toEqual(['application', [number]])
  expect(view.decision).toMatchObject({ send: false, held: true, reason: '12-names-another' })
  const plain = await service.take(
    mail({ from: 'contact@autre.example', text: text.replace(number, ''), file }),
    LATER,
  )
  expect((await service.register.mailView(plain.fingerprint))?.decision).toMatchObject({ send: true })
})
