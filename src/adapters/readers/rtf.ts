import type { Line } from '../../documents/text/page.ts'
import { Lines } from './lines.ts'
import { leaf, type Opened, pagesOf } from './opened.ts'

/**
 * Rich Text (Microsoft's RTF 1.9): text with its tables, deleted text and everything that is not shown left
 * out. Written here: libraries doubled the accents, LibreOffice costs 200 MB and is not on every machine.
 */
export async function readRtf(content: Uint8Array): Promise<Opened> {
  const source = new TextDecoder('latin1').decode(content)
  return leaf('application/rtf', { pages: pagesOf([new RtfText(source).lines()]) })
}

/** Groups whose content is not text of the document. */
const UNSEEN = new Set(
  'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping latentstyles datastore xmlnstbl listtable listoverridetable rsidtbl generator fldinst annotation atnid atnauthor template filetbl revtbl pgdsctbl nonshppict bkmkstart bkmkend pntext listtext shpinst sp'.split(
    ' ',
  ),
)
/** Text boxes sit inside shapes: their text is shown. */
const SEEN_INSIDE = new Set(['shptxt'])
const BREAKS = new Set(['par', 'line', 'sect', 'page', 'softline'])
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00A0',
  _: '-',
}

interface Group {
  unseen: boolean
  deleted: boolean
  /** How many fallback characters follow each \u (1 unless \uc says otherwise). */
  fallback: number
}

/** Groups deeper than that are damage: honest files stay under thirty. */
const DEPTH = 500
const TOKEN = /\\(?:'([0-9a-fA-F]{2})|([a-zA-Z]+)(-?\d+)? ?|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+/g

class RtfText {
  readonly #source: string
  readonly #lines = new Lines()
  readonly #groups: Group[] = [{ unseen: false, deleted: false, fallback: 1 }]
  #decoder = new TextDecoder('windows-1252')
  #skip = 0
  #starred = false
  #inRow = false
  #bytes: number[] = []

  constructor(source: string) {
    this.#source = source
  }

  lines(): Line[] {
    for (const match of this.#source.matchAll(TOKEN)) {
      const [, hex, word, number, sign, brace, plain] = match
      if (hex !== undefined) this.#byte(Number.parseInt(hex, 16))
      else if (word !== undefined) this.#word(word, number === undefined ? null : Number(number))
      else if (sign !== undefined) this.#sign(sign)
      else if (brace === '{') this.#open()
      else if (brace === '}') this.#close()
      else if (plain !== undefined) this.#plain(plain)
    }
    this.#flush()
    return this.#lines.lines()
  }

  get #group(): Group {
    return this.#groups.at(-1) ?? { unseen: false, deleted: false, fallback: 1 }
  }

  #open(): void {
    this.#flush()
    if (this.#groups.length < DEPTH) this.#groups.push({ ...this.#group })
  }

  #close(): void {
    this.#flush()
    if (this.#groups.length > 1) this.#groups.pop()
  }

  #word(word: string, number: number | null): void {
    this.#flush()
    const group = this.#group
    if (SEEN_INSIDE.has(word)) group.unseen = false
    else if (UNSEEN.has(word) || this.#starred) group.unseen = true
    this.#starred = false
    if (word === 'ansicpg') this.#decoder = decoderOf(number ?? 1252)
    else if (word === 'deleted') group.deleted = number !== 0
    else if (word === 'uc') group.fallback = number ?? 1
    else if (word === 'u') this.#unicode(number ?? 0)
    else if (!group.unseen) this.#shown(word)
  }

  #shown(word: string): void {
    if (word === 'trowd') this.#openRow()
    else if (word === 'cell') this.#nextCell()
    else if (word === 'row') this.#closeRow()
    else if (BREAKS.has(word)) this.#lines.newLine()
    else if (SIGNS[word] !== undefined) this.#add(SIGNS[word])
  }

  #openRow(): void {
    if (this.#inRow) return
    this.#inRow = true
    this.#lines.openRow()
    this.#lines.openCell()
  }

  #nextCell(): void {
    if (this.#inRow) {
      this.#lines.closeCell()
      this.#lines.openCell()
    } else this.#lines.add('\t')
  }

  #closeRow(): void {
    if (this.#inRow) this.#lines.closeRow()
    this.#inRow = false
  }

  #sign(sign: string): void {
    this.#flush()
    if (sign === '*') this.#starred = true
    else if (sign === '\\' || sign === '{' || sign === '}') this.#plain(sign)
    else if (sign === '\n' || sign === '\r') this.#lines.newLine()
    else if (SIGNS[sign] !== undefined) this.#add(SIGNS[sign])
  }

  #unicode(code: number): void {
    this.#add(String.fromCharCode(code < 0 ? code + 65_536 : code))
    this.#skip = this.#group.fallback
  }

  #byte(byte: number): void {
    if (this.#skip > 0) this.#skip -= 1
    else this.#bytes.push(byte)
  }

  #plain(text: string): void {
    this.#flush()
    const skipped = Math.min(this.#skip, text.length)
    this.#skip -= skipped
    this.#add(text.slice(skipped))
  }

  /** Hex bytes are decoded in runs: a character of some code pages has two. */
  #flush(): void {
    if (this.#bytes.length === 0) return
    const text = this.#decoder.decode(Uint8Array.from(this.#bytes))
    this.#bytes = []
    this.#add(text)
  }

  #add(text: string): void {
    const group = this.#group
    if (!group.unseen && !group.deleted) this.#lines.add(text)
  }
}

/** Windows code pages by their number; an unknown one is read as western. */
function decoderOf(codePage: number): InstanceType<typeof TextDecoder> {
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
