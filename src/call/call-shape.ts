import { z } from 'zod'
import { CallId } from '../base/ids.ts'
import { AcknowledgementTexts } from './acknowledgement-texts.ts'
import { Applicants, Eligibility, Selection } from './applicants.ts'
import { DataProtection } from './data-protection.ts'
import { Decisions } from './decisions.ts'
import { CallLanguages } from './languages.ts'
import { Legal } from './legal.ts'
import { MessageTemplate } from './messages.ts'
import { OwnKind } from './own-kind.ts'
import { extension, Piece } from './piece.ts'
import { PublishedDeadline, PublishedEnd } from './published-deadline.ts'
import { RequiredDocument, RequiredField } from './requirements.ts'
import { Retention } from './retention.ts'
import { Territory } from './territory.ts'

/**
 * A call as its file in `config/calls/` states it: one zod object is the schema, the type, the
 * documentation and the JSON schema that editors complete from. Nothing about any particular call
 * is written anywhere else. Who needs instants asks `deadline.ts`.
 */

const line = z.string().trim().min(1)
const hostName = z
  .string()
  .regex(/^\*?[a-z0-9.-]+$/, 'a host or domain in lower case, such as mx.example.org or example.org')
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour such as "07:30", between quotes')

export const Sector = z.strictObject({
  id: z
    .enum(['numerique', 'energie', 'logistique', 'agroalimentaire', 'environnement'])
    .or(z.string().regex(/^[a-z0-9_]+$/))
    .describe('Stable id, shown in exports and in replay'),
  label: line.describe('As the call names it'),
  synonyms: z.array(line).describe('Words that designate the sector when they stand in a sector field'),
  deadline: PublishedEnd.optional().describe('Where this sector has a deadline of its own'),
})

export const CALL_SHAPE = {
  $schema: z.string().optional(),
  id: CallId.describe('Stable name of the call: of its rows in the register and of its files'),
  title: line.describe('As published'),
  shortTitle: line.describe('For subjects of mails'),
  provenance: line.describe('Where the text of the call was read'),
  registrationPrefix: z
    .string()
    .regex(/^[A-Z0-9]{2,8}$/)
    .describe('Begins every registration number: TI22-8CFVM'),

  authority: z.strictObject({
    name: line.describe('As it signs'),
    article: line.describe('The name with its article, to begin a sentence: « La communauté »'),
    domains: z
      .array(hostName)
      .min(1)
      .describe('Mail domains of the authority: a mail from there is internal'),
    identifiers: z
      .array(z.string().regex(/^\d{9}(\d{5})?$/, 'a SIREN or SIRET, between quotes'))
      .describe('Its own SIREN or SIRET, printed on its forms: never the candidate’s'),
    phones: z
      .array(line)
      .default([])
      .describe('Its own telephones, printed on its forms: never the candidate’s'),
  }),
  service: z.strictObject({
    name: line.describe('CRPA R112-11-1, 2°: the service in charge'),
    postalAddress: line.describe('CRPA R112-11-1, 2°'),
    email: z.email().describe('CRPA R112-11-1, 2°'),
    phone: line.describe('CRPA R112-11-1, 2°: an acknowledgement without a telephone number is not one'),
  }),
  agent: z.strictObject({
    name: line.describe('CRPA L111-2'),
    role: line.describe('Their function (CRPA L111-2)'),
    postalAddress: line.describe('Their address at work (CRPA L111-2)'),
  }),

  territory: Territory.optional().describe(
    'Where applicants come from; without it, France and its overseas regions',
  ),

  mailbox: z.strictObject({
    address: z.email().describe('Where the call says to send applications'),
    trial: z
      .email()
      .optional()
      .describe(
        'A trial address that is delivered into the same mailbox, such as « ami+essai@… »: what is ' +
          'sent there alone is answered with what was found and what seems to be missing, and nothing of ' +
          'it is registered',
      ),
    personal: z
      .boolean()
      .describe('True when it is the working mailbox of a person: then nothing is answered from doubt'),
    trustedHosts: z
      .array(hostName)
      .default([])
      .describe(
        'Hosts whose Received lines and Authentication-Results are believed; when empty, those of the ' +
          'mailbox’s own domain',
      ),
    internalHosts: z
      .array(line)
      .default([])
      .describe(
        'Hosts or IP prefixes that hand mail over inside the authority: the walk through Received goes ' +
          'on past them',
      ),
  }),
  post: z
    .strictObject({
      address: line.describe('Where paper applications go; absent: the call takes none'),
      counts: z
        .enum(['postmark', 'arrival', 'disputed'])
        .optional()
        .describe(
          'Which day is held against the deadline: the postmark’s (CRPA L112-1), the arrival’s, or, ' +
            'where the call does not tell, disputed: a person decides when both differ. By default ' +
            'disputed; with a contract, arrival',
        ),
    })
    .optional(),

  published: z.strictObject({
    date: z.iso.date().describe('The day of publication'),
    window: line.describe('As the title writes it'),
    statedDates: z
      .array(
        z.strictObject({
          text: line.describe('The date as written'),
          where: line.describe('Where it stands in the call'),
        }),
      )
      .describe('Dates written with their weekday, checked when the file is loaded'),
    contradictions: z.array(line).describe('What the call says twice, differently; shown by check'),
  }),
  deadline: PublishedDeadline,

  applicants: Applicants.optional().describe('Who may apply; absent: organisations'),
  eligibility: Eligibility.optional().describe('Who the call says may apply, for staff'),
  selection: Selection.optional().describe('What the call says of its selection, for staff'),
  sectors: z.array(Sector).min(1),
  recognition: z.strictObject({
    strong: z.array(line).min(1).describe('Phrases that only this call uses'),
    weak: z.array(line).describe('Phrases that calls of this kind use'),
    otherCalls: z.array(line).default([]).describe('Phrases that show that a mail is about another call'),
  }),
  pieces: z
    .array(Piece)
    .default([])
    .describe('Documents that this call asks for beside form, letter, presentation and project'),
  kinds: z.array(OwnKind).default([]).describe('Facts that only this call asks for, for requiredFields'),
  limits: z
    .strictObject({
      totalMegabytes: z.number().positive().optional().describe('Of all files of an application together'),
      extensions: z.array(extension).optional().describe('Formats that the call accepts, such as pdf'),
    })
    .default({})
    .describe('What the call says of size and format; a fact for staff, never a reason to refuse'),
  requiredDocuments: z.array(RequiredDocument).min(1),
  requiredFields: z.array(RequiredField),

  legal: Legal.optional().describe(
    'What the law makes of silence and how it is contested; without it, nobody is answered',
  ),
  dataProtection: DataProtection.optional().describe('What applicants are told of their data'),
  acknowledgement: AcknowledgementTexts,
  languages: CallLanguages.prefault({}).describe('Without it, French alone'),
  retention: Retention.optional(),
  decisions: Decisions.optional().describe('Letters of decision; without it, none are written'),
  messages: z
    .array(MessageTemplate)
    .default([])
    .describe('Templates of what staff often write to applicants'),
  digest: z.strictObject({
    to: z.array(z.email()).min(1).describe('Who reads it'),
    at: z.array(timeOfDay).min(1).describe('Local hours of working days'),
  }),
}

/** A call's keys and values, before what must be so between them was looked at. */
export type CallShape = z.infer<z.ZodObject<typeof CALL_SHAPE>>
export type Sector = z.infer<typeof Sector>
