import { writeFile } from 'node:fs/promises'
import { formFonts } from '../adapters/forms/font.ts'
import { formPdf } from '../adapters/forms/form-pdf.ts'
import { Failure } from '../base/failure.ts'
import { loadCallsOf } from '../settings/call-file.ts'
import { readSettings } from '../settings/settings.ts'
import { type Command, textOption } from './command.ts'
import { printError } from './output.ts'

export const form: Command = {
  usage: 'form [--call FILE] --out FILE',
  details: [
    '  --call FILE  the call’s file; by default the one in use',
    '  --out FILE   where the PDF is written',
  ],
  options: { call: { type: 'string' }, out: { type: 'string' } },
  positionals: false,
  async run(values) {
    const out = textOption(values, 'out')
    if (out === undefined) throw new Failure('permanent', 'usage', 'form needs --out FILE')
    const settings = readSettings()
    const [{ call }] = loadCallsOf(textOption(values, 'call') ?? settings.RECEPISSE_CALL, settings.IMAP_USER)
    await writeFile(out, await formPdf(call, await formFonts()))
    printError(`recepisse: ${out} is written`)
    return 0
  },
}
