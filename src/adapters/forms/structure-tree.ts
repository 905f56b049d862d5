import {
  type PDFDict,
  type PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { Failure } from '../../base/failure.ts'

/** What a piece of a page is to whoever does not see it (ISO 32000-1, 14.8.4). */
export type Tag = 'H1' | 'H2' | 'P'

/**
 * The structure tree of a document while it is drawn (ISO 32000-1, 14.7): its elements in reading order, and
 * the way back to them from marks on pages and from fields. pdf-lib draws, but knows nothing of tags.
 */
export class StructureTree {
  readonly #document: PDFDocument
  readonly #body: PDFRef
  readonly #elements: PDFRef[] = []
  /** The elements of each page, by the number of their mark. */
  readonly #marked = new Map<PDFPage, PDFRef[]>()
  readonly #fields: { readonly place: PDFDict; readonly element: PDFRef }[] = []

  constructor(document: PDFDocument) {
    this.#document = document
    this.#body = document.context.nextRef()
  }

  /** What `draw` draws on the page is one element. */
  text(tag: Tag, page: PDFPage, draw: () => void): void {
    const marked = this.#marked.get(page) ?? []
    this.#marked.set(page, marked)
    const mark = marked.length
    marked.push(this.#element(tag, { Pg: page.ref, K: mark }))
    between(page, [PDFName.of(tag), `<</MCID ${mark}>>`], draw)
  }

  /** What `draw` draws says nothing that a listener needs: a page number, a line (ISO 32000-1, 14.8.2.2). */
  artifact(page: PDFPage, type: 'Pagination' | 'Layout', draw: () => void): void {
    between(page, [PDFName.of('Artifact'), `<</Type /${type}>>`], draw)
  }

  /** The place of a form's field on a page. */
  field(page: PDFPage, place: PDFDict): void {
    const reference = this.#document.context.getObjectRef(place)
    if (reference === undefined)
      throw new Failure('bug', 'field-without-place', 'a field is tagged once it stands on its page')
    const kid = { Type: 'OBJR', Obj: reference, Pg: page.ref }
    this.#fields.push({ place, element: this.#element('Form', { Pg: page.ref, K: kid }) })
  }

  /** Writes the tree; nothing may be drawn afterwards. */
  finish(): void {
    const { context, catalog } = this.#document
    const root = context.nextRef()
    const parents: (number | PDFRef)[] = []
    const enter = (from: PDFDict, key: string, to: PDFRef): void => {
      const number = parents.length / 2
      from.set(PDFName.of(key), context.obj(number))
      parents.push(number, to)
    }
    for (const [page, marked] of this.#marked)
      enter(page.node, 'StructParents', context.register(context.obj(marked)))
    for (const { place, element } of this.#fields) enter(place, 'StructParent', element)
    const count = parents.length / 2
    const body = { Type: 'StructElem', S: 'Document', P: root, K: this.#elements }
    const tree = { Type: 'StructTreeRoot', K: this.#body, ParentTree: { Nums: parents } }
    context.assign(this.#body, context.obj(body))
    context.assign(root, context.obj({ ...tree, ParentTreeNextKey: count }))
    catalog.set(PDFName.of('StructTreeRoot'), root)
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  }

  #element(
    tag: Tag | 'Form',
    parts: { readonly Pg: PDFRef; readonly K: number | Record<string, string | PDFRef> },
  ): PDFRef {
    const { context } = this.#document
    const element = context.register(context.obj({ Type: 'StructElem', S: tag, P: this.#body, ...parts }))
    this.#elements.push(element)
    return element
  }
}

function between(page: PDFPage, mark: [PDFName, string], draw: () => void): void {
  page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, mark))
  draw()
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent))
}
