import { z } from 'zod'

/** SHA-256 of bytes as received, 64 lower-case hex digits. Of a whole mail: the mail's identity. */
export const Fingerprint = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Fingerprint'>()
export type Fingerprint = z.infer<typeof Fingerprint>

/** The call's identifier: the name of its file in config/calls without the extension. */
export const CallId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .brand<'CallId'>()
export type CallId = z.infer<typeof CallId>

/**
 * What people quote: the call's prefix and five random characters, `TI22-7K4QX`. Random, because a
 * sequence would tell each applicant how many came before (CRPA L311-6). No I, L, O, U, 0, 1.
 */
export const RegistrationNumber = z
  .string()
  .regex(/^[A-Z0-9]{2,8}-[2-9A-HJKMNP-TV-Z]{5}$/)
  .brand<'RegistrationNumber'>()
export type RegistrationNumber = z.infer<typeof RegistrationNumber>

/** A row of the outbox; derived from what it answers, so that the same answer is never written twice. */
export const OutboxId = z
  .string()
  .regex(/^[a-z]+-[0-9a-zA-Z-]+$/)
  .brand<'OutboxId'>()
export type OutboxId = z.infer<typeof OutboxId>
