import { instantFromEpoch } from '../../base/instant.ts'
import type { Calls } from '../../call/calls.ts'
import { fingerprintOf } from '../archive/content.ts'
import { FIRST_ATTEMPT, readFile } from './read-file.ts'
import { readMail } from './read-mail.ts'

/**
 * The shortest form that says something: nine files in ten are PDFs, and each has pages, text and perhaps
 * fields.
 */
const FORM = `%PDF-1.7
1 0 obj
<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[5 0 R]/Contents 4 0 R
/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>
endobj
4 0 obj
<</Length 43>>
stream
BT /F 10 Tf 50 700 Td (Raison sociale) Tj ET
endstream
endobj
5 0 obj
<</Type/Annot/Subtype/Widget/FT/Tx/T(nom)/V(Alpha)/Rect[200 695 400 710]/P 3 0 R>>
endobj
trailer
<</Root 1 0 R/Size 6>>
%%EOF
`

/** A letter and a form with an answer of each kind, and prose: whatever is looked for is looked for once. */
const LETTER = `Lettre de manifestation d’intérêt
Alpha, SARL au capital de 1 000 euros, RCS Paris 732 829 320, 1 rue de la Paix, 75002 Paris
Nom de la structure : Alpha
Forme juridique : SARL
N° SIRET : 732 829 320 00074
N° RNA : W751000000
Nom et prénom du représentant légal : Mme Anne Alpha
Qualité : Présidente
Adresse : 1 rue de la Paix
Code postal et ville : 75002 Paris
Téléphone : 01 23 45 67 89
Courriel : contact@alpha.example
Filières : ☒ Numérique ☐ Énergie ☐ Logistique

Je soussignée, Anne Alpha, présidente de la SARL Alpha, dont le siège est au 1 rue de la Paix, 75002 Paris, \
manifeste
l’intérêt de la structure pour l’appel à manifestation d’intérêt, et déclare avoir pris connaissance de son \
règlement.

Présentation de la structure
Créée en 2010, la société Alpha emploie douze personnes et conçoit des machines pour les ateliers de la \
région.
Elle a pour partenaires l’association Bêta, représentée par M. Luc Bêta, son directeur, et la commune de \
Gamma.

Le projet
Le projet consiste à équiper un atelier, pour un budget de 120 000 euros, de janvier à décembre. Il créera \
trois emplois.

Fait à Paris, le 10 janvier 2022
Signature et cachet :
Anne Alpha, présidente
`
const MAIL = `From: Alpha <alpha@alpha.example>\r
To: appel@collectivite.example\r
Subject: Candidature\r
Date: Mon, 10 Jan 2022 10:00:00 +0400\r
Message-ID: <1@alpha.example>\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="b"\r
\r
--b\r
Content-Type: text/plain; charset=utf-8\r
\r
Bonjour,\r
Veuillez trouver ci-joint notre candidature.\r
Raison sociale : Alpha\r
SIRET : 732 829 320 00074\r
T\u00e9l\u00e9phone : 02 62 00 00 00\r
Adresse : 1 rue de la Paix, 75002 Paris\r
--b\r
Content-Type: text/plain; charset=utf-8; name="lettre.txt"\r
Content-Disposition: attachment\r
\r
${LETTER}\r
--b\r
Content-Type: application/pdf; name="a.pdf"\r
Content-Transfer-Encoding: base64\r
\r
${Buffer.from(FORM).toString('base64')}\r
--b--\r
`
const AT = instantFromEpoch(0)

/**
 * Reads a short mail for these calls, and forgets it: the first of a new process takes ten times what the
 * next ones do, and more than a turn.
 */
export async function warmUpFor(calls: Calls): Promise<void> {
  const raw = Buffer.from(MAIL)
  const clocks = { internalDate: AT, observedAt: AT, fileTime: null, postmark: null }
  await readMail({ fingerprint: await fingerprintOf(raw), clocks, closed: [] }, raw, calls, FIRST_ATTEMPT)
}

/**
 * Loads what nearly every mail needs, before the first: whoever waits for a reader waits for its mail alone,
 * and its turn is not counted from a process that is still starting.
 */
export async function warmUp(): Promise<void> {
  await readFile({ name: 'a.pdf', declaredType: 'application/pdf', content: Buffer.from(FORM) })
}
