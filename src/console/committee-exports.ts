import type { Call } from '../call/call.ts'
import { applicationSheet } from '../exports/application-sheet.ts'
import { categoryLabel } from '../exports/comparison.ts'
import { fileName } from '../exports/file-names.ts'
import { type Category, inCategory } from '../register/by-sector.ts'
import type { ApplicationView } from '../register/views.ts'
import { packPieces } from '../steps/pack-pieces.ts'
import { refuseUnproven, refuseUnprovenDossier } from '../steps/printable.ts'
import type { Desk } from './desk.ts'
import { signedIn } from './forms.ts'
import { applicationAsked } from './on-application.ts'
import { type Answer, type Asked, type Route, seeOther } from './route.ts'
import { callOf } from './words.ts'

/** In addresses: the applications of whom no category is known. */
export const NO_CATEGORY = 'aucune'

const sheet: Route = {
  method: 'GET',
  path: '/candidatures/:number/fiche.pdf',
  may: 'reader',
  async answer(asked, desk) {
    const application = await applicationAsked(asked, desk)
    await refuseUnprovenDossier(desk.register, application.number)
    await note(asked, desk, application.number, 'fiche')
    const name = fileName(application.number, application.applicant.name, 'fiche.pdf')
    const call = callOf(desk.calls, application.mails[0]?.callId ?? null)
    return printed(desk, [application], call, name)
  },
}

/** A file of a call, or of one of its categories. */
function ofCall(
  file: string,
  answer: (desk: Desk, call: Call, category: Category, name: string) => Promise<Answer>,
): Route {
  return {
    method: 'GET',
    path: `/exports/:call/${file}`,
    may: 'reader',
    async answer(asked, desk) {
      const call = desk.calls.find(({ id }) => id === asked.params['call'])
      const category = call === undefined ? undefined : categoryAsked(asked, call)
      if (call === undefined || category === 'unknown') return seeOther('/exports')
      await refuseUnproven(desk.register)
      const of = category === undefined ? '' : `, ${categoryLabel(category, call)}`
      await note(asked, desk, call.id, `export ${file}${of}`)
      const [stem, ending] = file.split('.')
      const part = category === undefined ? '' : `-${category ?? NO_CATEGORY}`
      return answer(desk, call, category, `${stem}-${call.id}${part}.${ending}`)
    },
  }
}

function categoryAsked({ query }: Asked, { sectors }: Call): Category | 'unknown' {
  const asked = query['filiere']
  if (asked === undefined) return undefined
  if (asked === NO_CATEGORY) return null
  return sectors.some(({ id }) => id === asked) ? asked : 'unknown'
}

const sheets = ofCall('fiches.pdf', async (desk, call, category, name) => {
  const all = await desk.register.applications(call.id)
  const members = inCategory(all, category)
  return printed(desk, members, call, name)
})

const pieces = ofCall('dossiers.zip', async (desk, call, category, name) => {
  const entries = packPieces({ ...desk, progress: () => undefined }, call, category)
  return { kind: 'stream', name, type: 'application/zip', content: desk.zip(entries, desk.clock.now()) }
})

async function printed(
  desk: Desk,
  applications: readonly ApplicationView[],
  call: Call,
  name: string,
): Promise<Answer> {
  const told = applications.map((one) => applicationSheet(one, call))
  const content = await desk.sheets(told, call, desk.clock.now())
  return { kind: 'download', name, type: 'application/pdf', content }
}

function note(asked: Asked, { register, clock }: Desk, subject: string, what: string): Promise<void> {
  return register.noteRead(subject, signedIn(asked).session.email, what, clock.now())
}

export const COMMITTEE_ROUTES: readonly Route[] = [sheet, sheets, pieces]
