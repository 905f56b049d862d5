import { z } from 'zod'
import { message } from './message.ts'

/** What a call’s publication says of applying by mail (CRPA R112-11-3). */
export const Paragraph = z.strictObject({
  title: message(),
  call: message(),
  address: message(),
  formats: message(),
  size: message(),
  atMost: message('megabytes'),
  post: message(),
  acknowledged: message('from'),
  ifNone: message('service', 'mail', 'phone'),
  fingerprint: message(),
  askBoth: message(),
  onPage: message(),
  page: message(),
})
