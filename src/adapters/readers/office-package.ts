import { localName } from './office-names.ts'
import type { XmlHandler } from './xml.ts'
import { walkXml } from './xml.ts'
import { type Archive, officePart } from './zip.ts'

/** What an office file is for; its parts may have any name (ECMA-376, part 2). */
export type OfficeKind = 'text' | 'workbook' | 'slides'

/**
 * A part that another one refers to: `kind` is the last word of the relation's type, « header », « worksheet
 * ».
 */
export interface Related {
  readonly id: string
  readonly kind: string
  readonly part: string
}

const KINDS: readonly (readonly [sign: RegExp, kind: OfficeKind, usual: string])[] = [
  [/wordprocessingml|ms-word/i, 'text', 'word/document.xml'],
  [/spreadsheetml|ms-excel/i, 'workbook', 'xl/workbook.xml'],
  [/presentationml|ms-powerpoint/i, 'slides', 'ppt/presentation.xml'],
]

/**
 * The part with which an office file begins, by its relations, its types, or the name that it usually has.
 */
export async function mainPart(
  archive: Archive,
): Promise<{ readonly part: string; readonly kind: OfficeKind } | null> {
  const types = await typesOfParts(archive)
  const related = (await relatedParts(archive, '')).find(({ kind }) => kind === 'officeDocument')?.part
  const declared = [...types].find(([, type]) => /\.main\+xml$/i.test(type))?.[0]
  const usual = KINDS.map(([, , name]) => name).find((name) => has(archive, name))
  const part = [related, declared, usual].find((name) => name !== undefined && has(archive, name))
  if (part === undefined) return null
  const type = types.get(part.toLowerCase()) ?? ''
  const kind = KINDS.find(([sign, , name]) => (type === '' ? sameFolder(name, part) : sign.test(type)))?.[1]
  return kind === undefined ? null : { part, kind }
}

/**
 * The parts inside the file that a part refers to, in the order in which they are declared; '' is the file
 * itself.
 */
export async function relatedParts(archive: Archive, part: string): Promise<readonly Related[]> {
  const cut = part.lastIndexOf('/') + 1
  const xml = await officePart(archive, `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`)
  const related: Related[] = []
  for (const attributes of tags(xml ?? '', 'Relationship')) {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode = '' } = attributes
    if (mode !== 'External')
      related.push({ id, kind: type.split('/').at(-1) ?? '', part: resolved(part, target) })
  }
  return related
}

async function typesOfParts(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const xml = (await officePart(archive, '[Content_Types].xml')) ?? ''
  return new Map(
    tags(xml, 'Override').map(({ PartName: name = '', ContentType: type = '' }) => [
      name.replace(/^\/+/, '').toLowerCase(),
      type,
    ]),
  )
}

/** Targets are written from the part that refers, or from the root; « .. » goes up. */
function resolved(part: string, target: string): string {
  const from = /^[/\\]/.test(target) ? [] : part.split('/').slice(0, -1)
  const path: string[] = []
  for (const step of [...from, ...target.replace(/\\/g, '/').split('/')]) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

function has(archive: Archive, name: string): boolean {
  return archive.entries.some((entry) => entry.fileName.toLowerCase() === name.toLowerCase())
}

function sameFolder(usual: string, part: string): boolean {
  return part.toLowerCase().startsWith(`${usual.split('/')[0] ?? ''}/`)
}

function tags(xml: string, wanted: string): Readonly<Record<string, string>>[] {
  const found: Readonly<Record<string, string>>[] = []
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (localName(name) === wanted) found.push(attributes)
    },
  }
  try {
    walkXml(xml.replace(/^\uFEFF/, ''), handler)
  } catch (error) {
    // What stood before the damage counts; without any, the usual names do.
    if (!(error instanceof Error)) throw error
  }
  return found
}
