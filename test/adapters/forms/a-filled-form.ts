import fontkit from '@cantoo/fontkit'
import { PDFDocument } from '@cantoo/pdf-lib'
import { formFonts } from '../../../src/adapters/forms/font.ts'
import { formPdf } from '../../../src/adapters/forms/form-pdf.ts'
import { theCall } from '../../documents/the-call.ts'

/** The call’s own form, filled as a program on a screen does; not saved yet. `ticked`: a category’s id. */
export async function aFilledForm(answers: Readonly<Record<string, string>>, ticked?: string) {
  const fonts = await formFonts()
  const document = await PDFDocument.load(await formPdf(theCall, fonts))
  document.registerFontkit(fontkit)
  const form = document.getForm()
  for (const [name, value] of Object.entries(answers)) form.getTextField(name).setText(value)
  if (ticked !== undefined) form.getCheckBox(`filiere_${ticked}`).check()
  form.updateFieldAppearances(await document.embedFont(fonts.plain))
  return document
}
