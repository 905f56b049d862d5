import { z } from 'zod'
import { Instant } from '../base/instant.ts'

/**
 * Which clock the receipt time was taken from; from the most to the least trusted. `staff`: a person
 * established it and signed for it (`recepisse rectify`); `post`: a paper application, by its arrival.
 */
export const ReceiptSource = z.enum(['boundary', 'internaldate', 'received', 'date', 'file', 'staff', 'post'])
export type ReceiptSource = z.infer<typeof ReceiptSource>

/** Why a receipt time is not beyond dispute. */
export const ReceiptDoubt = z.enum(['no_boundary', 'clocks_disagree', 'date_in_future', 'only_senders_clock'])
export type ReceiptDoubt = z.infer<typeof ReceiptDoubt>

/**
 * When the authority's system took the mail (CRPA R112-11-1, 1°), the clock that says so, and all the
 * others beside it. Once acknowledged it only changes through a rectifying acknowledgement.
 */
export const Receipt = z.object({
  receivedAt: Instant,
  source: ReceiptSource,
  clocks: z.array(z.object({ source: ReceiptSource, at: Instant })),
  doubts: z.array(ReceiptDoubt),
  /** Of a paper application: the day of its postmark, which counts beside its arrival (CRPA L112-1). */
  postmark: z.iso.date().optional(),
  /** Of a paper application: handed over at the counter; then `postmark` is the day of its arrival. */
  handedOver: z.boolean().optional(),
  /** What a person decided about a contested time: their word goes before every doubt. */
  ruled: z.enum(['on_time', 'late']).optional(),
})
export type Receipt = z.infer<typeof Receipt>
