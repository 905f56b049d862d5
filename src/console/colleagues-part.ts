import type { Fingerprint } from '../base/ids.ts'
import type { Call } from '../call/call.ts'
import { shortMoment } from '../digest/words.ts'
import type { Account } from '../register/accounts.ts'
import type { Assignment, Note } from '../register/colleagues.ts'
import type { MailView } from '../register/views.ts'
import type { Desk } from './desk.ts'
import { type Field, form } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { may, type Signed } from './route.ts'

export const LONGEST_NOTE = 2_000

/** A note in the thread; its author may take it back. */
export function noteEntry(signed: Signed, { seq, by, at, text, fingerprint }: Note, call: Call): Html {
  const head = html`<p><span class="when">Noté le ${shortMoment(at, call)}</span> par \
<strong>${by}</strong>, pour les agents</p>`
  if (text === null) return html`${head}<p class="muted">Note retirée par son auteur.</p>`
  const own = by === signed.session.email && may(signed.session.role, 'staff')
  const hidden = html`<input type="hidden" name="note" value="${seq}">`
  return html`${head}<p class="said">${text}</p>
${
  own
    ? html`<details><summary>Retirer cette note</summary><div>${form(
        signed,
        `/courriels/${fingerprint}/note-retiree`,
        [hidden],
        'Retirer la note',
        { id: `note-${seq}` },
      )}</div></details>`
    : NOTHING
}`
}

/** The form by which a note for colleagues is written, folded. */
export function noteForm(signed: Signed, opener: Fingerprint): Html {
  const field: Field = {
    name: 'note',
    label: 'Note entre agents',
    hint: 'Le candidat ne la voit pas, mais peut la demander comme toute donnée qui le concerne.',
    rows: 3,
    longest: LONGEST_NOTE,
  }
  return html`<details><summary>Écrire une note entre agents</summary><div>\
${form(signed, `/courriels/${opener}/note`, [field], 'Enregistrer la note', { id: 'noter' })}</div></details>`
}

/**
 * The assignment of an application: of the first of its mails that is somebody’s; its opener’s where none is.
 */
export function assignmentOf(
  mails: readonly Pick<MailView, 'fingerprint'>[],
  all: readonly Assignment[],
): { readonly of: Fingerprint | undefined; readonly assignee: string | null } {
  const own = all.find(({ fingerprint }) => mails.some((mail) => mail.fingerprint === fingerprint))
  return { of: own?.fingerprint ?? mails[0]?.fingerprint, assignee: own?.assignee ?? null }
}

/** « suivi par vous », « suivi par … »; null where nobody sees to it. */
export function followedBy(assignee: string | null, me: string): string | null {
  if (assignee === null) return null
  return assignee === me ? 'suivi par vous' : `suivi par ${assignee}`
}

/** Says of each task whose it is, where somebody took it. */
export function withFollower<One extends { readonly to: string; readonly until: () => Html }>(
  all: readonly Assignment[],
  me: string,
): (task: One) => One {
  const known = new Map<string, string>(
    all
      .toReversed()
      .flatMap(({ fingerprint, number, assignee }) => [
        [`/courriels/${fingerprint}`, assignee] as const,
        [`/candidatures/${number ?? ''}`, assignee] as const,
      ]),
  )
  return (task) => {
    const told = followedBy(known.get(task.to.split('#')[0] ?? '') ?? null, me)
    return told === null
      ? task
      : { ...task, until: () => html`${task.until()} <span class="tag">${told}</span>` }
  }
}

/** Who sees to it, and the ways to change that. */
export async function whoFollows(
  signed: Signed,
  { register }: Desk,
  mails: readonly Pick<MailView, 'fingerprint'>[],
): Promise<Html> {
  const { of, assignee } = assignmentOf(mails, await register.assignments())
  const me = signed.session.email
  const told = followedBy(assignee, me) ?? 'non attribué'
  const tag = html`<span class="tag ${assignee === me ? 'good' : ''}">${told}</span>`
  if (of === undefined || !may(signed.session.role, 'staff')) return html`<p class="follow">${tag}</p>`
  const give = (to: string, button: string, id: string) =>
    form(
      signed,
      `/courriels/${of}/suivi`,
      [
        html`<input type="hidden" name="agent" value="${to}">\
<input type="hidden" name="etait" value="${assignee ?? ''}">`,
      ],
      button,
      { id },
    )
  const own = assignee === me ? give('', 'Laisser', 'laisser') : give(me, 'Je m’en occupe', 'prendre')
  const others = colleagues(await register.accounts(), [me, assignee])
  return html`<div class="follow"><p>${tag}</p>${own}
${
  others.length === 0
    ? NOTHING
    : html`<details><summary>Confier à un collègue</summary>\
<div>${entrust(signed, of, assignee, others)}</div></details>`
}</div>`
}

function entrust(signed: Signed, of: Fingerprint, assignee: string | null, others: readonly string[]): Html {
  const hidden = html`<input type="hidden" name="etait" value="${assignee ?? ''}">`
  const field: Field = {
    name: 'agent',
    label: 'Collègue',
    options: [['', 'à choisir'], ...others.map((email) => [email, email] as const)],
  }
  return form(signed, `/courriels/${of}/suivi`, [hidden, field], 'Confier', { id: 'confier' })
}

/** Those who may decide and have taken up their account. */
export function colleagues(accounts: readonly Account[], but: readonly (string | null)[]): readonly string[] {
  return accounts
    .filter(({ disabled, role, invitation }) => !disabled && invitation === null && may(role, 'staff'))
    .map(({ email }) => email)
    .filter((email) => !but.includes(email))
}
