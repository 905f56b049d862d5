import { type Document, isCollection, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml'
import { Failure } from '../base/failure.ts'
import type { Path } from '../outline/proposed.ts'
import { withOwnLines } from './kept-lines.ts'

/** Wide enough that nothing a person wrote on a line is folded. */
const WIDTH = { lineWidth: 0, flowCollectionPadding: false } as const

/**
 * The text of a call’s file with some of its values changed: comments, order, and all that a form does not
 * know stay as they are, and a file in which nothing changed stays byte for byte.
 */
export class CallDocument {
  readonly #document: Document
  readonly #text: string
  #isChanged = false

  /** Failure('permanent', 'call-yaml') with its line where the text is no YAML. */
  constructor(text: string) {
    this.#text = text
    this.#document = parseDocument(text, { uniqueKeys: true })
    const [error] = this.#document.errors
    if (error !== undefined) {
      const line = error.linePos?.[0].line ?? 1
      throw new Failure('permanent', 'call-yaml', `line ${line}: ${error.message.split('\n')[0]}`)
    }
    readable(this.#document)
    if (!isMap(this.#document.contents))
      throw new Failure('permanent', 'call-yaml', 'line 1: a call’s file is a list of keys with their values')
  }

  get text(): string {
    if (!this.#isChanged) return this.#text
    const changed = this.#document.toString(WIDTH)
    const plain = parseDocument(this.#text).toString(WIDTH)
    const own = withOwnLines(this.#text, plain, changed)
    return own !== null && isSame(parsedValue(own), this.#document.toJS()) ? own : changed
  }

  /** What stands there, as plain values; undefined where nothing does. */
  at(path: Path): unknown {
    const node = this.#document.getIn([...path], true)
    if (isScalar(node)) return node.value
    return isCollection(node) ? node.toJS(this.#document) : undefined
  }

  /** Undefined takes the key away. */
  set(path: Path, value: unknown): void {
    if (isSame(this.at(path), value)) return
    this.#isChanged = true
    if (value === undefined) {
      this.#document.deleteIn([...path])
      return
    }
    const node = this.#document.getIn([...path], true)
    // The comment beside a value is about it, whatever it becomes.
    if (isScalar(node) && (typeof value !== 'object' || value === null)) node.value = value
    else this.#put(path, value, isSeq(node) && node.flow === true)
  }

  #put(path: Path, value: unknown, isFlow: boolean): void {
    const before = this.#document.getIn([...path], true)
    const made = this.#document.createNode(value, { flow: isFlow && isFlat(value) })
    visit(made, {
      Seq(_, list) {
        if (isShort(list.toJSON())) list.flow = true
      },
    })
    if (isCollection(before) && isCollection(made)) {
      made.comment = before.comment ?? null
      made.commentBefore = before.commentBefore ?? null
    }
    this.#makeWay(path)
    this.#document.setIn([...path], made)
  }

  /** Maps above a value that is the first of them. */
  #makeWay(path: Path): void {
    for (let length = 1; length < path.length; length += 1) {
      const above = path.slice(0, length)
      if (isCollection(this.#document.getIn(above, true))) continue
      this.#document.setIn(above, this.#document.createNode(typeof path[length] === 'number' ? [] : {}))
    }
  }

  /** Which of a list’s items are kept, by their places; those that are not are gone. */
  keep(path: Path, kept: readonly number[]): void {
    const node = this.#document.getIn([...path], true)
    if (!isSeq(node) || node.items.every((_, index) => kept.includes(index))) return
    this.#isChanged = true
    node.items = kept.flatMap((index) => node.items[index] ?? [])
  }
}

/** Failure('permanent', 'call-yaml') for a text whose references grow beyond measure. */
function readable(document: Document): void {
  try {
    document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new Failure('permanent', 'call-yaml', 'line 1: its references cannot be followed', { cause: error })
  }
}

const LONGEST_ON_A_LINE = 90

/** A list that reads well on its line. */
function isShort(value: unknown): boolean {
  const text = JSON.stringify(value)
  return Array.isArray(value) && !text.includes('{') && value.length > 0 && text.length <= LONGEST_ON_A_LINE
}

function isFlat(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one !== 'object')
}

/** Undefined of what is no YAML any more. */
function parsedValue(text: string): unknown {
  const document = parseDocument(text)
  return document.errors.length > 0 ? undefined : document.toJS()
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === null && other === undefined) return true
  return JSON.stringify(one) === JSON.stringify(other)
}
