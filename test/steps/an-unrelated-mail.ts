/** A mail that has nothing to do with any call; with files, when given: name, type, content. */
export function unrelatedMail(
  subject: string,
  files: readonly (readonly [name: string, type: string, content: Uint8Array])[] = [],
): string {
  const parts = files.map(
    ([name, type, content]) => `--b1
Content-Type: ${type}; name="${name}"
Content-Disposition: attachment; filename="${name}"
Content-Transfer-Encoding: base64

${Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\n')}
`,
  )
  return `Return-Path: <comptabilite@fournisseur.example>
From: Comptes Fournisseur <comptabilite@fournisseur.example>
To: ami@interco.example
Subject: ${subject}
Message-ID: <${subject.replace(/\W/g, '')}@fournisseur.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

Bonjour, notre facture de fournitures de bureau du mois.
${parts.join('')}--b1--
`
}
