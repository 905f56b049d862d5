import type { Document } from '../documents/document.ts'
import { counted, octets } from './french.ts'
import { type Block, type FileLine, paragraph, type Section } from './layout.ts'
import { fileLabel } from './sentences.ts'

const FILES_AT_MOST = 60

/** What was attached, as it was sent: neither the mail’s own text nor what only a link names. */
export function filesReceived(documents: readonly Document[]): readonly Document[] {
  return documents.filter(
    (document) =>
      document.kind !== 'body' && document.problem !== 'external_link' && document.kind !== 'staff_entry',
  )
}

/**
 * Every part that came, with its size and its fingerprint: what is to be read, then pictures of the layout,
 * signatures and what programs add. Only of a mail without any it is said that there was none.
 */
export function filesSection(documents: readonly Document[], neutral: boolean): Section {
  const files = filesReceived(documents)
  const added = files.filter((document) => document.roles.some((role) => role.role === 'decor'))
  const sent = files.filter((document) => !added.includes(document))
  if (files.length === 0)
    return {
      title: 'Fichiers reçus',
      blocks: [paragraph('Votre courriel ne comportait pas de fichier joint ; son texte est conservé.')],
    }
  const blocks = [...fileList(sent, neutral ? 'fichier' : null)]
  if (added.length > 0)
    blocks.push(paragraph(besides(added.length, sent.length)), ...fileList(added, neutral ? 'élément' : null))
  if (neutral) blocks.push(paragraph(WHY_NEUTRAL))
  blocks.push(
    paragraph('L’empreinte SHA-256 permet de vérifier qu’un fichier est bien celui que vous avez envoyé.'),
  )
  const title = sent.length > 0 ? `Fichiers reçus\u00A0: ${sent.length}` : 'Fichiers reçus'
  return { title, blocks }
}

function besides(added: number, sent: number): string {
  const what = `${counted(added, 'élément', 'éléments')} de mise en page ou de signature`
  if (sent === 0) return `Votre courriel comportait, outre son texte, ${what} :`
  return `${added === 1 ? 'S’y ajoute' : 'S’y ajoutent'} ${what} :`
}

/** Said in the place of names and of the check. */
const WHY_NEUTRAL =
  'L’origine de ce courriel n’a pas pu être vérifiée par nos serveurs. Par précaution, le présent accusé n’en reprend ni l’objet ni les noms de fichiers et ne dit rien de leur contenu ; le service vous renseignera sur simple demande, en rappelant la référence.'

/** `neutral`: what stands in the place of names. */
function fileList(documents: readonly Document[], neutral: string | null): readonly Block[] {
  if (documents.length === 0) return []
  const rest = documents.length - FILES_AT_MOST
  const list: Block = {
    kind: 'files',
    files: documents
      .slice(0, FILES_AT_MOST)
      .map((document, index) =>
        fileLine(document, neutral === null ? fileLabel(document.name) : `${neutral} ${index + 1}`),
      ),
  }
  if (rest <= 0) return [list]
  return [
    list,
    paragraph(`… et ${counted(rest, 'autre fichier, conservé', 'autres fichiers, conservés')} de même.`),
  ]
}

function fileLine(document: Document, name: string): FileLine {
  return { name, size: octets(document.bytes), sha256: document.sha256 }
}
