import { z } from 'zod'

const line = z.string().trim().min(1)

const HTTPS_ADDRESS = 'an https address such as https://www.example.org/appel/verifier.html'
/** Printed in letters as it stands: no space that would break it, no name or password before the host. */
const httpsAddress = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: HTTPS_ADDRESS })
  .refine((address) => !/[\s"'<>@]/.test(address), HTTPS_ADDRESS)

/**
 * What the call's file says of its acknowledgements: addresses, bounds, and the texts that the legal service
 * signs off.
 */
export const AcknowledgementTexts = z.strictObject({
  senderName: line.describe('The name before the address in From'),
  from: z.email().describe('Published with the call (CRPA R112-11-3)'),
  checkingPage: httpsAddress
    .optional()
    .describe(
      'Public https address of the page that « recepisse publish » writes, where receipts are checked; ' +
        'without it letters send to the service',
    ),
  bouncesTo: z.email().describe('Envelope sender: an address that never answers automatically'),
  answerFromWhenDmarcPass: z
    .boolean()
    .describe('5.4 of the decision table: answer From when it differs from Return-Path but DMARC passed'),
  perAddressPerDay: z.int().min(1).describe('Automatic letters to one address in 24 hours'),
  perApplicationPerDay: z
    .int()
    .min(1)
    .default(5)
    .describe('Automatic letters about one application in 24 hours, whatever the addresses'),
  perHour: z
    .int()
    .min(1)
    .describe(
      'Automatic letters of the call in an hour to senders whom nothing proves; and as many to each ' +
        'proven domain',
    ),
  reminderHoursBefore: z
    .int()
    .min(1)
    .max(720)
    .optional()
    .describe('One reminder to incomplete applications so many hours before the deadline; none without it'),
  backlogHours: z.int().min(1).describe('A mail received longer ago than this is never answered by itself'),
  daysAfterDeadline: z.int().min(0).describe('Later than this nothing is answered by itself'),
  attests: line.describe('« … atteste la seule réception … »'),
  automation: line.describe('That the check is automatic and indicative'),
  implicitDecision: line
    .optional()
    .describe('A text of its own instead of « legal », signed off by the legal service'),
  appeals: line
    .optional()
    .describe('A text of its own instead of « legal », signed off by the legal service'),
  dataProtection: line
    .optional()
    .describe(
      'A text of its own instead of « dataProtection »: what the RGPD wants said (articles 13 and 14)',
    ),
})
