import { capitalised, dateInWords, typographic } from '../acknowledgement/french.ts'
import { Day } from '../base/day.ts'
import { labelsTold } from '../call/asked-in.ts'
import type { Call } from '../call/call.ts'
import { whoApplies } from '../register/naming.ts'
import { timelinessInWords } from '../verdict/words.ts'
import type { ApplicationRecord } from './application-record.ts'
import { clockInWords } from './wall-clock.ts'

/** Who applies; without a name, from which address. */
export function whoApplied({ name, sender }: Pick<ApplicationRecord, 'name' | 'sender'>): string {
  return whoApplies({ name, sender, subject: null })
}

/**
 * « dans les délais, par décision d’un agent du 24/11/2022 à 09:05:00 »: what a person ruled is told as such.
 */
export function timelinessTold(
  { timeliness, ruledAt }: Pick<ApplicationRecord, 'timeliness' | 'ruledAt'>,
  call: Call,
): string {
  const words = timelinessInWords(timeliness)
  return ruledAt === null
    ? words
    : `${words}, par décision d’un agent du ${clockInWords(ruledAt, call.deadline.zone)}`
}

/** « par courrier, cachet de la poste du 22 novembre 2022 », « déposée au guichet », « par courriel » */
export function wayOfReceipt({ paper, postmark }: Pick<ApplicationRecord, 'paper' | 'postmark'>): string {
  if (!paper) return 'par courriel'
  return postmark === null
    ? 'déposée au guichet'
    : `par courrier, cachet de la poste du ${dateInWords(Day.parse(postmark))}`
}

/** The names of sectors by their ids, in one line; an id that the call no longer has stays as it is. */
export function sectorLabels(sectors: readonly string[], call: Call): string {
  return sectors.map((id) => call.sectors.find((sector) => sector.id === id)?.label ?? id).join(', ')
}

/**
 * What was not found, or not surely, in the words of the call: « Une présentation de la structure ; la
 * date ».
 */
export function lackingInWords(
  ids: readonly string[],
  { missing, unclear }: Pick<ApplicationRecord, 'missing' | 'unclear'>,
  call: Call,
): string {
  return typographic(capitalised(labelsTold(ids, [...missing, ...unclear], call).join(' ; ')))
}
