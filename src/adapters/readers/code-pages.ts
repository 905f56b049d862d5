/** Windows code pages by their number; an unknown one is read as western. */
export function decoderOf(codePage: number): InstanceType<typeof TextDecoder> {
  const known: Readonly<Record<number, string>> = {
    65001: 'utf-8',
    10000: 'macintosh',
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    866: 'ibm866',
    874: 'windows-874',
  }
  const named =
    known[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')
  return new TextDecoder(named)
}
