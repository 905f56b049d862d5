import { randomUUID } from 'node:crypto'
import { taggedAddress, tagOf } from '../acknowledgement/envelope.ts'
import { type EnvelopeAnswers, probeEnvelope } from '../adapters/smtp/probe.ts'
import type { SmtpLocation } from '../adapters/smtp/send.ts'
import { Failure } from '../base/failure.ts'
import { OutboxId } from '../base/ids.ts'

/**
 * Whether letters may leave with their own tagged sender, and whether notices of non-delivery find their way
 * to it; as far as a server tells without being given a letter. Failures: permanent, with what to mend.
 */
export async function checkEnvelope(location: SmtpLocation, bouncesTo: string): Promise<readonly string[]> {
  // Any key does: only the shape of the tag counts here.
  const tagged = taggedAddress(bouncesTo, tagOf(OutboxId.parse('acknowledgement-check'), randomUUID()))
  const nobody = bouncesTo.replace(/^.*@/, `nobody-${randomUUID().slice(0, 12)}@`)
  return told(await probeEnvelope(location, tagged, [bouncesTo, tagged, nobody]), bouncesTo)
}

function told({ sender, recipients }: EnvelopeAnswers, bouncesTo: string): readonly string[] {
  const [plain, tagged, nobody] = recipients
  const shape = bouncesTo.replace('@', '+…@')
  if (sender === 'refused')
    throw mend(`the submission server refuses ${shape} as sender of a letter: allow the account to use it`)
  const open =
    `that a notice sent to ${shape} arrives in a folder of IMAP_FOLDERS could not be verified: send ` +
    'yourself one'
  if (sender === 'unsure') return [`the server put off ${shape} as sender: not verified now`, open]
  const asSender = `${shape} is taken as sender of a letter; no letter was sent`
  if (plain === 'refused')
    throw mend(`there is no ${bouncesTo}: create the address that the call’s file names as « bouncesTo »`)
  if (tagged === 'refused')
    throw mend(
      `${bouncesTo} is there, ${shape} is not: have the mail server deliver what stands after « + » ` +
        'too (plus addressing)',
    )
  if (nobody === 'taken')
    return [asSender, `whether ${shape} exists could not be verified: this server takes any address`, open]
  if (plain !== 'taken' || tagged !== 'taken')
    return [asSender, `whether ${shape} exists could not be verified: the server put the question off`, open]
  return [asSender, `${shape} is taken as recipient, an invented address is not`, open]
}

function mend(message: string): Failure {
  return new Failure('permanent', 'envelope', message)
}
