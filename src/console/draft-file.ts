import { typographic } from '../acknowledgement/french.ts'
import { asFailure, Failure } from '../base/failure.ts'
import { type CallDraft, DraftId } from '../register/call-versions.ts'
import { CallDocument } from '../settings/call-document.ts'
import type { Desk } from './desk.ts'
import { form, signedIn } from './forms.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { type Asked, type Route, type Signed, seeOther } from './route.ts'

/** Failure('permanent', 'no-such-draft') when there is none of that id. */
export async function draftNamed({ params }: Asked, { register }: Desk): Promise<CallDraft> {
  const id = DraftId.safeParse(params['id'])
  const draft = id.success ? await register.callDraft(id.data) : null
  if (draft === null) throw new Failure('permanent', 'no-such-draft', 'this draft is gone')
  return draft
}

export const addressOf = ({ id }: CallDraft): string => `/appels/brouillons/${id}`

/** The file’s own text, for what no page of the form knows. */
export function fileForm(signed: Signed, draft: CallDraft, text: string): Html {
  return form(
    signed,
    `${addressOf(draft)}/fichier`,
    [
      {
        name: 'fichier',
        label: 'Fichier de l’appel (YAML)',
        hint: 'Tout ce que les pages ne montrent pas s’écrit ici ; les commentaires sont gardés.',
        rows: 24,
        longest: LONGEST_FILE,
        value: text,
      },
    ],
    'Enregistrer le fichier',
    { id: 'fichier' },
  )
}
const LONGEST_FILE = 200_000

const takeFile: Route = {
  method: 'POST',
  path: '/appels/brouillons/:id/fichier',
  may: 'administrator',
  async answer(asked, desk) {
    const signed = signedIn(asked)
    const draft = await draftNamed(asked, desk)
    const typed = (asked.form['fichier'] ?? '').replaceAll('\r\n', '\n')
    const wrong = wrongFile(typed)
    if (wrong !== null) {
      const content = html`<h1>Le fichier lui-même</h1>\
<p class="notice wrong" role="alert">${typographic(wrong)}</p>
<p><a href="${addressOf(draft)}">Retour au brouillon</a></p>${fileForm(signed, draft, typed)}`
      return page(asked, 'Le fichier lui-même', '/appels', content, 409)
    }
    await desk.register.changeCallDraft(draft.id, () => typed, signed.session.email, desk.clock.now())
    return seeOther(`${addressOf(draft)}?fait=brouillon`)
  },
}

function wrongFile(text: string): string | null {
  if (text.length > LONGEST_FILE) return 'Ce fichier est trop long.'
  try {
    new CallDocument(text)
    return null
  } catch (error) {
    const failure = asFailure(error)
    if (failure.code !== 'call-yaml') throw failure
    return (
      'Ce texte n’est pas un fichier YAML : corrigez la ligne ' +
      `${/\d+/.exec(failure.message)?.[0] ?? '1'}. (${failure.message})`
    )
  }
}

export const FILE_ROUTES: readonly Route[] = [takeFile]
