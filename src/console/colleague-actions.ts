import { onMail } from './actions.ts'
import { colleagues, LONGEST_NOTE } from './colleagues-part.ts'
import { usage } from './forms.ts'
import type { Route } from './route.ts'

const writeNote = onMail('note', 'note', async ({ form, session }, { register, clock }, mail) => {
  const text = form['note']?.trim() ?? ''
  if (text === '') throw usage('Le champ « Note entre agents » doit être rempli.')
  if (text.length > LONGEST_NOTE) throw usage(`La note dépasse ${LONGEST_NOTE} caractères.`)
  await register.writeNote(mail.fingerprint, text, session.email, clock.now())
})

const takeNoteBack = onMail(
  'note-retiree',
  'note-retiree',
  async ({ form, session }, { register, clock }) => {
    const seq = Number(form['note'])
    if (!Number.isSafeInteger(seq)) throw usage('Cette note n’existe pas.')
    await register.takeNoteBack(seq, session.email, clock.now())
  },
)

const assign = onMail('suivi', 'suivi', async ({ form, session }, { register, clock }, mail) => {
  const wanted = form['agent'] ?? ''
  if (wanted !== '' && !colleagues(await register.accounts(), []).includes(wanted))
    throw usage('Le dossier ne peut être confié qu’à un agent qui a un compte ici.')
  const assignee = wanted === '' ? null : wanted
  const seen = form['etait'] === '' ? null : (form['etait'] ?? null)
  await register.assign(mail.fingerprint, { assignee, seen }, session.email, clock.now())
})

export const COLLEAGUE_ROUTES: readonly Route[] = [writeNote, takeNoteBack, assign]
