import { describe, expect, it } from 'vitest'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import { triage } from '../../src/mail/triaging.ts'
import { documents, type Piece } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

interface Written {
  readonly subject?: string
  readonly text: string
  readonly pieces?: readonly Piece[]
  readonly headers?: string
}

async function natureOf({
  subject = 'AMI Territoires d’industrie',
  text,
  pieces = [],
  headers = '',
}: Written) {
  const attached = pieces.map(
    (_, index) =>
      `--b\nContent-Type: application/pdf; name="piece-${index}.pdf"\nContent-Disposition: attachment; filename="piece-${index}.pdf"\n\nx\n`,
  )
  const { mail } = await createMailParser().parse(
    Buffer.from(
      `Return-Path: <a@firme.example>\nFrom: A <a@firme.example>\nTo: ami@interco.example\nSubject: ${subject}\n${headers}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${text}\n${attached.join('')}--b--\n`,
    ),
  )
  return triage(mail, documents(pieces), sampleCall).nature
}

describe('one paper beside the name of the call', () => {
  it.each([
    ['a supplier', 'Notre agence peut réaliser votre film. Ci-joint notre plaquette.'],
    ['a lawyer', 'Notre cabinet vous propose un audit de l’AMI. Plaquette jointe.'],
    ['who sells to candidates', 'Nous accompagnons qui répond à votre appel. Devis joint.'],
    ['a colleague', 'Voici la présentation faite en comité.'],
    ['a student', 'Voici la présentation de mon projet de recherche pour mon mémoire.'],
  ])('of %s is for a person', async (_, text) => {
    expect(await natureOf({ text, pieces: ['presentation'] })).toBe('inquiry')
  })

  it.each([
    ['applies', 'Nous souhaitons être des vôtres, voici notre présentation.'],
    ['says that more will come', 'Voici déjà notre présentation, le reste suit.'],
    ['hands in an application', 'Veuillez trouver ci-joint notre candidature.'],
  ])('of who %s is handed in', async (_, text) => {
    expect(await natureOf({ text, pieces: ['presentation'] })).toBe('submission')
  })

  it('is two of different kinds: they say so themselves', async () => {
    const text = 'Nous vous soumettons notre offre pour le siège agroalimentaire.'
    expect(await natureOf({ text, pieces: ['presentation', 'project'] })).toBe('submission')
    expect(await natureOf({ text, pieces: ['presentation', 'presentation'] })).toBe('inquiry')
  })
})

describe('who speaks for another', () => {
  it('applies for nothing', async () => {
    const text = 'Je tiens à appuyer la candidature de la société Alpha ; voir ma note.'
    expect(await natureOf({ text, pieces: ['other'] })).toBe('inquiry')
  })

  it('nor does a partner who promises to take part in one', async () => {
    const subject = 'Lettre d’engagement du lycée'
    const text =
      'Le lycée s’engage aux côtés de l’un de vos candidats pour les Territoires d’industrie, lettre jointe.'
    expect(await natureOf({ subject, text, pieces: ['other'] })).toBe('inquiry')
    const own = {
      subject,
      text: 'Voici notre lettre pour les Territoires d’industrie.',
      pieces: ['other'] as const,
    }
    expect(await natureOf(own)).toBe('submission')
  })

  it('is not who supports an application of their own', async () => {
    const text = 'Pour soutenir notre candidature, voici notre présentation.'
    expect(await natureOf({ text, pieces: ['presentation'] })).toBe('submission')
  })
})

describe('a program that answers', () => {
  const answers = 'In-Reply-To: <x@interco.example>\n'
  it.each([
    ['by its subject', { subject: 'Absence Re: AMI Territoires d’industrie', text: 'Nous sommes fermés.' }],
    ['abroad', { subject: 'Abwesend: AMI Territoires d’industrie', text: 'Bis Montag.' }],
    ['by its words', { text: 'Message automatique : nous vous répondrons.', headers: answers }],
    ['by RFC 3834', { text: 'Merci.', headers: 'Auto-Submitted: auto-replied\n' }],
  ])('is automatic with a brochure as without: %s', async (_, written) => {
    expect(await natureOf({ ...written, pieces: ['presentation'] })).toBe('automatic')
    expect(await natureOf(written)).toBe('automatic')
  })

  it('fills no form: a person on leave, and a copier, hand theirs in', async () => {
    const away = { subject: 'Absence Re: AMI Territoires d’industrie', text: 'Je suis absente, voici tout.' }
    expect(await natureOf({ ...away, pieces: ['form'] })).toBe('submission')
    const copied = { text: '', headers: 'Auto-Submitted: auto-generated\n', pieces: ['scan'] as const }
    expect(await natureOf(copied)).toBe('submission')
  })
})
