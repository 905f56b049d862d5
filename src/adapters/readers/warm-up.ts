import { readFile } from './read-file.ts'

/** The shortest form that says something: nine files in ten are PDFs, and each has pages, text and perhaps fields. */
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

/**
 * Loads what nearly every mail needs, before the first: whoever waits for a reader waits for its mail alone, and its turn
 * is not counted from a process that is still starting.
 */
export async function warmUp(): Promise<void> {
  await readFile({ name: 'a.pdf', declaredType: 'application/pdf', content: Buffer.from(FORM) })
}
