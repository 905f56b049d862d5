import { z } from 'zod'
import { message, plural } from './message.ts'

/** A result: its title, and what it means. */
const told = <const Title extends string, const Text extends string>(
  title: readonly Title[],
  text: readonly Text[],
) => z.strictObject({ title: message(...title), text: message(...text) })
const plain = told([], [])

/** What the checking page found, of the receipt and of what was shown with it. */
export const Results = z.strictObject({
  impossible: message('reason').describe(
    'Title of whatever could not be checked; {reason} is one of « reasons »',
  ),
  authentic: message(),
  but: plural().describe('The same, where {count} of the points below is wrong'),
  byAuthority: message('authority'),
  byGivenKey: message(),
  seeBelow: message(),
  changed: plain,
  otherKey: z.strictObject({
    reason: message(),
    given: message(),
    unknown: message(),
    doubt: message().describe('Said behind either'),
    named: message(),
    givenKey: message(),
    ownKeys: message(),
  }),
  signature: z.strictObject({
    title: message(),
    given: message('key'),
    earlier: message('authority', 'key'),
    current: message('authority', 'key'),
  }),
  received: message(),
  receivedDoubtful: message(),
  application: message(),
  applicationDoubtful: message(),
  contents: message('number', 'files'),
  fileCount: plural(),
  noFile: message(),
  files: z.strictObject({
    same: told(['name'], []),
    different: told(['name'], []),
    others: z.strictObject({ title: message(), text: plural() }),
    manyUnknown: z.strictObject({ title: plural(), text: message('count') }),
    manySame: z.strictObject({ title: plural(), text: message() }),
    manyDifferent: z.strictObject({ title: plural(), text: message('count') }),
  }),
  proof: z.strictObject({
    none: plain,
    placeRight: told([], ['position', 'entries', 'universal']),
    entries: plural(),
    placeWrong: plain,
    headRight: plain,
    headWrong: plain,
    headUnknown: plain,
  }),
  stamp: z.strictObject({
    right: told(['authority'], ['date', 'time']),
    other: told(['authority'], []),
    unsigned: told(['authority'], []),
    unread: told(['authority'], []),
  }),
})

const again = told([], ['again'])
const whichKey = told([], ['whichKey'])

/** Why nothing could be checked: titles go on with « impossible », never as if the receipt were false. */
export const Reasons = z.strictObject({
  again: message().describe('To copy the mail again; stands for {again} below'),
  whichKey: message().describe('How the authority’s key looks; stands for {whichKey} below'),
  nothing: plain,
  none: again,
  cut: again,
  damaged: again,
  newer: plain,
  several: plain,
  noKey: whichKey,
  private: whichKey,
  certificate: whichKey,
  receipt: whichKey,
  other: whichKey,
  damagedKey: whichKey,
  insecure: plain,
  browser: plain,
  trouble: plain,
})
