import { describe, expect, it } from 'vitest'
import { Condition } from '../../src/call/requirements.ts'
import { classesOf } from '../../src/knowledge/legal-classes.ts'

/** As the codes of each form put it; what a form is besides stands behind. */
describe.each([
  ['association', ['association', 'ASBL', 'e.V.', 'VZW']],
  ['fondation', ['fondation']],
  ['mutuelle', ['mutuelle']],
  ['societe', ['SASU', 'SAS', 'EURL', 'SELARL', 'SARL', 'SRL', 'SEM', 'SPL', 'SNC', 'SCI', 'SCP', 'SA']],
  ['societe', ['GmbH', 'AG', 'Ltd', 'BV', 'NV', 'SL', 'SpA', 'Lda']],
  ['cooperative societe', ['SCIC', 'SCOP']],
  ['cooperative societe agricole', ['SICA', 'SCA']],
  ['cooperative agricole', ['CUMA']],
  ['cooperative', ['coopérative']],
  ['societe agricole', ['SCEA', 'EARL', 'GAEC']],
  ['ei', ['EI', 'micro-entreprise']],
  ['groupement', ['GIE']],
  ['groupement etablissement_public', ['GIP']],
  ['etablissement_public', ['EPIC']],
  ['collectivite', ['collectivité']],
])('legal-classes.ts CLASSES_OF: %s', (classes, forms) => {
  it.each(forms)('%s', (form) => {
    expect(classesOf(form)).toEqual(classes.split(' '))
  })
})

const CLASSES =
  'association fondation mutuelle societe cooperative ei agricole groupement etablissement_public collectivite'

it.each([...CLASSES.split(' '), 'personne'])(
  'legal-classes.ts LEGAL_CLASSES: a call may ask something of « %s » alone',
  (legalClass) => {
    expect(Condition.parse({ legalForm: [legalClass] })).toEqual({ legalForm: [legalClass] })
  },
)

/** As people answer abroad, each kind in more than one language, with answers that are near and of another. */
describe.each([
  ['association', ['Non-profit organisation', 'Registered charity', 'Eingetragener Verein', 'vzw']],
  ['fondation', ['Charitable foundation', 'Stiftung', 'Stichting']],
  ['societe', ['Private limited company', 'Ltd.', 'GmbH & Co. KG', 'B.V.', 'Public limited company (PLC)']],
  ['cooperative', ['Co-operative society', 'eingetragene Genossenschaft']],
  ['ei', ['Sole trader', 'Self-employed', 'Einzelunternehmen']],
  ['etablissement_public', ['Public body', 'Körperschaft des öffentlichen Rechts']],
  ['collectivite', ['Municipality', 'Gemeindeverband', 'County council']],
  ['personne', ['Natural person', 'Natürliche Person']],
  ['', ['Legal person', 'Partnership between two towns', 'Cooperation agreement', 'Public']],
])('legal-classes-abroad.ts: %s', (classes, answers) => {
  it.each(answers)('%s', (answer) => {
    expect(classesOf(answer).join(' ')).toBe(classes)
  })
})
