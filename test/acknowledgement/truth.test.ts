import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { demonstrationCall } from '../../demo/demonstration.ts'
import { composeDecision, type DecisionInput } from '../../src/acknowledgement/decision.ts'
import { DECISION_SAMPLES, decisionSampleOf } from '../../src/acknowledgement/decision-samples.ts'
import { sampleOf } from '../../src/acknowledgement/samples.ts'
import { composeTrial, type TrialInput } from '../../src/acknowledgement/trial.ts'
import { type SavedMail, savedMails } from '../../src/adapters/archive/saved-mails.ts'
import { type ReplayedMail, replay } from '../../src/app/replay.ts'
import type { DocumentProblem } from '../../src/documents/document.ts'
import { attachedIn, type Facts, onWallClock, unitsOf, wallClockIn } from './letter-facts.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** What was found on earlier releases, where those mails are at hand. */
const CASES = here('../../../shared/cases/first-call')
const FOLDERS = [here('../../demo/mails'), here('../fixtures/mails'), ...(existsSync(CASES) ? [CASES] : [])]
const call = demonstrationCall()

type Holds = (facts: Facts, found: RegExpExecArray, letter: readonly string[]) => boolean

const plain = (text: string) =>
  text
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const published = Object.values(call.acknowledgement)
  .filter((text): text is string => typeof text === 'string')
  .map((text) => plain(text).replace(/ :/g, ' :'))
const always: Holds = () => true

const isAdded = (document: Facts['view']['documents'][number]) =>
  document.roles.some(({ role }) => role === 'decor')
const filesOf = ({ view }: Facts) =>
  view.documents.filter(
    (one) => one.kind !== 'body' && one.kind !== 'staff_entry' && one.problem !== 'external_link',
  )
const hasProblem = ({ view }: Facts, ...problems: readonly DocumentProblem[]) =>
  view.documents.some(({ problem }) => problem !== null && problems.includes(problem))
const requirement = ({ view, call: { requiredDocuments, requiredFields } }: Facts, label: string) => {
  const wanted = label.replace(/^dans le formulaire ou la lettre, /i, '').toLowerCase()
  const named = [...requiredDocuments, ...requiredFields].find(
    (one) => plain(one.label).toLowerCase() === wanted,
  )
  return (view.verdict?.findings ?? []).find((one) => one.code === 'requirement' && one.id === named?.id)
}
const isUnclear = (facts: Facts, label: string, reason: string) => {
  const finding = requirement(facts, label)
  return finding?.code === 'requirement' && finding.status === 'unclear' && finding.reason === reason
}
const beforeDeadline = ({ view, call: { deadline } }: Facts) =>
  onWallClock(view.receipt?.receivedAt ?? '') < new Date(`${deadline.wallClock}:00Z`)

const YEARS: Readonly<Record<string, number>> = { cinq: 5, dix: 10 }

/** Every sentence that a letter may hold, with what must be so for it to be true. */
const SENTENCES: readonly (readonly [RegExp, Holds])[] = [
  [/^Madame, Monsieur,$/, always],
  [/^La CIREST accuse réception de votre envoi électronique\.$/, ({ view }) => view.fate === 'application'],
  [
    /^La CIREST accuse réception de votre envoi électronique\. Il complète votre candidature enregistrée sous la référence (\S+)\.$/,
    ({ view }, [, number]) => view.fate === 'supplement' && view.number === number,
  ],
  [
    /^La CIREST accuse réception de votre envoi électronique\. Il reprend des fichiers déjà reçus et est conservé avec votre candidature enregistrée sous la référence (\S+)\.$/,
    (facts, [, number]) =>
      facts.view.fate === 'duplicate' &&
      facts.view.number === number &&
      filesOf(facts).every(({ sha256 }) => facts.before.has(sha256)),
  ],
  [
    /^Reçu le : (.+), heure de La Réunion \(UTC\+4\) En temps universel : (\S+)$/,
    ({ view }, [, local = '', universal = '']) =>
      wallClockIn(local)?.getTime() === onWallClock(universal).getTime() &&
      Date.parse(universal) === Math.floor(Date.parse(view.receipt?.receivedAt ?? '') / 1000) * 1000,
  ],
  [
    /^Référence : (\S+) À rappeler dans toute correspondance\.$/,
    ({ view }, [, number]) => view.number === number,
  ],
  [/^Objet de l’appel : (.+)$/, (_, [, title = '']) => plain(call.title) === title],
  [
    /^Date limite publiée \((.+?)\) : avant le (.+), heure de La Réunion \(UTC\+4\)$/,
    (_, [, source, date = '']) =>
      source === call.deadline.source &&
      wallClockIn(date)?.toISOString().slice(0, 16) === call.deadline.wallClock,
  ],
  [/^FICHIERS REÇUS$/, (facts) => filesOf(facts).every(isAdded)],
  [
    /^FICHIERS REÇUS : (\d+)$/,
    (facts, [, count]) => filesOf(facts).filter((one) => !isAdded(one)).length === Number(count),
  ],
  [
    /^Votre courriel ne comportait pas de fichier joint ; son texte est conservé\.$/,
    (facts) => filesOf(facts).length === 0 && facts.attached.length === 0,
  ],
  [
    /^\d+\. (.+) – ([\d ]+) octets? SHA-256 : ([0-9a-f]{64})$/,
    (facts, [, name, bytes = '', sha256]) =>
      filesOf(facts).some(
        (one) =>
          one.sha256 === sha256 &&
          one.bytes === Number(bytes.replace(/ /g, '')) &&
          plain(one.name).slice(0, 60) === name?.slice(0, 60),
      ),
  ],
  [
    /^(?:S’y ajoute(?:nt)?|Votre courriel comportait, outre son texte,) (\d+) éléments? de mise en page ou de signature :$/,
    (facts, [, count]) => filesOf(facts).filter(isAdded).length === Number(count),
  ],
  [/^L’empreinte SHA-256 permet de vérifier/, (facts) => filesOf(facts).length > 0],
  [/^CONTRÔLE AUTOMATIQUE$/, always],
  [/^Les pièces reçues font l’objet d’un contrôle\. (.+)$/, (_, [, rest = '']) => published.includes(rest)],
  [
    /^Voici ce que ce contrôle n’a pas détecté, ou pas pu lire, dans votre dossier :$/,
    (facts, _, letter) => beforeDeadline(facts) && letter.some((unit) => unit.startsWith('- ')),
  ],
  [
    /^- Non détecté : (.+)\.$/,
    (facts, [, label = '']) => {
      const finding = requirement(facts, label)
      return finding?.code === 'requirement' && finding.status === 'missing'
    },
  ],
  [
    /^- Non vérifiable, un des fichiers reçus n’ayant pas pu être lu : (.+)\.$/,
    (facts, [, labels = '']) =>
      labels.split(' ; ').every((one) => isUnclear(facts, one, 'unreadable_document')),
  ],
  [
    /^- Non vérifiable, des fichiers n’étant accessibles que par un lien : (.+)\.$/,
    (facts, [, labels = '']) => labels.split(' ; ').every((one) => isUnclear(facts, one, 'external_link')),
  ],
  [
    /^- (.+) : le document reçu semble être le modèle vierge, sans réponse\.$/,
    (facts, [, label = '']) =>
      isUnclear(facts, label, 'empty_template') || requirement(facts, label) !== undefined,
  ],
  [
    /^- (.+) : nous ne pouvons pas le vérifier, un des fichiers/,
    (facts, [, label = '']) => isUnclear(facts, label, 'unreadable_document'),
  ],
  [
    /^- (.+) : nous ne pouvons pas le vérifier, des fichiers/,
    (facts, [, label = '']) => isUnclear(facts, label, 'external_link'),
  ],
  [
    /^- (.+) : non détecté avec certitude\.$/,
    (facts, [, label = '']) => isUnclear(facts, label, 'not_detected'),
  ],
  [
    /^- (.+) : le numéro indiqué ne semble pas exact/,
    (facts, [, label = '']) => isUnclear(facts, label, 'invalid_identifier'),
  ],
  [
    /^- (.+) : indiqué comme en cours d’attribution/,
    (facts, [, label = '']) => isUnclear(facts, label, 'being_registered'),
  ],
  [
    /^- (.+) : un numéro d’un autre registre est indiqué/,
    (facts, [, label = '']) => isUnclear(facts, label, 'registered_elsewhere'),
  ],
  [/^- « .+ » est chiffré ou protégé par un mot de passe/, (facts) => hasProblem(facts, 'encrypted')],
  [
    /^- « .+ » n’a pas pu être ouvert : le fichier semble endommagé/,
    (facts) => hasProblem(facts, 'unreadable'),
  ],
  [/^- « .+ » n’a pas été ouvert pour des raisons de sécurité/, (facts) => hasProblem(facts, 'infected')],
  [/^- « .+ » est trop volumineux/, (facts) => hasProblem(facts, 'too_large')],
  [/^- « .+ » demande trop de temps pour être lu/, (facts) => hasProblem(facts, 'unfinished')],
  [/^- « .+ » est d’un format qui n’est pas lu/, (facts) => hasProblem(facts, 'unsupported')],
  [/^- « .+ » ne contient rien/, (facts) => hasProblem(facts, 'empty')],
  [/^- Des fichiers ne sont accessibles que par un lien/, (facts) => hasProblem(facts, 'external_link')],
  [
    /^Si vous le souhaitez, vous pouvez compléter votre envoi en répondant à ce message, jusqu’au (.+), avant 16 h 00, heure de La Réunion \(UTC\+4\)\.$/,
    (facts, [, day = '']) =>
      beforeDeadline(facts) &&
      wallClockIn(day)?.toISOString().slice(0, 10) === call.deadline.wallClock?.slice(0, 10),
  ],
  [/^SERVICE CHARGÉ DU DOSSIER$/, always],
  [/^(?:Service|Adresse|Courriel|Téléphone|Agent) : /, always],
  [/^PORTÉE DE CET ACCUSÉ DE RÉCEPTION$/, always],
  [
    /^Le silence gardé pendant deux mois .+ vaut décision de rejet \(.+ L\. 231-4, 2°\)\. .+ décision naîtrait le (.+)\.$/,
    ({ appliedAt }, [, day = '']) => {
      const due = onWallClock(appliedAt)
      const month = due.getUTCMonth() + 2
      due.setUTCMonth(month)
      if (due.getUTCMonth() !== month % 12) due.setUTCDate(0)
      return wallClockIn(day)?.toISOString().slice(0, 10) === due.toISOString().slice(0, 10)
    },
  ],
  [
    /^Cette décision implicite, .+ pendant deux mois .+ auprès (.+), ou par un recours devant (.+?)\. .+ qui ne demeurent pas (.+?) et de deux mois/,
    (_, [, gracious, court, residence]) => {
      const silence = call.legal?.silence
      if (silence?.means !== 'rejection') return false
      const { remedies } = silence
      return (
        [gracious, court, residence].join() === [remedies.gracious, remedies.court, remedies.residence].join()
      )
    },
  ],
  [/^PROTECTION DES DONNÉES$/, always],
  [
    /^Les données de votre dossier sont traitées par (.+?), responsable .+ pendant (\w+) ans .+ \((\w+) ans si .+ chargé du dossier \((\S+)\) .+ des données \((.+?)\)\./,
    (_, [, controller, years = '', selected = '', service, officer]) =>
      [controller, officer, service].join() ===
        [call.dataProtection?.controller, call.dataProtection?.officer, call.service.email].join() &&
      [YEARS[years], YEARS[selected]].join() ===
        [call.retention?.years, call.retention?.yearsSelected].join(),
  ],
  [/^CIREST, Service Développement économique/, always],
  [/^REÇU|^PREUVE/, always],
  [
    /^Pour vérifier ce reçu, demandez au service chargé du dossier, indiqué ci-dessus,/,
    (_, __, letter) =>
      call.acknowledgement.checkingPage === undefined && letter.some((unit) => unit.startsWith('Service : ')),
  ],
]

interface Told {
  readonly file: string
  readonly facts: Facts
  readonly units: readonly string[]
}

let letters: readonly Told[] = []

beforeAll(async () => {
  const saved = await savedMails(FOLDERS)
  const replayed = await replay([call], saved, () => undefined)
  letters = await Promise.all(
    replayed.flatMap((one) => (one.letter === null ? [] : [told(one, replayed, saved)])),
  )
}, 600_000)

async function told(
  one: ReplayedMail,
  all: readonly ReplayedMail[],
  saved: readonly SavedMail[],
): Promise<Told> {
  const { view, file } = one
  const raw = saved.find((mail) => mail.file === file)?.raw ?? Buffer.alloc(0)
  const earlier = all.filter(
    (other) =>
      other.view.number === view.number &&
      other !== one &&
      (other.view.receipt?.receivedAt ?? '') <= (view.receipt?.receivedAt ?? ''),
  )
  const before = new Set(
    earlier.flatMap((other) => other.view.documents.map(({ sha256 }) => sha256 as string)),
  )
  const appliedAt = [one, ...earlier].map((other) => other.view.receipt?.receivedAt ?? '').sort()[0] ?? ''
  const facts: Facts = { call, view, appliedAt, attached: await attachedIn(raw), before }
  return { file, facts, units: unitsOf(one.letter?.letter.text ?? '') }
}

it('each sentence of each letter is one that is known, and true of its mail', () => {
  expect(letters.length).toBeGreaterThan(20)
  const wrong = letters.flatMap(({ file, facts, units }) =>
    units.flatMap((unit) => {
      if (published.includes(plain(unit))) return []
      const rules = SENTENCES.flatMap(([pattern, holds]) => {
        const found = pattern.exec(unit)
        return found === null ? [] : [holds(facts, found, units)]
      })
      if (rules.length === 0) return [`${file}: unknown: ${unit}`]
      return rules.some(Boolean) ? [] : [`${file}: untrue: ${unit}`]
    }),
  )
  expect(wrong).toEqual([])
})

function dayInFrench(day: string): string {
  const written = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('fr-FR', written).replace(/^1 /, '1er ')
}

/** Every sentence that the program writes in a letter of decision, with what must be so for it to be true. */
const OF_DECISION: readonly (readonly [RegExp, (input: DecisionInput, found: RegExpExecArray) => boolean])[] =
  [
    [/^Madame, Monsieur,$/, () => true],
    [
      /^Par la décision indiquée ci-dessous, votre candidature a été retenue\.$/,
      ({ kind }) => kind === 'selected',
    ],
    [
      /^Par la décision indiquée ci-dessous, votre candidature n’a pas été retenue\.$/,
      ({ kind }) => kind === 'not_selected',
    ],
    [/^Décision : (.+)$/, ({ act }, [, reference]) => plain(act.reference) === reference],
    [/^Date de la décision : (.+)$/, ({ act }, [, date]) => date === dayInFrench(act.on)],
    [/^Référence : (\S+) À rappeler dans toute correspondance\.$/, ({ number }, [, told]) => number === told],
    [/^Objet de l’appel : (.+)$/, (_, [, title = '']) => plain(call.title) === title],
    [
      /^Candidature reçue le : (.+), heure de La Réunion \(UTC\+4\)$/,
      ({ appliedAt }, [, local = '']) => wallClockIn(local)?.getTime() === onWallClock(appliedAt).getTime(),
    ],
    [/^(MESSAGE DU SERVICE|NOTIFICATION|SERVICE CHARGÉ DU DOSSIER|PROTECTION DES DONNÉES)$/, () => true],
    [/^MOTIFS DE LA DÉCISION$/, ({ words: { law, fact } }) => law + fact !== ''],
    [/^Considérations de droit :$/, ({ words }) => words.law !== ''],
    [/^Considérations de fait :$/, ({ words }) => words.fact !== ''],
    [/^VOIES ET DÉLAIS DE RECOURS$/, ({ kind }) => kind === 'not_selected'],
    [
      /^Cette décision peut être contestée pendant deux mois à compter de sa notification : .+ auprès (.+), ou par un recours devant (.+?)\. .+ qui ne demeurent pas (.+?) et de deux mois/,
      ({ kind }, [, gracious, court, residence]) => {
        const silence = call.legal?.silence
        if (silence?.means !== 'rejection' || kind !== 'not_selected') return false
        const { remedies } = silence
        const told = [remedies.gracious, remedies.court, remedies.residence].join()
        return remedies.months === 2 && told === [gracious, court, residence].join()
      },
    ],
    [/^Cette décision vous est opposable à compter de sa notification \(.+ L\. 221-8\)\.$/, () => true],
    [
      /^Signataire : (.+), (.+)$/,
      (_, [, name, role]) =>
        [name, role].join() === [call.decisions?.signatory.name, call.decisions?.signatory.role].join(),
    ],
    [/^(?:Service|Adresse|Courriel|Téléphone|Agent) : /, () => true],
    [/^Les données de votre dossier sont traitées par /, () => true],
    [/^CIREST, Service Développement économique/, () => true],
  ]

it('each sentence of each letter of decision is known and true, or a person’s own', () => {
  const own = ['Vu le règlement.', 'Le projet est hors du territoire.', 'Nous vous remercions.']
  const [text = '', fact = '', law = ''] = own.toReversed()
  for (const name of DECISION_SAMPLES)
    for (const words of [
      { text, law: '', fact: '' },
      { text, law, fact },
    ]) {
      const input = { ...decisionSampleOf(call, name), words }
      const wrong = unitsOf(composeDecision(input).text).filter((unit) => {
        if (own.includes(plain(unit))) return false
        const rules = OF_DECISION.flatMap(([pattern, holds]) => {
          const found = pattern.exec(plain(unit))
          return found === null ? [] : [holds(input, found)]
        })
        return !rules.some(Boolean)
      })
      expect(wrong, name).toEqual([])
    }
})

/** Every sentence of an answer to a trial, with what must be so of the verdict for it to be true. */
const OF_TRIAL: readonly (readonly [RegExp, (facts: TrialInput, found: RegExpExecArray) => boolean])[] = [
  [
    /^Ceci répond à un essai : votre envoi n’est pas enregistré comme candidature, et ce message n’est pas un accusé de réception\.$/,
    () => true,
  ],
  [/^Pour candidater par courriel, adressez votre dossier à l’adresse de dépôt ci-dessous\.$/, () => true],
  [/^Adresse de dépôt : (.+)$/, (_, [, address]) => address === call.mailbox.address],
  [/^Objet de l’appel : (.+)$/, (_, [, title = '']) => plain(call.title) === title],
  [
    /^Date limite publiée \((.+?)\) : avant le (.+), heure de La Réunion \(UTC\+4\)$/,
    (_, [, source, date = '']) =>
      source === call.deadline.source &&
      wallClockIn(date)?.toISOString().slice(0, 16) === call.deadline.wallClock,
  ],
  [
    /^Essai reçu le : (.+), heure de La Réunion \(UTC\+4\)$/,
    ({ submission }, [, local = '']) =>
      wallClockIn(local)?.getTime() === onWallClock(submission.receipt.receivedAt).getTime(),
  ],
  [
    /^(CE QUI A ÉTÉ TROUVÉ|CE QUI SEMBLE MANQUER|SERVICE CHARGÉ DU DOSSIER|PROTECTION DES DONNÉES)$/,
    () => true,
  ],
  [
    /^Rien de ce que l’appel demande n’a été trouvé dans cet envoi\.$/,
    ({ verdict }) => verdict.findings.every((one) => one.code !== 'requirement' || one.status !== 'met'),
  ],
  [/^- Non détecté : (.+)\.$/, (facts, [, label = '']) => stateIn(facts, label) === 'missing'],
  [/^- ([^:]+)$/, (facts, [, label = '']) => stateIn(facts, label) === 'met'],
  [
    /^Ce contrôle n’a rien relevé\.$/,
    ({ verdict }) =>
      !verdict.findings.some((one) => one.code === 'requirement' && one.status === 'missing' && !one.assumed),
  ],
  [
    /^Ce contrôle est automatique et indicatif : aucun agent ne l’a vérifié, et il ne préjuge pas de l’examen de votre candidature\.$/,
    () => true,
  ],
  [/^(?:Service|Adresse|Courriel|Téléphone|Agent) : /, () => true],
  [
    /^Le registre des candidatures ne garde de votre essai que l’heure, .+ effacées après un jour\./,
    () => true,
  ],
  [/^CIREST, Service Développement économique/, () => true],
]

function stateIn({ verdict }: TrialInput, label: string): string | null {
  const wanted = label.replace(/^dans le formulaire ou la lettre, /i, '').toLowerCase()
  const asked = [...call.requiredDocuments, ...call.requiredFields]
  const named = asked.find((one) => plain(one.label).toLowerCase() === wanted)
  const found = verdict.findings.find((one) => one.code === 'requirement' && one.id === named?.id)
  return found?.code === 'requirement' ? found.status : null
}

it('each sentence of an answer to a trial is known and true of what was tried', () => {
  const input = sampleOf(call, 'trial')
  const some = input.verdict.findings.map((one, index) =>
    one.code === 'requirement' && index % 2 === 0 ? { ...one, status: 'met' as const } : one,
  )
  for (const findings of [input.verdict.findings, some, []]) {
    const facts = { ...input, verdict: { findings } }
    const wrong = unitsOf(composeTrial(facts).text).filter((unit) => {
      const rules = OF_TRIAL.flatMap(([pattern, holds]) => {
        const found = pattern.exec(plain(unit))
        return found === null ? [] : [holds(facts, found)]
      })
      return !rules.some(Boolean)
    })
    expect(wrong).toEqual([])
  }
})

it('every file that another program finds in a mail stands in its letter', () => {
  for (const { file, facts, units } of letters) {
    const listed = units.flatMap((unit) => /SHA-256 : ([0-9a-f]{64})$/.exec(unit)?.[1] ?? [])
    expect(listed, file).toEqual(expect.arrayContaining(filesOf(facts).map(({ sha256 }) => sha256 as string)))
    const missed = facts.attached.filter((sha256) => !listed.includes(sha256))
    expect(missed, file).toEqual([])
  }
})
