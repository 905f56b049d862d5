import type { CallShape } from './call-shape.ts'
import { type Contradiction, repeated } from './contradiction.ts'
import { inDeadlines } from './deadline-consistency.ts'
import { remediesIn } from './decisions.ts'
import { inWhatIsAsked } from './what-is-asked.ts'

/** Every contradiction at once, in the order of the file. Pure; the file's shape was checked before. */
export function contradictionsIn(call: CallShape): readonly Contradiction[] {
  return [
    ...inDeadlines(call),
    ...repeated(
      call.sectors,
      ({ id }) => id,
      (index) => ['sectors', index, 'id'],
    ),
    ...repeated(
      call.messages,
      ({ id }) => id,
      (index) => ['messages', index, 'id'],
    ),
    ...inWhatIsAsked(call),
    ...ofTexts(call),
    ...ofPost(call),
    ...ofDecisions(call),
    ...ofTrial(call),
    ...ofLanguages(call),
  ]
}

/** Each text has one source: what the program writes, or the file's own. */
function ofTexts({ acknowledgement, legal, dataProtection, retention }: CallShape): readonly Contradiction[] {
  const faults: Contradiction[] = []
  for (const key of ['implicitDecision', 'appeals'] as const)
    if (legal !== undefined && acknowledgement[key] !== undefined)
      faults.push({
        path: ['acknowledgement', key],
        message: 'letters say what « legal » says: keep one of both',
      })
  if (dataProtection !== undefined && acknowledgement.dataProtection !== undefined)
    faults.push({
      path: ['acknowledgement', 'dataProtection'],
      message: 'letters say what « dataProtection » says: keep one of both',
    })
  if (dataProtection === undefined && acknowledgement.dataProtection === undefined)
    faults.push({ path: ['dataProtection'], message: 'say what becomes of the data (RGPD 13)' })
  if (dataProtection !== undefined && retention === undefined)
    faults.push({
      path: ['retention'],
      message: 'how long the data are kept is part of the notice (RGPD 13, 2, a)',
    })
  return faults
}

/** Words in a language that no letter speaks, or for what the call does not ask, would never be read. */
function ofLanguages({ languages, requiredDocuments, requiredFields }: CallShape): readonly Contradiction[] {
  const { letters, beside, texts } = languages
  const ids = [...requiredDocuments, ...requiredFields].map(({ id }) => id)
  const unheard = Object.keys(texts).filter((language) => !beside.includes(language))
  return [
    ...repeated(
      [letters, ...beside],
      (id) => id,
      (index) => (index === 0 ? ['languages', 'letters'] : ['languages', 'beside', index - 1]),
    ),
    ...unheard.map((language) => ({
      path: ['languages', 'texts', language],
      message: 'is no language of « beside »: nobody would read these texts',
    })),
    ...Object.entries(texts).flatMap(([language, { labels } = { labels: {} }]) =>
      Object.keys(labels)
        .filter((id) => !ids.includes(id))
        .map((id) => ({
          path: ['languages', 'texts', language, 'labels', id],
          message: 'is the id of nothing that the call asks for',
        })),
    ),
  ]
}

function ofTrial({ mailbox, acknowledgement: { from, bouncesTo } }: CallShape): readonly Contradiction[] {
  const others = [mailbox.address, from, bouncesTo].map((address) => address.toLowerCase())
  if (mailbox.trial === undefined || !others.includes(mailbox.trial.toLowerCase())) return []
  const message = 'an address of its own: what is sent to this one is for real'
  return [{ path: ['mailbox', 'trial'], message }]
}

function ofDecisions(call: CallShape): readonly Contradiction[] {
  const { decisions, legal } = call
  const twice = legal?.silence.means === 'rejection' && legal.remedies !== undefined
  // A call without `legal` answers nobody: it is still read and judged (decision 20).
  const silent = legal !== undefined && decisions?.unfavourable !== undefined && remediesIn(call) === null
  const path = ['legal', 'remedies']
  return [
    ...(twice
      ? [{ path, message: 'the remedies of « silence » are told of every decision: keep one of both' }]
      : []),
    ...(silent
      ? [
          {
            path: ['decisions', 'unfavourable'],
            message: 'how it is contested is to be said in « legal » (CJA R421-5)',
          },
        ]
      : []),
  ]
}

function ofPost({ post, legal }: CallShape): readonly Contradiction[] {
  if (post?.counts !== 'postmark' || legal?.contract !== true) return []
  const message = 'of what leads to a contract only the arrival counts (CRPA L112-1, 1°)'
  return [{ path: ['post', 'counts'], message }]
}
