import { z } from 'zod'
import { message } from './message.ts'

/** What the automatic check says: nothing is judged in it, and nothing demanded (CRPA L112-8). */
export const Checks = z.strictObject({
  title: message(),
  intro: message('automation'),
  remarks: message(),
  mayComplete: message('until'),
  notDetected: message('label'),
  hiddenByLink: message('labels').describe('What cannot be checked for one and the same reason'),
  hiddenByUnread: message('labels'),
  tooFew: message('label', 'count', 'least'),
  asked: message('where', 'label').describe('A fact with where it is asked for: « dans la lettre, le nom »'),
  where: message('documents'),
  or: message().describe('Between documents of which one says it'),
  document: message('name').describe('A piece that has but a title'),
  form: message().describe('Within « where »: « le formulaire »'),
  letter: message(),
  presentation: message(),
  project: message(),
  unclear: z.strictObject({
    unreadable: message('label'),
    emptyTemplate: message('label'),
    externalLink: message('label'),
    invalidIdentifier: message('label'),
    registeredElsewhere: message('label'),
    beingRegistered: message('label'),
    notDetected: message('label'),
  }),
  problems: z.strictObject({
    encrypted: message('name'),
    unreadable: message('name'),
    infected: message('name'),
    tooLarge: message('name'),
    unfinished: message('name'),
    unsupported: message('name'),
    externalLink: message('name'),
    empty: message('name'),
  }),
})
