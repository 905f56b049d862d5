import { z } from 'zod'
import { Reasons, Results } from './checking-results.ts'
import { message, plural } from './message.ts'

/** The statement of accessibility: French law, whose titles stay as they are. */
export const Accessibility = z.strictObject({
  conformity: message(),
  pages: message().describe('What the statement is of; stands for {pages} below'),
  commitment: z.strictObject({ title: message(), text: message('article', 'pages') }),
  state: z.strictObject({ title: message(), none: message(), tests: message() }),
  exempt: z.strictObject({ title: message(), text: message() }),
  report: z.strictObject({ title: message(), text: message('services') }),
  remedies: z.strictObject({ title: message(), text: message() }),
})
export type Accessibility = z.infer<typeof Accessibility>

/** What the page says on which applicants check their receipts, in the order in which it says it. */
export const CheckingPage = z.strictObject({
  heading: message(),
  choose: message().describe('Names the list of languages for those who hear the page'),
  intro: message(),
  nothing: message().describe('That nothing is sent; stands for {nothing} below, in bold'),
  onDevice: message('nothing'),
  where: message('host').describe('Where the authority publishes the page'),
  optional: message().describe('Behind the title of what need not be filled in, with its brackets'),
  receipt: z.strictObject({
    title: message(),
    paste: message(),
    help: message(),
    file: message(),
    fileHelp: message(),
  }),
  files: z.strictObject({ title: message(), choose: message(), help: message() }),
  key: z.strictObject({
    title: message(),
    where: message(),
    paste: message(),
    help: message(),
    file: message(),
    fileHelp: message(),
  }),
  proof: z.strictObject({ title: message(), file: message(), help: message() }),
  more: z
    .strictObject({ title: message(), help: message() })
    .describe('What is folded away where the page has the key'),
  check: message().describe('The button'),
  result: z.strictObject({
    title: message(),
    none: message().describe('Before anything was checked'),
    notStarted: message().describe('Where the browser does not run the page’s program'),
  }),
  keys: z.strictObject({
    title: plural(),
    uses: plural(),
    current: message('key', 'file'),
    earlier: message('key', 'file'),
  }),
  meaning: z.strictObject({ title: message(), text: message() }),
  accessibility: Accessibility,

  moment: message('day', 'hour or hour2 or hour12', 'minute', 'second', 'zone'),
  universal: message('time'),
  results: Results,
  reasons: Reasons,
})
