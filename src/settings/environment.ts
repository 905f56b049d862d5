/** What a program is started with: names and values, as an operating system hands them over. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What a mailbox among several is called: a folder, a part of a database’s name, a label. */
export const MAILBOX_ID = /^[a-z][a-z0-9-]{0,30}$/
