import { SaxesParser } from 'saxes'

/** An element of a description: its name, attributes, text and children, in order. */
export interface Element {
  readonly name: string
  readonly uri: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Throws where it is not well-formed. */
export function elementsOf(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true })
  const open: Element[] = []
  let root: Element | null = null
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, uri, attributes }) => {
    const plain = Object.entries(attributes).map(([key, one]) => [key, one.value] as const)
    const element: Element = { name, uri, attributes: Object.fromEntries(plain), children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  if (root === null) throw new Error('there is no element')
  return root
}

export function within(element: Element, name: string): readonly Element[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((one) => within(one, name)),
  ]
}

/** `one`, `optional` or `many` of an element, in the order of its parent's sequence. */
type Sequence = readonly (readonly [name: string, count: 'one' | 'optional' | 'many'])[]

/** What the schema of SEDA 2.1 lets stand in each element that we write, in its order (seda-2.1-main, -technical, -descriptive). */
const SEQUENCES: Readonly<Record<string, Sequence>> = {
  ArchiveTransfer: [
    ['Comment', 'many'],
    ['Date', 'one'],
    ['MessageIdentifier', 'one'],
    ['Signature', 'optional'],
    ['ArchivalAgreement', 'optional'],
    ['CodeListVersions', 'one'],
    ['DataObjectPackage', 'optional'],
    ['RelatedTransferReference', 'many'],
    ['TransferRequestReplyIdentifier', 'optional'],
    ['ArchivalAgency', 'one'],
    ['TransferringAgency', 'one'],
  ],
  CodeListVersions: [
    ['ReplyCodeListVersion', 'optional'],
    ['MessageDigestAlgorithmCodeListVersion', 'optional'],
    ['MimeTypeCodeListVersion', 'optional'],
  ],
  DataObjectPackage: [
    ['BinaryDataObject', 'many'],
    ['DescriptiveMetadata', 'one'],
    ['ManagementMetadata', 'one'],
  ],
  BinaryDataObject: [
    ['Uri', 'optional'],
    ['MessageDigest', 'one'],
    ['Size', 'optional'],
    ['Compressed', 'optional'],
    ['FormatIdentification', 'optional'],
    ['FileInfo', 'optional'],
  ],
  FormatIdentification: [
    ['FormatLitteral', 'optional'],
    ['MimeType', 'optional'],
  ],
  FileInfo: [['Filename', 'one']],
  DescriptiveMetadata: [['ArchiveUnit', 'many']],
  ManagementMetadata: [
    ['ArchivalProfile', 'optional'],
    ['LegalStatus', 'optional'],
    ['OriginatingAgencyIdentifier', 'optional'],
    ['SubmissionAgencyIdentifier', 'optional'],
  ],
  ArchiveUnit: [
    ['Management', 'optional'],
    ['Content', 'one'],
    ['ArchiveUnit', 'many'],
    ['DataObjectReference', 'many'],
  ],
  Content: [
    ['DescriptionLevel', 'optional'],
    ['Title', 'many'],
    ['OriginatingAgencyArchiveUnitIdentifier', 'many'],
    ['Description', 'many'],
    ['Language', 'many'],
    ['ReceivedDate', 'optional'],
  ],
  DataObjectReference: [['DataObjectReferenceId', 'one']],
  ArchivalAgency: [['Identifier', 'one']],
  TransferringAgency: [['Identifier', 'one']],
}

/** What does not stand where the schema wants it, in words. */
export function schemaFaults(element: Element): readonly string[] {
  const sequence = SEQUENCES[element.name]
  const inner = element.children.flatMap(schemaFaults)
  if (sequence === undefined)
    return element.children.length === 0 ? [] : [`${element.name} may hold no element`, ...inner]
  const names = element.children.map(({ name }) => name)
  const rank = (name: string) => sequence.findIndex(([one]) => one === name)
  const wrong = names.flatMap((name, index) => {
    if (rank(name) < 0) return [`${element.name} may not hold ${name}`]
    return index > 0 && rank(names[index - 1] ?? '') > rank(name) ? [`${name} stands too late`] : []
  })
  const counted = sequence.flatMap(([name, count]) => {
    const found = names.filter((one) => one === name).length
    const isRight = count === 'many' || found === 1 || (count === 'optional' && found === 0)
    return isRight ? [] : [`${element.name} holds ${found} of ${name}`]
  })
  return [...wrong, ...counted, ...inner]
}
