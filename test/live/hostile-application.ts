const SCRIPT = '<script>window.hacked = 1</script><img src=x onerror="window.hacked=1">'

/** An application whose every word tries to leave its place. */
export function hostileApplication(): Buffer {
  const name = `Société Hostile "><b onmouseover=alert(1)> & ${'W'.repeat(60)} \u202Efdp.exe`
  const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
  const lines = [
    'Received: from mail.example by mx.cirest.fr; Tue, 22 Nov 2022 10:00:00 +0400',
    'Return-Path: <contact@structure-hostile.example>',
    `From: ${encoded(`"><svg onload=alert(1)> ${SCRIPT}`)} <contact@structure-hostile.example>`,
    'To: dayal@cirest.fr',
    `Subject: ${encoded(`Candidature AMI Territoires d'industrie ${SCRIPT}`)}`,
    'Message-ID: <hostile@structure-hostile.example>',
    'Date: Tue, 22 Nov 2022 10:00:00 +0400',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(
      `Bonjour, voici la candidature à l'appel à manifestation d'intérêt Territoires d'industrie.\n${SCRIPT}\njavascript:alert(1)`,
    ).toString('base64'),
    '--b',
    `Content-Type: text/plain; charset=utf-8`,
    `Content-Disposition: attachment; filename="${encoded(`formulaire ${'x'.repeat(120)} "><b>.txt`)}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(
      `Lettre de manifestation d'intérêt\nJe soussignée, représentante, manifeste l’intérêt de la structure.\nNom de la structure : ${name}\nTéléphone : 0262 11 22 33\nCourriel : contact@structure-hostile.example\n${SCRIPT}\n`,
    ).toString('base64'),
    '--b--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
