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
    ...attached(
      'plan.svg',
      'image/svg+xml',
      `<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=1">${SCRIPT}</svg>`,
    ),
    ...attached(
      'projet.html',
      'text/html',
      `<html><body onload="window.hacked=1">Projet et actions ${SCRIPT}<iframe src="http://ailleurs.example/"></iframe></body></html>`,
    ),
    ...attached('presentation.pdf', 'application/pdf', pdfThatRuns()),
    '--b--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

function attached(name: string, type: string, content: string): readonly string[] {
  return [
    '--b',
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content).toString('base64'),
  ]
}

/** A page that runs a script and calls elsewhere when a viewer of PDF files opens it. */
function pdfThatRuns(): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 300 200]/A<</S/URI/URI(http://ailleurs.example/)>>>>]/AA<</O<</S/JavaScript/JS(app.alert(2))>>>>>>',
    '<</Length 70>>stream\nBT /F 14 Tf 20 100 Td (Presentation <script>hacked=1</script>) Tj ET\nendstream',
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('')
  return `%PDF-1.7\n${body}trailer<</Root 1 0 R/Size 5>>\n%%EOF`
}
