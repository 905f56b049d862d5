import { z } from 'zod'
import { Checks } from './letters-of-checks.ts'
import { Law } from './letters-of-law.ts'
import { message, plural } from './message.ts'

/** What letters to applicants say in a language, in the order in which they say it. */
export const Letters = z.strictObject({
  acknowledgement: z.strictObject({
    title: message(),
    rectifying: message().describe('The title of the letter that corrects another'),
    numbered: message('number').describe('In subjects: « réf. TI22-7K4QX »'),
    salutation: message(),
    received: message('article').describe(
      'That the authority acknowledges receipt; {article} is its name with its article: « La communauté »',
    ),
    inquiry: message().describe('Said behind it of a question'),
    supplement: message('number'),
    duplicate: message('number'),
    corrects: message('day', 'hour', 'moment'),
    corrected: message().describe('Names the Message-ID of the letter that is corrected'),
    scope: message().describe('Title of what the letter attests'),
    fromStaff: message().describe('Title of what a person wrote'),
  }),
  facts: z.strictObject({
    received: message(),
    universal: message('time'),
    reference: message(),
    quote: message(),
    object: message(),
    calls: message('source').describe('Of a call without an end: how it takes applications'),
    deadline: message('source'),
    named: message('label', 'deadline').describe('A deadline with its name: « première vague : … »'),
    quoted: message('text', 'zone').describe('A deadline without an hour, in the call’s own words'),
    ownWords: message('text'),
    before: message('day', 'hour', 'zone'),
    atLatest: message('day', 'hour', 'zone'),
  }),
  until: z
    .strictObject({
      dayIncluded: message('day', 'zone'),
      beforeDay: message('day', 'zone'),
      atLatest: message('day', 'hour', 'zone'),
      beforeHour: message('day', 'hour', 'zone'),
    })
    .describe('Until when a dossier can be completed; stands within « mayComplete »'),
  service: z.strictObject({
    title: message(),
    name: message(),
    address: message(),
    mail: message(),
    telephone: message(),
    agent: message(),
  }),
  files: z.strictObject({
    title: message(),
    counted: message('count'),
    none: message(),
    unread: message(),
    alone: plural().describe('Pictures of the layout or a signature, and nothing else'),
    added: plural().describe('The same beside other files'),
    more: plural(),
    file: message('number').describe('In the place of a name'),
    element: message('number'),
    unproven: message().describe('Why no name stands there'),
    fingerprint: message(),
  }),
  checks: Checks,
  receipt: z.strictObject({
    title: message(),
    attests: message(),
    ask: message(),
    check: message(),
    page: message(),
  }),
  law: Law,
  paper: z
    .strictObject({
      posted: message('article'),
      handedOver: message('article'),
      arrived: message(),
      postmark: message(),
      scans: message().describe('Title of the files that were made of it'),
      none: message(),
      fingerprint: message(),
      mayComplete: message('until').describe('A letter on paper is not answered by replying to it'),
      attests: message(),
      attestsTime: message().describe('Of a deposit that was not scanned'),
    })
    .describe('Of a deposit on paper: what an acknowledgement says otherwise than of a mail'),
  answer: z
    .strictObject({
      title: message(),
      received: message('article'),
      follows: message().describe('Said behind it, before what the person wrote'),
    })
    .describe('Of a question: that it came, and what is answered'),
  reminder: z.strictObject({ title: message(), follows: message('article'), last: message() }),
  joining: z.strictObject({
    title: message(),
    subject: message(),
    joined: message(),
    received: message(),
    ifNot: message(),
  }),
  trial: z.strictObject({
    title: message(),
    subject: message(),
    isNone: message(),
    toApply: message(),
    received: message(),
    address: message(),
    found: message(),
    nothingFound: message(),
    lacking: message(),
    nothingLacks: message(),
    indicative: message(),
    notKept: message(),
  }),
  decision: z.strictObject({
    title: message(),
    selected: message(),
    notSelected: message(),
    act: message(),
    on: message(),
    received: message(),
    reasons: message(),
    ofLaw: message(),
    ofFact: message(),
    remedies: message(),
    notified: message(),
    opposable: message(),
    signatory: message(),
  }),
  beside: z
    .strictObject({
      below: message().describe('Heads the letter: who reads only this language is told where it stands'),
      title: message(),
      counts: message('original').describe('That the text above alone counts; {original}: « French »'),
      words: message('original').describe('Of a text above that a person wrote, and nobody translated'),
      attests: message(),
      automation: message(),
      data: message('original', 'service'),
      silence: message('original'),
      remedies: message('original'),
    })
    .describe(
      'Of a translation under a letter: what it says where the call’s file has no words in its language',
    ),
})
export type Letters = z.infer<typeof Letters>
