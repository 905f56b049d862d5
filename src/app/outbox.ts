import { randomUUID } from 'node:crypto'
import { openTokens } from '../adapters/oauth/tokens.ts'
import { startWorker } from '../adapters/queue/bullmq.ts'
import { openSubmission, type SetAccount } from '../adapters/smtp/send.ts'
import { asFailure, Failure } from '../base/failure.ts'
import { envelopeKey } from '../settings/envelope-key.ts'
import { smtpLocation } from '../settings/secrets.ts'
import { deliver } from '../steps/deliver.ts'
import { dyingAt } from './crash-points.ts'
import { every } from './every.ts'
import { keepFresh } from './fresh-tokens.ts'
import { queueObserver, redisLocation, type World } from './world.ts'

/** Letters in hand at a time: the connections that the pool keeps. */
const CONCURRENCY = 4

/** The outbox process: it alone can send, and it cannot read the mailbox. */
export async function startOutbox(world: World): Promise<AsyncDisposable> {
  const { settings, register, clock, observe } = world
  const stack = new AsyncDisposableStack()
  const location = smtpLocation(settings)
  const tokens = location.oauth === null ? null : openTokens(location.oauth, clock)
  if (tokens !== null) stack.use(keepFresh(tokens, 'smtp', world))
  const submission = stack.use(openSubmission(location, tokens, accountOf(world)))
  const owner = `${settings.RECEPISSE_INSTANCE}#${randomUUID()}`
  // Intents of our earlier lives were cut short: their letters are due again, under the same Message-ID.
  await register.releaseClaims(owner, clock.now())
  const ports = {
    register,
    clock,
    observe,
    owner,
    submit: dyingAt(settings, submission).submit,
    key: envelopeKey(settings),
    breakerAt: settings.RECEPISSE_BREAKER_LETTERS,
  }
  stack.use(
    startWorker(
      redisLocation(settings),
      'outbox',
      { deliver: ({ outboxId }) => deliver(ports, outboxId) },
      CONCURRENCY,
      queueObserver(observe),
    ),
  )
  stack.use(
    every(settings.RECEPISSE_SWEEP_SECONDS * 1000, 'outbox', observe, () =>
      register.releaseClaims(owner, clock.now()),
    ),
  )
  return stack
}

/** A refused login is told, and so is an account that cannot be read now. */
function accountOf({ settings, observe }: World): SetAccount {
  const tell = (failure: Failure) => observe({ type: 'trouble', where: 'outbox', failure })
  return {
    refused: () =>
      tell(
        new Failure(
          'transient',
          'smtp-login-refused',
          'the submission server refuses the user or the password: check SMTP_USER and SMTP_PASSWORD or SMTP_OAUTH_…; letters wait',
        ),
      ),
    now() {
      try {
        return smtpLocation(settings)
      } catch (error) {
        tell(asFailure(error))
        return null
      }
    },
  }
}
