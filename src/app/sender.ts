import { openGraph } from '../adapters/graph/graph.ts'
import { openGraphSubmission } from '../adapters/graph/send.ts'
import { openTokens, type TokenSource } from '../adapters/oauth/tokens.ts'
import { composeLetter } from '../adapters/smtp/compose.ts'
import { openSubmission, type SetAccount } from '../adapters/smtp/send.ts'
import { postNotice } from '../adapters/webhook/post.ts'
import { postAnnouncement } from '../adapters/webhook/signed.ts'
import { asFailure, Failure } from '../base/failure.ts'
import { graphLocation } from '../settings/graph-secrets.ts'
import { alertWebhook, eventsSubscriber, smtpLocation } from '../settings/secrets.ts'
import type { Submission } from '../steps/deliver.ts'
import { openCounter } from './counter.ts'
import { dyingAt } from './crash-points.ts'
import { DISPATCH } from './dispatch.ts'
import { keepFresh } from './fresh-tokens.ts'
import type { Hands } from './hands.ts'
import { socketOf } from './sockets.ts'

/**
 * The sender: it alone holds what leads outside, the submission account and the webhooks. It has no register
 * and no key, and does what the office of its machine asks.
 */
export async function startSender(hands: Hands): Promise<AsyncDisposable> {
  const { settings, environment } = hands
  // What fails on the way ends what was begun.
  await using stack = new AsyncDisposableStack()
  const { opened, tokens } = graphWay(hands) ?? smtpWay(hands)
  if (tokens !== null) stack.use(keepFresh(tokens, 'smtp', hands))
  const submission = dyingAt(settings, stack.use(opened))
  const webhook = alertWebhook(environment)
  const subscriber = eventsSubscriber(environment)
  stack.use(
    await openCounter(socketOf(settings, 'sender'), DISPATCH, {
      submit: ({ letter, date, envelopeId }) => submission.submit(letter, date, envelopeId),
      channels: async () => ({ alarms: webhook !== null, events: subscriber !== null }),
      async notify({ notice }) {
        if (webhook !== null) await postNotice(webhook, notice)
        return null
      },
      async announce({ id, announcement, at }) {
        if (subscriber !== null) await postAnnouncement(subscriber, id, announcement, at)
        return null
      },
    }),
  )
  return stack.move()
}

/** How letters leave. */
interface SendingWay {
  readonly opened: Submission
  /** Null for an account with a password, or none. */
  readonly tokens: TokenSource | null
}

/** Null where GRAPH_USER is not set. */
function graphWay({ settings, environment, clock }: Hands): SendingWay | null {
  const location = graphLocation(settings, 'send', environment)
  if (location === null) return null
  const tokens = openTokens(location.oauth, clock)
  return { opened: openGraphSubmission(openGraph(location, tokens), tokens, composeLetter), tokens }
}

function smtpWay(hands: Hands): SendingWay {
  const location = smtpLocation(hands.settings, hands.environment)
  const tokens = location.oauth === null ? null : openTokens(location.oauth, hands.clock)
  return { opened: openSubmission(location, tokens, accountOf(hands)), tokens }
}

/** A refused login is told, and so is an account that cannot be read now. */
function accountOf({ settings, environment, observe }: Hands): SetAccount {
  const tell = (failure: Failure) => observe({ type: 'trouble', where: 'sender', failure })
  return {
    refused: () =>
      tell(
        new Failure(
          'transient',
          'smtp-login-refused',
          'the submission server refuses the user or the password: check SMTP_USER and SMTP_PASSWORD ' +
            'or SMTP_OAUTH_…; letters wait',
        ),
      ),
    now() {
      try {
        return smtpLocation(settings, environment)
      } catch (error) {
        tell(asFailure(error))
        return null
      }
    },
  }
}
