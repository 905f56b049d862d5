import { pagesOfText } from '../../src/documents/text/page.ts'
import { outlineOf } from '../../src/outline/outline.ts'
import { DraftId } from '../../src/register/call-versions.ts'
import { firstDraft } from '../../src/settings/first-draft.ts'
import { type CallFiles, callFingerprint } from '../../src/steps/adopt-call.ts'
import type { Site } from '../console/a-site.ts'
import { fileOf } from '../mail/sample-call.ts'
import { FIRST_CALLS } from '../outline/published.ts'
import { OTHER_CALLS } from '../outline/published-elsewhere.ts'
import { decidingCall } from '../steps/some-decisions.ts'
import { NO_PAGE, type Visit } from './visits.ts'

/** Drafts of calls to be looked at: one that was read well, one of a text that says nothing. */
export interface Drafts {
  readonly read: DraftId
  readonly silent: DraftId
}

const ON_DISK = JSON.stringify(fileOf(decidingCall), null, 2)

/** The file of the site’s call, which nobody can write. */
export const CALL_FILES: CallFiles = {
  held: () => ({ path: '/etc/recepisse/calls/appel.yaml', text: ON_DISK }),
  placeOf: () => ({ path: '/etc/recepisse/calls/appel.yaml', taken: true }),
  put: async () => undefined,
}

export async function someDrafts({ service: { register, clock } }: Site): Promise<Drafts> {
  const begin = async (source: string) => {
    const id = DraftId.parse(`draft${callFingerprint(source).slice(0, 16)}`)
    const body = firstDraft(outlineOf(pagesOfText(source)), 'texte collé')
    await register.beginCallDraft(
      { id, callId: null, base: null, body, source },
      'autre@interco.example',
      clock.now(),
    )
    return id
  }
  const drafts = { read: await begin(FIRST_CALLS.subsidy.text), silent: await begin(OTHER_CALLS.silent.text) }
  const id = DraftId.parse('draftofaversion0')
  const changed = {
    ...fileOf(decidingCall),
    deadline: { ...decidingCall.deadline, wallClock: '2026-03-09T12:00' },
  }
  const body = JSON.stringify(changed, null, 2)
  const base = callFingerprint(ON_DISK)
  const draft = { id, callId: decidingCall.id, base, body, source: '' }
  await register.beginCallDraft(draft, 'autre@interco.example', clock.now())
  const version = { callId: decidingCall.id, body, fingerprint: callFingerprint(body) }
  const written = { by: 'autre@interco.example', reason: 'rectificatif publié' }
  await register.writeCallVersion(id, version, written, clock.now())
  return drafts
}

/** The pages on which calls are made. */
export function callVisits({
  read,
  silent,
}: Drafts): Readonly<Record<string, readonly Visit[] | typeof NO_PAGE>> {
  // One of each make: plain fields, dates, lists, choices; and lists of which nothing was read.
  const pages = [
    ...['appel', 'date-limite', 'candidats', 'pieces', 'mentions'].map((id) => `${read}/${id}`),
    `${silent}/renseignements`,
  ]
  return {
    'GET /appels': [{ path: '/appels' }],
    'GET /appels/nouveau': [{ path: '/appels/nouveau' }],
    'POST /appels/nouveau': [{ path: '/appels/nouveau', form: { texte: '' }, status: 409 }],
    'POST /appels/modifier': NO_PAGE,
    'GET /appels/brouillons/:id': [
      { path: `/appels/brouillons/${read}` },
      { path: `/appels/brouillons/${silent}` },
      { path: '/appels/brouillons/perdu', status: 409 },
    ],
    'GET /appels/brouillons/:id/:section': pages.map((id) => ({ path: `/appels/brouillons/${id}` })),
    'POST /appels/brouillons/:id/:section': NO_PAGE,
    'POST /appels/brouillons/:id/fichier': [
      { path: `/appels/brouillons/${read}/fichier`, form: { fichier: 'title: [' }, status: 409 },
    ],
    'POST /appels/brouillons/:id/ecrire': [
      { path: `/appels/brouillons/${read}/ecrire`, form: { motif: 'prêt' }, status: 409 },
    ],
    'POST /appels/brouillons/:id/supprimer': NO_PAGE,
    'GET /appels/:call/versions/:version': [
      { path: `/appels/${decidingCall.id}/versions/1` },
      { path: `/appels/${decidingCall.id}/versions/9`, status: 409 },
    ],
    'GET /appels/:call/versions/:version/fichier': NO_PAGE,
    'POST /appels/:call/versions/:version/adopter': NO_PAGE,
    'POST /appels/:call/versions/:version/reexaminer': NO_PAGE,
  }
}
