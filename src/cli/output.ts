import { withoutUnseen } from '../base/unseen.ts'

/** Results go to standard output; progress and complaints to standard error. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

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

/** Columns of text, as wide as their widest cell; terminal control characters never reach the terminal. */
export function table(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => row.map(withoutControls))
  const widths = plain.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, [...cell].length)),
    [],
  )
  return plain
    .map((row) =>
      row
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - [...cell].length))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function withoutControls(text: string): string {
  return withoutUnseen(text.replace(/\p{Cc}/gu, ' '))
}
