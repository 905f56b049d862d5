import type { Told } from './told.ts'

const BY_HAND = 'staff are told; they open it in their own program, and acknowledge it by hand'

/** Why one mail is put aside or waits, while others go on. */
export const OF_MAILS = {
  'not-a-mail': { means: 'the bytes have no head of a mail', todo: BY_HAND },
  'head-too-long': { means: 'its head holds more than is ever read', todo: BY_HAND },
  'stand-in': {
    means: 'the mail server handed over a notice in its place, after three tries',
    todo: BY_HAND,
  },
  'ended-its-reader': { means: 'whatever read it ended, or took more than it may', todo: BY_HAND },
  'earlier-mails-in-hand': {
    means: 'a mail before it may belong to the same application and is in hand yet',
    todo: 'nothing: it is read in its turn',
  },
  'sending-stopped': {
    means: 'too many letters left at once',
    todo: 'find the robot (`recepisse list`), then `recepisse resume --by NAME`',
  },
} as const satisfies Readonly<Record<string, Told>>
