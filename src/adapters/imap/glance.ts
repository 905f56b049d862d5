import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow'
import type { MailFacts, Sighting } from '../../evidence/evidence.ts'
import {
  GLANCE_HEAD_BYTES,
  GLANCE_NAME,
  GLANCE_PARTS,
  type Glance,
  type GlanceAnswer,
  type GlancePart,
} from '../../evidence/glance.ts'
import { answerOf } from './answer.ts'
import { factsOf } from './facts.ts'

const HEADER = { key: 'HEADER', start: 0, maxLength: GLANCE_HEAD_BYTES }
const TYPE_LETTERS = 120

/**
 * Looks at one mail where it lies: EXAMINE, and its header fields with PEEK. Its content is not fetched,
 * nothing is marked, and its header fields are handed on as they came: this process reads no stranger's
 * words.
 */
export async function glanceAt(
  client: ImapFlow,
  { folder, uidValidity, uid }: Sighting,
): Promise<GlanceAnswer> {
  const mailbox = await answerOf(client, client.mailboxOpen(folder, { readOnly: true }))
  if (String(mailbox.uidValidity) !== uidValidity) return { kind: 'renumbered' }
  const found = await answerOf(
    client,
    client.fetchOne(String(uid), { uid: true, bodyStructure: true, bodyParts: [HEADER] }, { uid: true }),
  )
  const facts = (await factsOf(client, String(uid))).get(uid)
  if (found === false || found === undefined || facts === undefined) return { kind: 'gone' }
  return { kind: 'seen', glance: glanceOf(found, facts) }
}

function glanceOf(message: FetchMessageObject, { bytes, internalDate }: MailFacts): Glance {
  const leaves = message.bodyStructure === undefined ? [] : leavesOf(message.bodyStructure)
  // BODY[HEADER], though asked for in part, comes as `headers`.
  const head = message.headers ?? Buffer.alloc(0)
  return {
    bytes: bytes ?? 0,
    internalDate,
    head: head.subarray(0, GLANCE_HEAD_BYTES).toString('base64'),
    parts: leaves.slice(0, GLANCE_PARTS).map(partOf),
    isCut: leaves.length > GLANCE_PARTS,
  }
}

/**
 * The parts without parts of their own, in order; no more than are told, and one that says that there are
 * more.
 */
function leavesOf(root: MessageStructureObject): readonly MessageStructureObject[] {
  const leaves: MessageStructureObject[] = []
  const rest = [root]
  for (let node = rest.pop(); node !== undefined && leaves.length <= GLANCE_PARTS; node = rest.pop()) {
    const children = node.type === 'message/rfc822' ? [] : (node.childNodes ?? [])
    if (children.length === 0) leaves.push(node)
    rest.push(...children.toReversed())
  }
  return leaves
}

function partOf(node: MessageStructureObject): GlancePart {
  const name = node.dispositionParameters?.['filename'] ?? node.parameters?.['name'] ?? ''
  const bytes = node.size ?? 0
  return {
    mediaType: node.type.toLowerCase().slice(0, TYPE_LETTERS),
    name: name === '' ? null : name.slice(0, GLANCE_NAME),
    // Three of four letters of base64 are content; what line ends add is left to be approximate.
    bytes: node.encoding?.toLowerCase() === 'base64' ? Math.floor((bytes * 3) / 4) : bytes,
  }
}
