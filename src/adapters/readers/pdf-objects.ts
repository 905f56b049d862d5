import { PDFDocument, PDFName, PDFRadioGroup, PDFSignature } from '@cantoo/pdf-lib'
import type { Member } from './opened.ts'
import { type PdfPicture, picturesOf } from './pdf-pictures.ts'

/** What the object tree of a PDF says and its text does not. */
export interface PdfObjects {
  /** By field name: the chosen option of each radio group, '' when none is. */
  readonly radios: ReadonlyMap<string, string>
  /** Names of the signature fields that hold a signature. */
  readonly signed: ReadonlySet<string>
  readonly pictures: readonly PdfPicture[]
  /** Files embedded in it, as in a portfolio or a dossier made by joining. */
  readonly embedded: readonly Member[]
}

const NOTHING: PdfObjects = { radios: new Map(), signed: new Set(), pictures: [], embedded: [] }

/**
 * Reads radio groups (pdfjs 5 gives an index where the option is meant), signatures and the sizes of
 * pictures. Not even one of these is worth a file: a tree too damaged for this library gives nothing.
 */
export async function pdfObjects(content: Uint8Array): Promise<PdfObjects> {
  const document = await load(content)
  if (document === null) return NOTHING
  return {
    ...fieldsOf(document),
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

function fieldsOf(document: PDFDocument): Pick<PdfObjects, 'radios' | 'signed'> {
  const radios = new Map<string, string>()
  const signed = new Set<string>()
  try {
    // getForm() creates an AcroForm where there is none.
    if (document.catalog.getAcroForm() === undefined) return { radios, signed }
    for (const field of document.getForm().getFields()) {
      if (field instanceof PDFRadioGroup) radios.set(field.getName(), field.getSelected() ?? '')
      if (field instanceof PDFSignature && field.acroField.dict.lookup(PDFName.of('V')) !== undefined) {
        signed.add(field.getName())
      }
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
  return { radios, signed }
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
