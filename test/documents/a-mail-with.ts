import type { Instant } from '../../src/base/instant.ts'
import type { Clocks } from '../../src/evidence/evidence.ts'

/** A mail with these files, each as it is. */
export function aMailWith(
  files: readonly (readonly [name: string, content: Uint8Array])[],
  { subject = 'Candidature', text = 'Veuillez trouver nos pièces.' } = {},
): string {
  const parts = files.map(
    ([name, content]) => `--b1\r
Content-Type: application/octet-stream; name="${name}"\r
Content-Disposition: attachment; filename="${name}"\r
Content-Transfer-Encoding: base64\r
\r
${Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n')}\r
`,
  )
  return `Return-Path: <a@structure.example>\r
From: A <a@structure.example>\r
To: ami@interco.example\r
Subject: ${subject}\r
Message-ID: <1@structure.example>\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="b1"\r
\r
--b1\r
Content-Type: text/plain; charset=utf-8\r
\r
${text}\r
${parts.join('')}--b1--\r
`
}

/** The clocks of a mail that the mailbox took then. */
export function clocksAt(at: Instant): Clocks {
  return { internalDate: at, observedAt: at, fileTime: null, postmark: null }
}
