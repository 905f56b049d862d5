import { fold } from '../../base/folding.ts'

/** Files that run, or that run something when they are opened. */
const EXECUTABLE = new RegExp(
  '\\.(exe|com|scr|pif|bat|cmd|ps1|vbs|vbe|jse?|wsf|hta|jar|msi|lnk|iso|img|reg|cpl|docm|dotm|xlsm|' +
    'xltm|pptm|one)$',
)

/** By its name alone: of a piece, or of a file inside an archive. */
export function runsWhenOpened(name: string): boolean {
  return EXECUTABLE.test(fold(name))
}
