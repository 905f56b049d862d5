import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMailDate } from '../../src/mail/mail-date.ts'
import { parseReceived } from '../../src/mail/received.ts'

const AT = '2026-03-10T06:15:30.000Z'
/** Server, line, and [helo, reverse, ip, by]. */
const LINES: readonly (readonly [string, string, readonly (string | null)[]])[] = [
  [
    'Postfix',
    'from usine.example (mail.usine.example [203.0.113.20]) by mx.interco.example (Postfix) with ESMTPS id 4F1B2 for <a@b.example>; Tue, 10 Mar 2026 10:15:30 +0400 (+04)',
    ['usine.example', 'mail.usine.example', '203.0.113.20', 'mx.interco.example'],
  ],
  [
    'Postfix, unknown reverse',
    'from usine.example (unknown [203.0.113.20]) by mx.interco.example (Postfix) with ESMTP id 4F; Tue, 10 Mar 2026 06:15:30 GMT',
    ['usine.example', null, '203.0.113.20', 'mx.interco.example'],
  ],
  [
    'Postfix, HELO is a private address',
    'from [10.0.0.1] (pirate.example [203.0.113.20]) by mx.interco.example with ESMTP; Tue, 10 Mar 2026 06:15:30 +0000',
    ['10.0.0.1', 'pirate.example', '203.0.113.20', 'mx.interco.example'],
  ],
  [
    'Exim',
    'from mail.usine.example ([203.0.113.20] helo=usine) by mx.interco.example with esmtps (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.97) (envelope-from <a@usine.example>) id 1rjXyz-0001; Tue, 10 Mar 2026 10:15:30 +0400',
    ['usine', 'mail.usine.example', '203.0.113.20', 'mx.interco.example'],
  ],
  [
    'Exim, HELO is an address',
    'from [203.0.113.20] (helo=[127.0.0.1]) by mx.interco.example with esmtp id 1r; Tue, 10 Mar 2026 10:15:30 +0400',
    ['127.0.0.1', '203.0.113.20', '203.0.113.20', 'mx.interco.example'],
  ],
  [
    'Exchange',
    'from EX1.interco.example (10.1.2.3) by EX2.interco.example (10.1.2.4) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_X) id 15.1.2507.35 via Frontend Transport; Tue, 10 Mar 2026 10:15:30 +0400',
    ['ex1.interco.example', null, '10.1.2.3', 'ex2.interco.example'],
  ],
  [
    'Exchange Online, IPv6',
    'from A.prod.outlook.example (2603:10a6:20b:1::5) by B.prod.outlook.example (2603:10a6:20b:2::7) with HTTPS; Tue, 10 Mar 2026 06:15:30 +0000',
    ['a.prod.outlook.example', null, '2603:10a6:20b:1::5', 'b.prod.outlook.example'],
  ],
  [
    'Sendmail',
    'from usine.example (IDENT:root@mail.usine.example [203.0.113.20] (may be forged)) by mx.interco.example (8.15.2/8.15.2) with ESMTP id 42; Tue, 10 Mar 2026 10:15:30 +0400',
    ['usine.example', null, '203.0.113.20', 'mx.interco.example'],
  ],
  [
    'qmail',
    'from unknown (HELO usine.example) (203.0.113.20) by mx.interco.example with SMTP; 10 Mar 2026 06:15:30 -0000',
    ['usine.example', 'unknown', '203.0.113.20', 'mx.interco.example'],
  ],
  [
    'Dovecot LMTP',
    'from mx.interco.example ([127.0.0.1]) by imap.interco.example with LMTP id aB (envelope-from <a@b.example>) for <c@interco.example>; Tue, 10 Mar 2026 10:15:30 +0400',
    ['mx.interco.example', null, '127.0.0.1', 'imap.interco.example'],
  ],
  [
    'Zimbra',
    'from localhost (localhost [127.0.0.1]) by zimbra.interco.example (Postfix) with ESMTP id 9; Tue, 10 Mar 2026 10:15:30 +0400 (RET)',
    ['localhost', 'localhost', '127.0.0.1', 'zimbra.interco.example'],
  ],
  [
    'OVH',
    'from output28.mail.hebergeur.example (output28.mail.hebergeur.example. [203.0.113.20]) by vr39.hebergeur.example (Postfix) with ESMTP id 8 for <a@b.example>; Tue, 10 Mar 2026 07:15:30 +0100 (CET)',
    [
      'output28.mail.hebergeur.example',
      'output28.mail.hebergeur.example',
      '203.0.113.20',
      'vr39.hebergeur.example',
    ],
  ],
  [
    'Orange',
    'from [192.168.1.10] ([203.0.113.20]) by smtp.fai.example with ME id y1; Tue, 10 Mar 2026 07:15:30 +0100',
    ['192.168.1.10', null, '203.0.113.20', 'smtp.fai.example'],
  ],
  [
    'Gmail',
    'by 2002:a05:6602:2ac6:b0:6bc:1 with SMTP id m6csp; Mon, 9 Mar 2026 22:15:30 -0800 (PST)',
    [null, null, null, '2002:a05:6602:2ac6:b0:6bc:1'],
  ],
  [
    'a host called by',
    'from by (by.usine.example [203.0.113.20]) by mx.interco.example with SMTP; Tue, 10 Mar 2026 10:15:30 +0400',
    ['by', 'by.usine.example', '203.0.113.20', 'mx.interco.example'],
  ],
  [
    'two by clauses',
    'from a.example (a.example [203.0.113.20]) by mx.pirate.example (x) by mx.interco.example with SMTP; Tue, 10 Mar 2026 10:15:30 +0400',
    ['a.example', 'a.example', '203.0.113.20', 'mx.pirate.example'],
  ],
]

test.each(LINES)('%s', (_, line, [helo, reverse, ip, by]) => {
  const hop = parseReceived(line)
  expect(hop).toMatchObject({ ip, by, at: AT })
  expect(hop.helo).toBe(helo)
  if (reverse !== '203.0.113.20' && reverse !== 'unknown') expect(hop.reverse).toBe(reverse)
})

test.each([
  ['Tue, 10 Mar 2026 10:15:30 +0400', AT],
  ['10 Mar 2026 10:15:30 +0400 (heure de La Réunion)', AT],
  ['Tue, 10 Mar 26 06:15:30 UT', AT],
  ['Tue, 10 Mar 2026 06:15:30', AT],
  ['Tue, 10 Mar 2026 01:15:30 EST', AT],
  ['Tue, 10 Mar 2026 08:15:30 CEST', AT],
  ['Tue Mar 10 06:15:30 2026', AT],
  ['Tue Mar 10 07:15:30 CET 2026', AT],
  ['2026-03-10T10:15:30+04:00', AT],
  ['Tue, 10 Mar 2026 06:15:30 +9999', AT],
  ['Tue, 10 Mar 2026 10.15.30 +0400', AT],
  ['Fri, 20 Mar 2026 15:59:59 +0400', '2026-03-20T11:59:59.000Z'],
  ['Tue, 31 Feb 2026 10:15:30 +0400', null],
  ['Tue, 10 Mar 2026 25:15:30 +0400', null],
  ['hier', null],
  ['', null],
])('date « %s »', (text, expected) => {
  expect(parseMailDate(text)).toBe(expected)
})

test('no header makes the parsers throw', () => {
  const words = fc.constantFrom(
    'from',
    'by',
    'with',
    'id',
    ';',
    '(',
    ')',
    '[',
    '::',
    '1.2.3.4',
    'Tue, 10 Mar 2026',
    '10:15:30',
    '+0400',
    '99 Zzz 0000 99:99:99',
  )
  const text = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.array(fc.oneof(words, fc.string({ maxLength: 8 })), { maxLength: 40 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(text, (value) => {
      parseReceived(value)
      parseMailDate(value)
    }),
    { numRuns: 2000 },
  )
})

test('long headers are read in no time', () => {
  const before = process.cpuUsage()
  parseReceived(`from ${'('.repeat(50_000)} by ${'a.'.repeat(50_000)}`)
  parseMailDate('1 '.repeat(100_000))
  // In time of a processor: a busy machine is no slow parser.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(500)
})
