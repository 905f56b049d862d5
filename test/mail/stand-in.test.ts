import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../src/adapters/archive/content.ts'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import { createReaders } from '../../src/adapters/readers/readers.ts'
import { alarmsOfCall } from '../../src/alarm/of-the-call.ts'
import type { Fingerprint } from '../../src/base/ids.ts'
import type { Instant } from '../../src/base/instant.ts'
import { setAsideInWords } from '../../src/digest/words.ts'
import { isStandIn, STAND_IN } from '../../src/mail/signs/stand-in.ts'
import type { Vitals } from '../../src/register/vitals.ts'
import { clocksAt } from '../documents/a-mail-with.ts'
import { rawFixture, readFixture } from './read-fixture.ts'
import { sampleCall } from './sample-call.ts'

const AT = '2026-01-10T06:15:30.000Z' as Instant
const FINGERPRINT = 'a'.repeat(64) as Fingerprint

async function says(lines: readonly string[]): Promise<boolean> {
  const { mail } = await createMailParser().parse(Buffer.from(lines.join('\r\n')))
  return isStandIn(mail)
}

const TOLD = ['Betreff: Bewerbung', 'Von: "Luc Grondin" (luc@usine.example)', 'Gesendet am: 10.03.2026 06:18']

describe('what a server hands over in the place of a mail', () => {
  it.each(['stand-in-for-a-kept-mail', 'stand-in-in-french'])('%s is told', async (name) => {
    expect(isStandIn((await readFixture(name)).mail)).toBe(true)
  })

  it('is told in any language by what it tells of, with or without a number in its subject', async () => {
    const head = ['From: Microsoft Exchange', 'Date: Tue, 10 Mar 2026 10:20:10 +0400']
    expect(await says([...head, 'Subject: Nachricht nicht abrufbar', '', ...TOLD])).toBe(true)
    expect(await says([...head, 'Subject: POP3: 20004', '', 'Berichten kan niet worden opgehaald.'])).toBe(
      true,
    )
  })

  it('is no mail that came a way, that somebody sent, or that is a draft', async () => {
    const subject = 'Subject: IMAP4 20004'
    expect(await says(['From: Exchange', 'Received: from a by b; x', subject, '', ...TOLD])).toBe(false)
    expect(await says(['From: Luc <luc@usine.example>', subject, '', ...TOLD])).toBe(false)
    expect(await says([subject, '', ...TOLD])).toBe(false)
    expect(await says(['From: Luc', 'Message-ID: <a@b>', 'Subject: Dossier', '', ...TOLD])).toBe(false)
  })

  it('stops where the mail is opened, before anything is read', async () => {
    const raw = rawFixture('stand-in-in-french')
    await using reader = createReaders({ processes: 1 })
    const inHand = { fingerprint: await fingerprintOf(raw), clocks: clocksAt(AT) }
    await expect(reader.readMail(raw, inHand, [sampleCall])).rejects.toMatchObject({
      kind: 'permanent',
      code: STAND_IN,
    })
  })

  it('is told at once, with what to do', () => {
    const held = {
      fingerprint: FINGERPRINT,
      callId: sampleCall.id,
      number: null,
      reason: 'quarantined',
      fate: 'quarantined' as const,
      code: STAND_IN,
      receivedAt: AT,
    }
    const vitals = { held: [held], lost: [], infected: [] } as unknown as Vitals
    const [alarm, ...others] = alarmsOfCall(vitals, sampleCall, AT)
    expect(others).toEqual([])
    expect(alarm).toMatchObject({ key: `kept-back-${FINGERPRINT}`, reader: 'staff' })
    expect(alarm?.sentence).toContain('ouvrez-le dans votre messagerie')
    expect(setAsideInWords('not-a-mail')).toBe('il n’a pas pu être lu')
  })
})
