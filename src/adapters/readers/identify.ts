const PDF = Buffer.from('%PDF-')

/**
 * What a file is, by its content alone: the name and the declared type are the sender's word. Most are PDFs,
 * and begin as nothing else does: the probes for all other types are loaded with the first file that needs
 * them.
 */
export async function identify(content: Uint8Array): Promise<string> {
  if (PDF.equals(content.subarray(0, PDF.length))) return 'application/pdf'
  const { probe } = await import('./probes.ts')
  return probe(content)
}
