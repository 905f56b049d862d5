import type { ImapFlow } from 'imapflow'
import { Failure } from '../../base/failure.ts'
import { imapFailure } from './connect.ts'

/**
 * A server that owes an answer for so long is gone, whatever TCP says: with the longest poll of the default
 * settings a line that a firewall forgot is noticed within two minutes.
 */
const ANSWER_WITHIN_MS = 45_000

/**
 * A command's answer; when none comes in time the connection is closed, for nothing more can be asked on it.
 */
export async function answerOf<Answer>(client: ImapFlow, asked: Promise<Answer>): Promise<Answer> {
  const silent = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    silent.reject(
      new Failure(
        'transient',
        'imap-silent',
        'the mail server owes an answer and says nothing: the connection is dropped and made anew',
      ),
    )
    client.close()
  }, ANSWER_WITHIN_MS)
  try {
    return await Promise.race([asked, silent.promise])
  } catch (error) {
    throw imapFailure(error)
  } finally {
    clearTimeout(timer)
  }
}
