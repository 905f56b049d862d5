import type { Instant } from '../base/instant.ts'
import { withoutUnseen } from '../base/unseen.ts'

/** A file of the package, by its path below the package's folder. */
export interface PackedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly mediaType: string
}

/** What belongs together in the package: described for the archives, with its files and what is below it. */
export interface Unit {
  readonly level: 'RecordGrp' | 'File' | 'Item'
  readonly title: string
  /** As the authority calls it: a registration number, a fingerprint. */
  readonly identifier?: string
  readonly description?: string
  readonly receivedAt?: Instant
  readonly files: readonly PackedFile[]
  readonly units: readonly Unit[]
}

/** Who hands over to whom, and what. */
export interface Transfer {
  readonly identifier: string
  readonly at: Instant
  readonly comment: string
  /** Identifiers as the archives know them. */
  readonly archivalAgency: string
  readonly transferringAgency: string
  readonly unit: Unit
}

const NAMESPACE = 'fr:gouv:culture:archivesdefrance:seda:v2.1'
/** How the digest of each file is named (XML Signature). */
const ALGORITHM = 'http://www.w3.org/2001/04/xmlenc#sha256'

/**
 * The description of a package as archives take it: an ArchiveTransfer of SEDA 2.1. Elements stand in the
 * order of its schema; each file is a BinaryDataObject with its digest, to which one unit refers. It decides
 * nothing of what becomes of them.
 */
export function archiveTransfer(transfer: Transfer): string {
  const ids = new Map(filesOf(transfer.unit).map((file, index) => [file.path, `F${index + 1}`]))
  const units = new Counter()
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<ArchiveTransfer xmlns="${NAMESPACE}">`,
    element('Comment', transfer.comment),
    element('Date', transfer.at),
    element('MessageIdentifier', transfer.identifier),
    '<CodeListVersions>',
    element('MessageDigestAlgorithmCodeListVersion', ALGORITHM),
    '</CodeListVersions>',
    '<DataObjectPackage>',
    ...filesOf(transfer.unit).map((file) => binary(file, ids.get(file.path) ?? '')),
    '<DescriptiveMetadata>',
    unitElement(transfer.unit, ids, units),
    '</DescriptiveMetadata>',
    '<ManagementMetadata>',
    element('LegalStatus', 'Public Archive'),
    element('OriginatingAgencyIdentifier', transfer.transferringAgency),
    '</ManagementMetadata>',
    '</DataObjectPackage>',
    `<ArchivalAgency>${element('Identifier', transfer.archivalAgency)}</ArchivalAgency>`,
    `<TransferringAgency>${element('Identifier', transfer.transferringAgency)}</TransferringAgency>`,
    '</ArchiveTransfer>',
    '',
  ].join('\n')
}

/** Files of a unit and of all below it. */
export function filesOf({ files, units }: Unit): readonly PackedFile[] {
  return [...files, ...units.flatMap(filesOf)]
}

function binary({ path, bytes, sha256, mediaType }: PackedFile, id: string): string {
  const name = path.split('/').at(-1) ?? path
  // The schema knows no size of zero.
  const size = bytes > 0 ? element('Size', String(bytes)) : ''
  return (
    `<BinaryDataObject id="${id}">${element('Uri', path)}` +
    `<MessageDigest algorithm="${ALGORITHM}">${sha256}</MessageDigest>${size}` +
    `<FormatIdentification>${element('MimeType', mediaType)}</FormatIdentification>` +
    `<FileInfo>${element('Filename', name)}</FileInfo></BinaryDataObject>`
  )
}

class Counter {
  #last = 0
  next(): string {
    this.#last += 1
    return `U${this.#last}`
  }
}

function unitElement(unit: Unit, ids: ReadonlyMap<string, string>, counter: Counter): string {
  const { level, title, identifier, description, receivedAt, files, units } = unit
  const id = counter.next()
  return [
    `<ArchiveUnit id="${id}">`,
    '<Content>',
    element('DescriptionLevel', level),
    element('Title', title),
    ...(identifier === undefined ? [] : [element('OriginatingAgencyArchiveUnitIdentifier', identifier)]),
    ...(description === undefined ? [] : [element('Description', description)]),
    element('Language', 'fr'),
    ...(receivedAt === undefined ? [] : [element('ReceivedDate', receivedAt)]),
    '</Content>',
    ...units.map((one) => unitElement(one, ids, counter)),
    ...files.map(
      ({ path }) =>
        `<DataObjectReference>${element('DataObjectReferenceId', ids.get(path) ?? '')}</DataObjectReference>`,
    ),
    '</ArchiveUnit>',
  ].join('\n')
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`
}

/** XML has no place for controls and for halves of a pair. */
function escaped(text: string): string {
  return withoutUnseen(text.replace(/[^\P{Cc}\n\t]/gu, ' '))
    .replace(/\p{Cs}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
