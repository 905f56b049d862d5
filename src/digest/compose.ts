import { capitalised, counted, typographic } from '../acknowledgement/french.ts'
import { escapeHtml, page, renderSections } from '../acknowledgement/html.ts'
import { type Block, paragraph, type Section } from '../acknowledgement/layout.ts'
import { renderText } from '../acknowledgement/plain-text.ts'
import { deadlineAt, isOpen } from '../call/deadline.ts'
import { completenessInWords, timelinessInWords } from '../verdict/words.ts'
import { balanceInWords, fatesInWords } from './balance-words.ts'
import type { Digest, DigestApplication, DigestInput } from './digest.ts'
import { missingSection, remarksSection } from './lacking.ts'
import { withLinks } from './links.ts'
import { toDo } from './to-do.ts'
import { deadlineInShort, duration, logInWords, shortMoment } from './words.ts'

const NO_BREAK = '\u00A0'

/**
 * What staff should know and do today: first what needs a person, then the applications by sector with the
 * gaps shown, what is missing and how long it can still come, and the balance of the mailbox. When nothing
 * is new and nothing waits, one line.
 */
export function composeDigest(input: DigestInput): Digest {
  const tasks = toDo(input).map(typographic)
  const fresh = input.applications.filter((application) => application.isNew)
  const subject = subjectOf(input, tasks.length, fresh.length)
  if (tasks.length === 0 && fresh.length === 0) {
    const line = typographic(`Rien de nouveau : ${balanceInWords(input.balance)}.`)
    return { subject, text: `${line}\n`, html: page(subject, `<p>${line}</p>`) }
  }
  const sections = [
    tasksSection(tasks),
    freshSection(fresh, input),
    sectorsSection(input),
    missingSection(input),
    remarksSection(fresh),
    {
      title: 'Bilan de la boîte',
      blocks: [paragraph(balanceInDetail(input)), ...headOf(input)],
    },
  ].filter((section) => section !== null)
  const { consoleUrl } = input
  if (consoleUrl === undefined)
    return {
      subject,
      text: renderText(sections, timeLeft(input)),
      html: page(subject, `${renderSections(sections)}\n<p>${timeLeft(input)}</p>`),
    }
  const body = withLinks(renderSections(sections), consoleUrl)
  return {
    subject,
    text: renderText(sections, `${timeLeft(input)} Décider${NO_BREAK}: ${consoleUrl}/`),
    html: page(
      subject,
      `${body}\n<p>${timeLeft(input)}</p>\n<p><a href="${escapeHtml(consoleUrl)}/">Ouvrir les pages ` +
        'des agents</a></p>',
    ),
  }
}

function subjectOf({ call }: DigestInput, tasks: number, fresh: number): string {
  const news = [
    ...(tasks > 0 ? [`${tasks} à traiter`] : []),
    ...(fresh > 0 ? [counted(fresh, 'nouvelle candidature', 'nouvelles candidatures')] : []),
  ]
  return `Récapitulatif – ${call.shortTitle} – ${news.length === 0 ? 'rien de nouveau' : news.join(', ')}`
}

function tasksSection(tasks: readonly string[]): Section {
  const blocks: Block[] =
    tasks.length === 0 ? [paragraph('Rien ne demande votre intervention.')] : [{ kind: 'list', items: tasks }]
  return { title: `À faire : ${tasks.length}`.replace(' :', '\u00A0:'), blocks }
}

function freshSection(fresh: readonly DigestApplication[], { call }: DigestInput): Section | null {
  if (fresh.length === 0) return null
  const rows = fresh.map((one) => [
    one.who,
    shortMoment(one.receivedAt, call),
    timelinessInWords(one.timeliness),
    completenessInWords(one.completeness),
  ])
  return {
    title: 'Nouvelles candidatures',
    blocks: [
      {
        kind: 'table',
        caption: 'Depuis le dernier récapitulatif',
        head: ['Candidat', 'Reçu le', 'Délai', 'Dossier'],
        rows,
      },
    ],
  }
}

/** Every sector of the call, the empty ones too: they are what a steering committee asks for. */
function sectorsSection({ call, applications }: DigestInput): Section {
  const lines = call.sectors.map((sector) => {
    const inside = applications.filter((application) => application.sectors.includes(sector.id))
    const names = inside.map(({ who }) => who).join(', ')
    const wanted = call.selection?.perSector
    const toSelect = wanted === undefined ? '' : ` (${wanted} à retenir)`
    return typographic(`${sector.label} : ${inside.length}${toSelect}${names === '' ? '' : ` – ${names}`}`)
  })
  const none = applications.filter((application) => application.sectors.length === 0)
  const several = applications.filter((application) => application.sectors.length > 1)
  if (none.length > 0)
    lines.push(
      typographic(`Filière non détectée : ${none.length} – ${none.map(({ who }) => who).join(', ')}`),
    )
  if (several.length > 0)
    lines.push(
      typographic(
        `Plusieurs filières cochées : ${several.length} – ${several.map(({ who }) => who).join(', ')}`,
      ),
    )
  return { title: 'Candidatures par filière', blocks: [{ kind: 'list', items: lines }] }
}

function timeLeft({ call, now }: DigestInput): string {
  const deadline = deadlineAt(now, call)
  const moment = deadlineInShort(deadline, call)
  if (deadline === null) return typographic(`Dépôt sans date limite : ${moment}.`)
  if (isOpen(now, deadline))
    return typographic(`Il reste ${duration(now, deadline.at)} avant la date limite (${moment}).`)
  const { asWritten = null, source } = call.selection ?? {}
  const selection = asWritten === null ? '' : ` L’appel annonce la sélection « ${asWritten} » (${source}).`
  return typographic(
    `La date limite (${moment}) est passée depuis ${duration(deadline.at, now)}.${selection}`,
  )
}

/** To keep: a register that was changed since does not come back to this root. */
function headOf({ head, call }: DigestInput): readonly Block[] {
  if (head === null) return []
  return [paragraph(logInWords(shortMoment(head.at, call), head.size, head.root.slice(0, 32)))]
}

function balanceInDetail({ balance }: DigestInput): string {
  return `${capitalised(balanceInWords(balance))}${fatesInWords(balance.fates)}.`
}
