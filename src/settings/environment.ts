/** What a program is started with: names and values, as an operating system hands them over. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What a mailbox among several is called: a folder, a part of a database’s name, a label. */
export const MAILBOX_ID = /^[a-z][a-z0-9-]{0,30}$/

/** What this process was started with. */
export function ownEnvironment(): Environment {
  return process.env
}

/** From now on this process works by other values: by these alone. Returns those that it had. */
export function replaceEnvironment(values: Environment): Environment {
  const before = { ...process.env }
  for (const name of Object.keys(process.env)) if (values[name] === undefined) delete process.env[name]
  Object.assign(process.env, values)
  return before
}

/**
 * Variables that a process is started with, for Node and the system’s libraries. Everything else is told to
 * it by its parent: what stands in the environment of a process every other one of its account can read.
 */
export const PLAIN = ['PATH', 'HOME', 'LANG', 'TZ', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'] as const

/** Those of this process. */
export function plainEnvironment(): Record<string, string> {
  return Object.fromEntries(
    PLAIN.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
