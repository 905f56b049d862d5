/** A mail that asks something of the sample call, and hands nothing in. */
export const QUESTION = [
  'From: Ana Curieux <ana@curieux.example>',
  'To: ami@interco.example',
  'Subject: Une question sur l’appel',
  'Message-ID: <q1@curieux.example>',
  'Date: Tue, 10 Mar 2026 10:00:00 +0400',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Bonjour, pouvez-vous me dire si une association peut candidater à l’appel à manifestation d’intérêt ?',
].join('\n')
