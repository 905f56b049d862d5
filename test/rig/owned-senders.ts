import { SMTPServer } from 'smtp-server'
import { freePort, listening } from '../../demo/ports.ts'

/** A letter as it was taken, and by whose login. */
export interface OwnedLetter {
  readonly login: string
  readonly envelopeFrom: string
  readonly to: readonly string[]
  readonly raw: Buffer
}

/**
 * A submission server as providers run them: a login may send under its own address and no other (Postfix,
 * reject_sender_login_mismatch; « 553 5.7.1 Sender address rejected: not owned by user »).
 */
export interface OwnedSenders extends AsyncDisposable {
  readonly port: number
  readonly letters: readonly OwnedLetter[]
  /** How many letters it refused, for a sender that was not the login’s. */
  readonly refused: number
  /** From now on a login has this password. */
  setPassword(login: string, password: string): void
}

/** `accounts`: by login its password and the addresses that are its own, with or without « +tag ». */
export async function startOwnedSenders(
  accounts: Readonly<Record<string, { readonly password: string; readonly owns: readonly string[] }>>,
): Promise<OwnedSenders> {
  const passwords = new Map(Object.entries(accounts).map(([login, { password }]) => [login, password]))
  const letters: OwnedLetter[] = []
  let refused = 0
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth(auth, _session, done) {
      const login = auth.username ?? ''
      const isRight = passwords.has(login) && passwords.get(login) === auth.password
      done(isRight ? null : new Error('Invalid username or password'), isRight ? { user: login } : undefined)
    },
    onMailFrom({ address }, { user }, done) {
      const owner = accounts[String(user)]?.owns.includes(address.replace(/\+[^@]*(?=@)/, ''))
      if (owner === true) return done()
      refused += 1
      done(
        Object.assign(new Error('5.7.1 Sender address rejected: not owned by user'), { responseCode: 553 }),
      )
    },
    onData(stream, { user, envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        letters.push({
          login: String(user),
          envelopeFrom: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
        })
        done()
      })
    },
  })
  const port = await freePort()
  server.on('error', () => undefined)
  await listening(server, port)
  return {
    port,
    letters,
    get refused() {
      return refused
    },
    setPassword: (login, password) => void passwords.set(login, password),
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
