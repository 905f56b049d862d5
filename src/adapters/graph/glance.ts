import { z } from 'zod'
import type { Sighting } from '../../evidence/evidence.ts'
import {
  GLANCE_HEAD_BYTES,
  GLANCE_NAME,
  GLANCE_PARTS,
  type GlanceAnswer,
  type GlancePart,
} from '../../evidence/glance.ts'
import { FACTS, Facts, factsIn, pathOf, type Way } from './folder.ts'
import { findFolder, validityOf } from './folders.ts'

const TYPE_LETTERS = 120
const Head = Facts.extend({
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
})
const Attachments = z.object({
  value: z.array(
    z.object({
      name: z.string().nullable().default(null),
      contentType: z.string().nullable().default(null),
      size: z.int().nonnegative().default(0),
    }),
  ),
})
const PARTS = `attachments?$select=name,contentType,size&$top=${GLANCE_PARTS + 1}`

/**
 * Looks at one mail where it lies: its header fields and what is attached by name, kind and size. Its content
 * is not fetched and nothing is marked.
 */
export async function glanceAt(way: Way, sighting: Sighting): Promise<GlanceAnswer> {
  const { graph, numbering, signal } = way
  const folder = await findFolder(graph, sighting.folder, signal)
  if (validityOf(folder) !== sighting.uidValidity) return { kind: 'renumbered' }
  const id = await numbering.idOf(sighting)
  if (id === null) return { kind: 'gone' }
  const found = await graph.get(
    `${pathOf(id)}?${FACTS.replace('$select=', '$select=internetMessageHeaders,')}`,
    Head,
    signal,
  )
  const facts = factsIn(folder, found)
  if (found === null || facts === null) return { kind: 'gone' }
  const attached = (await graph.get(`${pathOf(id)}/${PARTS}`, Attachments, signal))?.value ?? []
  return {
    kind: 'seen',
    glance: {
      bytes: facts.bytes ?? 0,
      internalDate: facts.internalDate,
      head: headOf(found.internetMessageHeaders),
      parts: attached.slice(0, GLANCE_PARTS).map(partOf),
      isCut: attached.length > GLANCE_PARTS,
    },
  }
}

function headOf(fields: readonly { readonly name: string; readonly value: string }[]): string {
  const lines = fields.map(({ name, value }) => `${name}: ${value.replace(/[\r\n]+(?![ \t])/g, ' ')}\r\n`)
  return Buffer.from(lines.join('')).subarray(0, GLANCE_HEAD_BYTES).toString('base64')
}

function partOf({ name, contentType, size }: z.infer<typeof Attachments>['value'][number]): GlancePart {
  return {
    mediaType: (contentType ?? 'application/octet-stream').toLowerCase().slice(0, TYPE_LETTERS),
    name: name === null || name === '' ? null : name.slice(0, GLANCE_NAME),
    bytes: size,
  }
}
