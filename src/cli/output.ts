import { withoutUnseen } from '../base/unseen.ts'

/** Results go to standard output; progress and complaints to standard error. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** A line for whoever runs the command, apart from what it answers. */
export function printError(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** A line that replaces itself on a terminal; nothing elsewhere. Returns a function that clears it. */
export function progressLine(): { show(text: string): void; clear(): void } {
  if (!process.stderr.isTTY) return { show: () => undefined, clear: () => undefined }
  return {
    show: (text) => process.stderr.write(`\r\u001B[K${text}`),
    clear: () => process.stderr.write('\r\u001B[K'),
  }
}

/** How far a long command has come, and how long it will still take. */
export function progress(what: string): { show(done: number, of: number): void; clear(): void } {
  const line = progressLine()
  const began = performance.now()
  return {
    show: (done, of) => line.show(progressInWords(done, of, what, performance.now() - began)),
    clear: line.clear,
  }
}

/** Sooner nobody knows, and nobody has waited yet. */
const FIRST_GUESS_MS = 3_000

/** « 120 of 500 mails read, about 2 minutes left ». `elapsed`: milliseconds. */
export function progressInWords(done: number, of: number, what: string, elapsed: number): string {
  const told = `${done} of ${of} ${what}`
  if (elapsed < FIRST_GUESS_MS || done === 0 || done >= of) return told
  const seconds = Math.ceil(((elapsed / done) * (of - done)) / 1_000)
  return seconds < 90
    ? `${told}, about ${seconds} seconds left`
    : `${told}, about ${Math.round(seconds / 60)} minutes left`
}

/** A text as it may be written to a terminal: nothing of a stranger's steers it. */
export function withoutControls(text: string): string {
  return withoutUnseen(text.replace(/\p{Cc}/gu, ' '))
}
