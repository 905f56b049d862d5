/**
 * Who gives mail addresses to everybody: by the first label of the domain, whatever country follows. Two
 * people who write from there have nothing in common. A list like this is never whole: nothing may rest on a
 * domain's absence alone.
 */
export const EVERYWHERE: ReadonlySet<string> = new Set([
  'aol',
  'gmail',
  'gmx',
  'googlemail',
  'hotmail',
  'icloud',
  'live',
  'mailo',
  'msn',
  'outlook',
  'proton',
  'protonmail',
  'tutanota',
  'yahoo',
  'yandex',
  'ymail',
  'zoho',
])

/** Providers of one country or region, operators of lines among them, and houses that many share. */
export const DOMAINS: ReadonlySet<string> = new Set([
  '9online.fr',
  'aliceadsl.fr',
  'bbox.fr',
  'canl.nc',
  'cegetel.net',
  'club-internet.fr',
  'dbmail.com',
  'fastmail.com',
  'free.fr',
  'laposte.net',
  'mac.com',
  'mail.com',
  'mail.pf',
  'mail.ru',
  'me.com',
  'mediaserv.net',
  'net-c.com',
  'netcourrier.com',
  'neuf.fr',
  'noos.fr',
  'numericable.fr',
  'only.fr',
  'ool.fr',
  'orange.fr',
  'orange.re',
  'pm.me',
  'posteo.net',
  'sfr.fr',
  'tuta.io',
  'voila.fr',
  'wanadoo.fr',
  'web.de',
  'zeop.re',
])

/** Whether a domain, in its form for machines, gives addresses to everybody. */
export function isOfEverybody(domain: string): boolean {
  return DOMAINS.has(domain) || EVERYWHERE.has(domain.split('.')[0] ?? '')
}
