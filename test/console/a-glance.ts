import type { GlanceAnswer, LookAt } from '../../src/evidence/glance.ts'

const EVIL = '<script>hacked=1</script><img src=x onerror=alert(1)>\u202Egnp.exe'

/** What the mailbox shows of a mail with this head. */
export function glanceOf(head: string): GlanceAnswer {
  return {
    kind: 'seen',
    glance: {
      bytes: 123_456,
      internalDate: null,
      head: Buffer.from(head).toString('base64'),
      parts: [
        { mediaType: 'text/plain', name: null, bytes: 300 },
        { mediaType: 'application/pdf', name: `facture ${EVIL}.pdf`, bytes: 100_000 },
        { mediaType: 'application/x-msdownload', name: 'trèslong'.repeat(20), bytes: 3_400_000 },
      ],
      isCut: true,
    },
  }
}

/** A mail whose every word would do something, if a page let it. */
export const hostileGlance: LookAt = async () =>
  glanceOf(
    `From: "${EVIL}" <voleur@ailleurs.example>\r\nTo: ${'a@b.example, '.repeat(400)}c@d.example\r\nSubject: =?utf-8?B?${Buffer.from(EVIL.repeat(40)).toString('base64')}?=\r\nDate: jamais\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n`,
  )
