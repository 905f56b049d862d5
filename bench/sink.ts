/**
 * The submission server of a measurement, in a process of its own: what it takes is no work of whoever
 * measures, nor of a contestant. Started with an IPC channel; tells its port, then each letter's first
 * recipient and the time.
 */
import { startSmtpSink } from '../demo/smtp-sink.ts'
import type { SinkWord } from './rig.ts'

const EVERY_MS = 10
const sink = await startSmtpSink()
tell({ port: sink.port })
let told = 0
setInterval(() => {
  for (; told < sink.letters.length; told += 1) {
    const letter = sink.letters[told]
    if (letter !== undefined)
      tell({ to: letter.to[0] ?? '', at: performance.timeOrigin + letter.at, bytes: letter.raw.byteLength })
  }
}, EVERY_MS)
process.once('disconnect', () => process.exit(0))

function tell(word: SinkWord): void {
  process.send?.(word)
}
