import { PDFDict, PDFDocument, PDFName, PDFRadioGroup, PDFSignature, PDFStream } from '@cantoo/pdf-lib'
import type { Reading } from '../../documents/document.ts'
import type { Member } from './opened.ts'

/** What the object tree of a PDF says and its text does not. */
export interface PdfObjects {
  /** By field name: the chosen option of each radio group, '' when none is. */
  readonly radios: ReadonlyMap<string, string>
  /** Names of the signature fields that hold a signature. */
  readonly signed: ReadonlySet<string>
  readonly pictures: Reading['pictures']
  /** Files embedded in it, as in a portfolio or a dossier made by joining. */
  readonly embedded: readonly Member[]
}

const NOTHING: PdfObjects = { radios: new Map(), signed: new Set(), pictures: [], embedded: [] }

/** Pages whose pictures are listed: signatures stand in a form or letter, not on page 60 of a brochure. */
const PICTURE_PAGES = 50

/**
 * Reads radio groups (pdfjs 5 gives an index where the option is meant), signatures and the sizes of
 * pictures. Not even one of these is worth a file: a tree too damaged for this library gives nothing.
 */
export async function pdfObjects(content: Uint8Array): Promise<PdfObjects> {
  const document = await load(content)
  if (document === null) return NOTHING
  return { ...fieldsOf(document), pictures: picturesOf(document), embedded: embeddedIn(document) }
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

function picturesOf(document: PDFDocument): Reading['pictures'] {
  const pictures: Reading['pictures'] = []
  try {
    document
      .getPages()
      .slice(0, PICTURE_PAGES)
      .forEach((page, index) => {
        const resources = page.node.Resources()
        for (const size of imagesIn(resources, 1)) pictures.push({ page: index + 1, ...size })
      })
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
  return pictures
}

function embeddedIn(document: PDFDocument): Member[] {
  try {
    return document.getAttachments().map(({ name, data }) => ({ name, content: data }))
  } catch (error) {
    if (error instanceof Error) return []
    throw error
  }
}

/** Sizes in pixels of the images that resources name, and those of the forms drawn there, one level down. */
function imagesIn(resources: PDFDict | undefined, depth: number): { width: number; height: number }[] {
  const objects = resources?.lookup(PDFName.of('XObject'))
  if (!(objects instanceof PDFDict)) return []
  return objects.keys().flatMap((key) => {
    const object = objects.lookup(key)
    if (!(object instanceof PDFStream)) return []
    const subtype = object.dict.lookup(PDFName.of('Subtype'))
    if (subtype === PDFName.of('Image')) return [sizeOf(object)]
    const inner = object.dict.lookup(PDFName.of('Resources'))
    return depth > 0 && inner instanceof PDFDict ? imagesIn(inner, depth - 1) : []
  })
}

function sizeOf(image: PDFStream): { width: number; height: number } {
  const side = (name: string): number => Number(String(image.dict.lookup(PDFName.of(name)) ?? 0)) || 0
  return { width: side('Width'), height: side('Height') }
}
