import type { Instant } from '../base/instant.ts'
import type { Call } from '../call/call.ts'
import { rolesOf } from '../call/requirements.ts'
import type { KeptCorrection } from '../register/corrections.ts'
import type { ApplicationView } from '../register/views.ts'
import { correctionInWords } from './correction-words.ts'
import { form, REASON } from './forms.ts'
import { type Html, html, NOTHING } from './html.ts'
import { folded } from './layout.ts'
import { arbitrateForm, rectifyForm } from './mail-forms.ts'
import { outcomeForm } from './outcome-part.ts'
import { may, type Signed } from './route.ts'
import { roleLabels } from './words.ts'

/** What staff may decide about an application; nothing of it for those who only read. */
export function applicationForms(
  signed: Signed,
  application: ApplicationView,
  corrections: readonly KeptCorrection[],
  call: Call,
  now: Instant,
): Html {
  if (!may(signed.session.role, 'staff')) return NOTHING
  const [opener] = application.mails
  if (opener === undefined) return NOTHING
  const ruled = application.mails.filter(
    ({ verdict, receipt }) => receipt?.ruled !== undefined && verdict?.timeliness !== 'contested',
  )
  return html`<h2>Autres décisions</h2>
${ruled.map((mail) => folded(signed, 'Revoir la décision sur la date', arbitrateForm(signed, mail, call)))}
${folded(signed, 'Corriger la filière', sectorForm(signed, opener.fingerprint, application, call))}
${folded(signed, 'Noter une pièce reçue autrement', otherwiseForm(signed, opener.fingerprint, call))}
${folded(
  signed,
  'Corriger l’heure de réception et envoyer un accusé rectificatif',
  rectifyForm(signed, opener, call),
)}
${folded(signed, 'Enregistrer la suite donnée à la candidature', outcomeForm(signed, application, call, now))}
${folded(signed, 'Réunir avec une autre candidature', joinForm(signed, application))}
${undoForms(signed, corrections, call)}`
}

function sectorForm(signed: Signed, fingerprint: string, application: ApplicationView, call: Call): Html {
  const sectors = call.sectors.map(({ id, label }) => [id, label] as const)
  return form(
    signed,
    `/courriels/${fingerprint}/corriger`,
    [
      html`<input type="hidden" name="fait" value="sector">`,
      {
        name: 'valeur',
        label: 'Filière',
        options: [...sectors, ['', 'aucune'] as const],
        value: application.sectors[0] ?? '',
      },
      REASON,
    ],
    'Enregistrer la filière',
    { id: 'filiere' },
  )
}

function otherwiseForm(signed: Signed, fingerprint: string, call: Call): Html {
  const roles = roleLabels(call).filter(([id]) =>
    call.requiredDocuments.some((one) => rolesOf(one).includes(id)),
  )
  return form(
    signed,
    `/courriels/${fingerprint}/recu-autrement`,
    [
      { name: 'role', label: 'Pièce', options: roles },
      {
        name: 'comment',
        label: 'Comment elle est parvenue',
        hint: 'Par exemple : remise au guichet le 21 novembre, classée au dossier papier.',
      },
      REASON,
    ],
    'Noter la pièce',
    { id: 'autrement' },
  )
}

function joinForm(signed: Signed, { number }: ApplicationView): Html {
  return form(
    signed,
    `/candidatures/${number}/reunir`,
    [{ name: 'numero', label: 'N° de l’autre candidature' }, REASON],
    'Réunir',
    { id: 'reunir' },
  )
}

function undoForms(signed: Signed, corrections: readonly KeptCorrection[], call: Call): Html {
  const standing = corrections.filter(({ undone }) => !undone)
  return html`${standing.map((one) =>
    folded(
      signed,
      `Annuler la correction « ${correctionInWords(one, call)} »`,
      form(
        signed,
        `/courriels/${one.fingerprint}/retablir`,
        [html`<input type="hidden" name="correction" value="${one.seq}">`, REASON],
        'Annuler la correction',
        { id: `annuler-${one.seq}` },
      ),
    ),
  )}`
}
