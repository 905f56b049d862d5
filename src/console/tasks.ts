import { counted } from '../acknowledgement/french.ts'
import type { Instant } from '../base/instant.ts'
import { deliveryInWords, heldInWords, setAsideInWords, shortMoment } from '../digest/words.ts'
import { STAND_IN } from '../mail/signs/stand-in.ts'
import { type CallVersion, waits } from '../register/call-versions.ts'
import { EVERYTHING, type Line, type Loose } from '../register/desk.ts'
import { applicationInWords } from '../register/naming.ts'
import type { SetAsideCounts } from '../register/set-aside.ts'
import type { HeldMail, LostLetter, Vitals } from '../register/vitals.ts'
import { whoIsMeant } from '../steps/who-is-meant.ts'
import { withFollower } from './colleagues-part.ts'
import type { Desk } from './desk.ts'
import { type Html, html, NOTHING } from './html.ts'
import { inTime, type Terms, termsByDay } from './legal-terms.ts'
import { whoPerhaps } from './of-which.ts'
import { callOf } from './words.ts'

/** One thing that needs a person: what, why, until when, and where to do it. */
export interface Task {
  readonly to: string
  readonly who: string
  readonly why: string
  /** Written for those that are shown. */
  readonly until: () => Html
  readonly urgent: boolean
  readonly since: Instant
}

/** What needs a person: the most urgent, and how many there are in all. */
export interface Tasks {
  readonly first: readonly Task[]
  readonly count: number
}

/**
 * The most urgent first, then what waits longest; of each kind only those that may be among the first. `me`:
 * who asks; the colleague who sees to it is told.
 */
export async function tasksOf(desk: Desk, vitals: Vitals, me: string, most: number): Promise<Tasks> {
  const { register } = desk
  const oldestFirst = { ...EVERYTHING, order: 'oldest' } as const
  const contested = await register.lines({ ...oldestFirst, timeliness: 'contested' }, 0, most)
  const proposed = await register.lines({ ...oldestFirst, proposals: true }, 0, most)
  const unsure = await register.unsureJoins()
  const held = vitals.held.toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))
  const oldest = held.slice(0, most)
  const lost = vitals.lost.map((one) => ({ ...one, fingerprint: null }))
  const who = await whoIsMeant(register, [...oldest, ...lost, ...unsure])
  const concerns = await register.concernsOf(oldest.map(({ fingerprint }) => fingerprint))
  const terms = termsByDay()
  const tasks = [
    ...lost.map((one) => lostTask(one, who(one, NOBODY_KNOWN), desk)),
    ...oldest.map((one) => heldTask(one, whoPerhaps(one, who(one, calledIn(one)), concerns), desk, terms)),
    ...contested.lines.map((one) => contestedTask(one, desk)),
    ...proposed.lines.map(proposedTask),
    ...unsure.map((one) => unsureTask(one, who(one, NOBODY_KNOWN))),
    ...setAsideTasks(await register.setAsideCounts(), desk),
    ...versionTasks(await register.callVersions(null), desk),
  ]
  const first = tasks
    .sort((one, other) => Number(other.urgent) - Number(one.urgent) || (one.since < other.since ? -1 : 1))
    .slice(0, most)
    .map(withFollower(await register.assignments(), me))
  const unmade = held.length - oldest.length + unlisted(contested) + unlisted(proposed)
  return { first, count: tasks.length + unmade }
}

function unlisted({ total, lines }: { readonly total: number; readonly lines: readonly Line[] }): number {
  return total - lines.length
}

/** A call’s file that somebody wrote and nobody adopted. */
function versionTasks(versions: readonly CallVersion[], { calls }: Desk): readonly Task[] {
  return versions
    .filter((one) => waits(one, versions))
    .map(({ callId, version, by, at }) => ({
      to: `/appels/${callId}/versions/${version}`,
      who: `Fichier de l’appel ${callId}, version ${version}`,
      why: `écrit par ${by} : une autre personne doit le relire et l’adopter.`,
      until: () => html`depuis le ${shortMoment(at, calls[0])}`,
      urgent: false,
      since: at,
    }))
}

function lostTask({ number, kind, state, since, callId }: LostLetter, who: string, { calls }: Desk): Task {
  return {
    to: `/candidatures/${number ?? ''}`,
    who,
    why:
      `${deliveryInWords(state, kind)} : ` +
      `${
        state === 'restored'
          ? 'regarder les messages envoyés, ' + 'puis renvoyer s’il y manque'
          : 'joindre le candidat, puis renvoyer'
      }.`,
    until: () => html`depuis le ${shortMoment(since, callOf(calls, callId))}`,
    urgent: true,
    since,
  }
}

const NOBODY_KNOWN = 'Expéditeur non identifié'

/** What a mail without a number is. */
function calledIn({ reason }: HeldMail): string {
  return reason === 'quarantined' ? 'Courriel mis à l’écart' : 'Question ou désistement'
}

function heldTask(held: HeldMail, known: string, { calls, clock }: Desk, terms: Terms): Task {
  const quarantined = held.reason === 'quarantined'
  const isOfDossier = held.number !== null && held.fate !== 'inquiry'
  return {
    to: isOfDossier ? `/candidatures/${held.number}` : `/courriels/${held.fingerprint}`,
    who: known,
    why: quarantined
      ? `courriel mis à l’écart, ${setAsideInWords(held.code)}` +
        (held.code === STAND_IN ? '.' : ' : le relire ou en accuser réception.')
      : `accusé de réception à envoyer vous-même : ${heldInWords(held.reason)}.`,
    since: held.receivedAt,
    ...inTime(held.receivedAt, callOf(calls, held.callId), clock.now(), terms),
  }
}

function contestedTask(line: Line, { calls }: Desk): Task {
  const { number, receivedAt, callId } = line
  return {
    to: `/candidatures/${number}`,
    who: applicationInWords(number, line),
    why: 'date à arbitrer : décider si le dépôt est dans les délais.',
    until: () => html`reçu le ${shortMoment(receivedAt, callOf(calls, callId))}`,
    urgent: false,
    since: receivedAt,
  }
}

function proposedTask(line: Line): Task {
  const { number, receivedAt, proposals } = line
  const changes = counted(proposals, 'changement proposé', 'changements proposés')
  return {
    to: `/candidatures/${number}#propositions`,
    who: applicationInWords(number, line),
    why: `${changes} par un envoi postérieur : accepter ou refuser ; d’ici là, rien ne change.`,
    until: () => NOTHING,
    urgent: false,
    since: receivedAt,
  }
}

function unsureTask({ number, receivedAt, others }: Loose, who: string): Task {
  return {
    to: `/candidatures/${number ?? ''}`,
    who,
    why: `peut-être la même candidature que ${others.join(', ')} : comparer, puis réunir s’il le faut.`,
    until: () => NOTHING,
    urgent: false,
    since: receivedAt,
  }
}

/** What was put aside and a person should see: the list says which. */
function setAsideTasks({ lost, changed, unseen, mayAsk }: SetAsideCounts, { clock }: Desk): readonly Task[] {
  const rows: readonly (readonly [number, string, string, string, boolean])[] = [
    [
      lost,
      'courriel pris en compte est introuvable',
      'courriels pris en compte sont introuvables',
      'à remettre dans la boîte de réception ; à défaut, joindre l’expéditeur.',
      true,
    ],
    [
      changed,
      'courriel écarté serait pris en compte aujourd’hui',
      'courriels écartés seraient pris en compte aujourd’hui',
      'le programme en jugerait autrement : ouvrir, puis décider.',
      true,
    ],
    [
      unseen,
      'courriel écarté a des pièces jointes',
      'courriels écartés ont des pièces jointes',
      'personne n’y a regardé : vérifier qu’aucune candidature ne s’y trouve.',
      false,
    ],
    [
      mayAsk,
      'courriel écarté est peut-être une question',
      'courriels écartés sont peut-être des questions',
      'personne n’y a regardé : l’ouvrir, et le prendre en compte s’il faut y répondre.',
      false,
    ],
  ]
  return rows.flatMap(([count, one, several, why, urgent]) =>
    count === 0
      ? []
      : [
          {
            to: '/ecartes',
            who: counted(count, one, several),
            why,
            until: () => NOTHING,
            urgent,
            since: clock.now(),
          },
        ],
  )
}
