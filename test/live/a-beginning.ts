import { systemClock } from '../../src/adapters/clock/system.ts'
import { later, wallClockOf } from '../../src/base/instant.ts'

const DAY_MS = 24 * 3_600_000
export const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
export const ADDRESS = 'ateliers@collectivite.example'

const inAMonth = wallClockOf(later(systemClock().now(), 30 * DAY_MS), 'Europe/Paris')
/** What somebody says who sets the service up, as options of « init ». */
export const SAID = {
  title: 'Appel à projets « Ateliers d’hiver »',
  'short-title': 'AAP Ateliers d’hiver',
  authority: 'La communauté de communes du Val-Sec',
  service: 'Service Culture',
  agent: 'Agent chargé de l’appel',
  role: 'chargé de mission',
  'postal-address': '1 place de la Mairie, 28999 Val-Sec',
  phone: '01 99 00 00 00',
  address: ADDRESS,
  deadline: inAMonth.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  zone: 'Europe/Paris',
  sectors: 'Le théâtre, La danse',
  court: 'le tribunal administratif d’Orléans',
  officer: 'dpo@val-sec.example',
  'imap-host': '127.0.0.1',
  'smtp-host': '127.0.0.1',
}
export const flags = (said: Readonly<Record<string, string>>) =>
  Object.entries(said).map(([name, value]) => `--${name}=${value}`)

/** A first application. */
export const MAIL = [
  'Return-Path: <contact@candidat.example>',
  'From: Compagnie des Essais <contact@candidat.example>',
  `To: ${ADDRESS}`,
  'Subject: AAP Ateliers d’hiver : notre candidature',
  'Message-ID: <une@candidat.example>',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Bonjour,',
  'Veuillez trouver notre candidature à l’appel à projets « AAP Ateliers d’hiver », formulaire de candidature ci-dessous.',
  'Nom de la structure : Compagnie des Essais',
  'Filière : Le théâtre',
  '',
].join('\r\n')
