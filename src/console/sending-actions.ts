import { release } from '../steps/act.ts'
import type { WantedLetter } from '../steps/staff-letters.ts'
import { mailNamed, onMail } from './actions.ts'
import { addressIn, author, signedIn, usage, wanted } from './forms.ts'
import { HANDED } from './mail-forms.ts'
import { type Asked, type Route, type Signed, seeOther } from './route.ts'

const send = onMail('envoyer', 'envoi', async (asked, desk, mail) => {
  if (mail.fate === 'inquiry') throw usage('À une question, on écrit une réponse : ouvrez « Répondre ».')
  const ids = await release(desk, desk.calls, mail.fingerprint, {
    ...author(asked),
    ...letterIn(asked),
  })
  await Promise.all(ids.map((outboxId) => desk.jobs.add('deliver', { outboxId })))
})

/** An acknowledgement on paper: it is written and noted as handed over, and opens to be printed. */
const handOver: Route = {
  method: 'POST',
  path: '/courriels/:fingerprint/remis',
  may: 'staff',
  async answer(asked, desk) {
    const { fingerprint } = await mailNamed(asked, desk)
    const to = wanted(asked, 'destinataire', 'Destinataire')
    const how = HANDED.get(asked.form['comment'] ?? '')
    if (how === undefined) throw usage('Dites comment l’accusé est remis.')
    const by = signedIn(asked).session.email
    const [id] = await release(desk, desk.calls, fingerprint, { by, reason: how, to, onPaper: true })
    return seeOther(`/lettres/${id ?? ''}?fait=remis`)
  },
}

export const LONGEST_TEXT = 4_000

/** What the person says in their own words; '' for nothing. */
export function ownText({ form }: Asked): string {
  const text = form['texte']?.trim() ?? ''
  if (text.length > LONGEST_TEXT) throw usage(`Votre texte dépasse ${LONGEST_TEXT} caractères.`)
  return text
}

/** To whom, and in which words of the person's own. */
export function letterIn(asked: Signed): WantedLetter {
  const text = ownText(asked)
  const to = addressIn(asked, 'adresse')
  return text === '' ? { to } : { to, words: { text, instead: asked.form['avis'] === 'remplacer' } }
}

export const SENDING_ROUTES: readonly Route[] = [send, handOver]
