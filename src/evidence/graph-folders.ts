/** Names by which Microsoft Graph knows folders, whatever language people see them in. */
const WELL_KNOWN = /^(inbox|junkemail|archive|sentitems|deleteditems|drafts|msgfolderroot)$/i

/** Whether a path is one such name, and nothing below it. */
export function isWellKnown(path: string): boolean {
  return WELL_KNOWN.test(path.trim())
}

/** A path as it is kept: where it begins with a name that Graph knows, that is in small letters. */
export function folderPath(path: string): string {
  const [first = '', ...names] = path.split('/')
  return [isWellKnown(first) ? first.toLowerCase() : first, ...names].join('/')
}
