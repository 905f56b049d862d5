import { PDFDocument, PDFName, PDFSignature } from '@cantoo/pdf-lib'
import { signatureVerifies } from './pdf-signatures.ts'

/**
 * Signature fields that hold a signature, by name: whether it verifies. Not even a signature is worth a file:
 * a tree too damaged for this library gives none.
 */
export async function signedFields(content: Uint8Array): Promise<ReadonlyMap<string, boolean>> {
  const signed = new Map<string, boolean>()
  for (const [name, value] of await signaturesIn(content))
    signed.set(name, await signatureVerifies(content, value))
  return signed
}

async function signaturesIn(content: Uint8Array): Promise<ReadonlyMap<string, unknown>> {
  const signatures = new Map<string, unknown>()
  try {
    const document = await PDFDocument.load(content, {
      password: '',
      preserveXFA: true,
      updateMetadata: false,
      throwOnInvalidObject: false,
    })
    // getForm() creates an AcroForm where there is none.
    if (document.catalog.getAcroForm() === undefined) return signatures
    for (const field of document.getForm().getFields()) {
      if (!(field instanceof PDFSignature)) continue
      const value = field.acroField.dict.lookup(PDFName.of('V'))
      if (value !== undefined) signatures.set(field.getName(), value)
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
  return signatures
}
