import type { Command, Values } from './command.ts'
import type { Scope } from './for-mailboxes.ts'

interface Entry {
  readonly summary: string
  /** Whom it is about, where a service has several mailboxes; without it, one that must be named. */
  readonly scope?: Scope | ((values: Values) => Scope)
  readonly load: () => Promise<Command>
}

/**
 * The commands, in the order in which they are explained. Each is loaded when it is called: none pays for the
 * others.
 */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  init: {
    scope: 'service',
    summary: 'Asks what a new call needs, writes its file and the settings, then checks them',
    load: async () => (await import('./init.ts')).init,
  },
  run: {
    scope: 'service',
    summary: 'The service: watches the mailbox until it is stopped (SIGTERM or Ctrl-C)',
    load: async () => (await import('./run.ts')).run,
  },
  readers: {
    scope: 'service',
    summary: 'A reading room: reads strangers’ documents for a service beside it, where no network is',
    load: async () => (await import('./readers.ts')).readers,
  },
  check: {
    scope: 'each',
    summary:
      'Configuration, mailbox, SMTP, Redis, database: what works, what does not, and how to mend it; ' +
      'sends nothing',
    load: async () => (await import('./check.ts')).check,
  },
  replay: {
    scope: 'service',
    summary: 'Runs saved mails through the whole pipeline; offline; sends nothing',
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  list: {
    scope: 'each',
    summary: 'The applications in the register, by sector',
    load: async () => (await import('./list.ts')).list,
  },
  show: {
    summary:
      'One application: applicant, clocks, documents, requirements with their evidence, acknowledgements',
    load: async () => (await import('./show.ts')).show,
  },
  export: {
    summary: 'The register as a table, on standard output',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  compare: {
    summary: 'The candidates of a category side by side, with what was read and where; nothing is ranked',
    load: async () => (await import('./compare.ts')).compare,
  },
  audit: {
    scope: 'each',
    summary: 'The balance sheet: the live mailbox against the register',
    load: async () => (await import('./audit.ts')).audit,
  },
  post: {
    summary: 'Enters a paper application: postmark, arrival, scans',
    load: async () => (await import('./post.ts')).post,
  },
  account: {
    summary: 'Who may use the staff’s pages: invites somebody, closes an account',
    load: async () => (await import('./account.ts')).account,
  },
  deadline: {
    summary: 'The adopted deadline, and what a changed one in the call’s file would change',
    load: async () => (await import('./deadline.ts')).deadline,
  },
  mailbox: {
    scope: ({ adopt }) => (adopt === true ? 'mailbox' : 'each'),
    summary: 'The mailbox that the register is of, and, where it was renamed, its new name',
    load: async () => (await import('./mailbox.ts')).mailbox,
  },
  join: {
    summary: 'Makes one application of two, by a person’s word',
    load: async () => (await import('./bind.ts')).join,
  },
  separate: {
    summary: 'Takes a mail out of its application, by a person’s word',
    load: async () => (await import('./bind.ts')).separate,
  },
  outcome: {
    summary: 'Records what became of an application, by a person’s word; or takes it back',
    load: async () => (await import('./outcome.ts')).outcome,
  },
  digest: {
    summary: 'The staff’s digest as it stands; with --now it is sent too',
    load: async () => (await import('./digest.ts')).digest,
  },
  letter: {
    scope: 'service',
    summary: 'Shows any letter of a call before a candidate sees it',
    load: async () => (await import('./letter.ts')).letter,
  },
  release: {
    summary: 'Sends the acknowledgement of a held mail, as a person: who and why are kept',
    load: async () => (await import('./release.ts')).release,
  },
  rectify: {
    summary: 'Corrects a time of receipt and sends the acknowledgement that says so',
    load: async () => (await import('./rectify.ts')).rectify,
  },
  backup: {
    summary: 'A consistent copy of register, archive and key, while the service runs',
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    summary: 'Puts a backup into an empty data folder; nothing is acknowledged twice',
    load: async () => (await import('./backup.ts')).restoreCommand,
  },
  disclose: {
    summary: 'All that is kept about one application, for a request of access',
    load: async () => (await import('./disclose.ts')).disclose,
  },
  retention: {
    scope: 'each',
    summary: 'What must be kept until when: a list for the archives; deletes nothing',
    load: async () => (await import('./retention.ts')).retention,
  },
  erase: {
    summary: 'Takes an application out of register and archive, under the archives’ visa',
    load: async () => (await import('./erase.ts')).erase,
  },
  verify: {
    scope: ({ register }) => (register === true ? 'each' : 'service'),
    summary: 'Checks a receipt offline, in French; or the whole register of this machine',
    load: async () => (await import('./verify.ts')).verify,
  },
  proof: {
    summary: 'What proves an application’s place in the register, to hand over',
    load: async () => (await import('./proof.ts')).proof,
  },
  archive: {
    summary: 'A call as a package for the archives: mails, letters, receipts, proofs, SEDA 2.1',
    load: async () => (await import('./archive.ts')).archive,
  },
  close: {
    summary: 'Closes a call in the register, with a signed and stamped head',
    load: async () => (await import('./close.ts')).close,
  },
  key: {
    scope: 'each',
    summary: 'The public key that receipts are checked with',
    load: async () => (await import('./close.ts')).key,
  },
  heads: {
    summary: 'The register’s signed heads as a file for the authority’s site',
    load: async () => (await import('./heads.ts')).heads,
  },
  publish: {
    summary: 'What the authority puts on its site: checking page, keys, heads, the call’s paragraph',
    load: async () => (await import('./publish.ts')).publish,
  },
  resume: {
    summary: 'Lets letters leave by themselves again after too many left at once',
    load: async () => (await import('./resume.ts')).resume,
  },
  form: {
    scope: 'service',
    summary: 'The call’s form as a PDF that is filled on screen',
    load: async () => (await import('./form.ts')).form,
  },
  schema: {
    scope: 'service',
    summary: 'Prints the JSON schema of a call file, for editors (config/call.schema.json)',
    load: async () => (await import('./schema.ts')).schema,
  },
}
