import { readFile } from './read-file.ts'

/**
 * Loads what every mail needs, before the first: whoever waits for a reader waits for its mail alone, and its turn is not
 * counted from a process that is still starting.
 */
export async function warmUp(): Promise<void> {
  await readFile({ name: 'a.txt', declaredType: 'text/plain', content: new TextEncoder().encode('Bonjour') })
}
