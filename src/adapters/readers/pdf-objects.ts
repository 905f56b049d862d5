import { PDFDocument, PDFName, PDFRadioGroup, PDFSignature } from '@cantoo/pdf-lib'
import type { Member } from './opened.ts'
import { type PdfPicture, picturesOf } from './pdf-pictures.ts'
import { signatureVerifies } from './pdf-signatures.ts'

/** What the object tree of a PDF says and its text does not. */
export interface PdfObjects {
  /** By field name: the chosen option of each radio group, '' when none is. */
  readonly radios: ReadonlyMap<string, string>
  /** Signature fields that hold a signature, by name: whether it verifies. */
  readonly signed: ReadonlyMap<string, boolean>
  readonly pictures: readonly PdfPicture[]
  /** Files embedded in it, as in a portfolio or a dossier made by joining. */
  readonly embedded: readonly Member[]
}

const NOTHING: PdfObjects = { radios: new Map(), signed: new Map(), pictures: [], embedded: [] }

/**
 * Reads radio groups (pdfjs 5 gives an index where the option is meant), signatures and the sizes of
 * pictures. Not even one of these is worth a file: a tree too damaged for this library gives nothing.
 */
export async function pdfObjects(content: Uint8Array): Promise<PdfObjects> {
  const document = await load(content)
  if (document === null) return NOTHING
  const { radios, signatures } = fieldsOf(document)
  const signed = new Map<string, boolean>()
  for (const [name, value] of signatures) signed.set(name, await signatureVerifies(content, value))
  return {
    radios,
    signed,
    pictures: orNone(() => picturesOf(document)),
    embedded: orNone(() => embeddedIn(document)),
  }
}

async function load(content: Uint8Array): Promise<PDFDocument | null> {
  try {
    return await PDFDocument.load(content, {
      password: '',
      preserveXFA: true,
      updateMetadata: false,
      throwOnInvalidObject: false,
    })
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

interface Fields {
  readonly radios: Map<string, string>
  /** What signature fields hold, by name. */
  readonly signatures: Map<string, unknown>
}

function fieldsOf(document: PDFDocument): Fields {
  const radios = new Map<string, string>()
  const signatures = new Map<string, unknown>()
  try {
    // getForm() creates an AcroForm where there is none.
    if (document.catalog.getAcroForm() === undefined) return { radios, signatures }
    for (const field of document.getForm().getFields()) {
      if (field instanceof PDFRadioGroup) radios.set(field.getName(), field.getSelected() ?? '')
      if (!(field instanceof PDFSignature)) continue
      const value = field.acroField.dict.lookup(PDFName.of('V'))
      if (value !== undefined) signatures.set(field.getName(), value)
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
  return { radios, signatures }
}

function embeddedIn(document: PDFDocument): Member[] {
  return document.getAttachments().map(({ name, data }) => ({ name, content: data }))
}

/** A list that a damaged tree may not give. */
function orNone<Item>(list: () => Item[]): Item[] {
  try {
    return list()
  } catch (error) {
    if (error instanceof Error) return []
    throw error
  }
}
