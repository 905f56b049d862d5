import { fill } from './words.js'

/** Why nothing could be checked, and never as if the receipt were false. */
export function impossible(reason, { words: { results, reasons } }) {
  const { title, text } = reasons[reason]
  return {
    verdict: {
      state: 'unknown',
      title: fill(results.impossible, { reason: title }),
      text: fill(text, reasons),
    },
    lines: [],
  }
}
