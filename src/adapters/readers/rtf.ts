import type { Reading } from '../../documents/document.ts'
import type { Line } from '../../documents/text/page.ts'
import { decoderOf } from './code-pages.ts'
import { Lines } from './lines.ts'
import { leaf, type Opened, pagesOf } from './opened.ts'

/**
 * Rich Text (Microsoft's RTF 1.9): text with its tables, deleted text and everything that is not shown left
 * out. Written here: libraries doubled the accents, LibreOffice costs 200 MB and is not on every machine.
 */
export async function readRtf(content: Uint8Array): Promise<Opened> {
  const source = new TextDecoder('latin1').decode(content)
  const text = new RtfText(source)
  const lines = text.lines()
  return leaf('application/rtf', { pages: pagesOf([lines]), pictures: text.pictures })
}

/** Groups whose content is not text of the document. */
const UNSEEN = new Set(
  (
    'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping latentstyles ' +
    'datastore xmlnstbl listtable listoverridetable rsidtbl generator fldinst annotation atnid atnauthor ' +
    'template filetbl revtbl pgdsctbl nonshppict bkmkstart bkmkend pntext listtext shpinst sp'
  ).split(' '),
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

const TWIPS_PER_POINT = 20

interface Group {
  /** Another rendering of a picture that was met already. */
  other: boolean
  unseen: boolean
  deleted: boolean
  /** Struck out: what does not apply. */
  struck: boolean
  /** How many fallback characters follow each \u (1 unless \uc says otherwise). */
  fallback: number
}

/** Groups deeper than that are damage: honest files stay under thirty. */
const DEPTH = 500
const TOKEN = /\\(?:'([0-9a-fA-F]{2})|([a-zA-Z]+)(-?\d+)? ?|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+/g

class RtfText {
  /** Pictures by the sizes at which they are shown; bytes are not looked at. */
  readonly pictures: Reading['pictures'] = []
  readonly #source: string
  readonly #lines = new Lines()
  readonly #groups: Group[] = [{ other: false, unseen: false, deleted: false, struck: false, fallback: 1 }]
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
    return this.#groups.at(-1) ?? { other: false, unseen: false, deleted: false, struck: false, fallback: 1 }
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
    if (word === 'nonshppict') group.other = true
    if (word === 'pict') this.#picture()
    else if (word === 'picwgoal' || word === 'pichgoal') this.#sized(word, number ?? 0)
    if (word === 'ansicpg') this.#decoder = decoderOf(number ?? 1252)
    else if (word === 'deleted') group.deleted = number !== 0
    else if (word === 'strike' || word === 'striked') group.struck = number !== 0
    else if (word === 'plain') group.struck = false
    else if (word === 'uc') group.fallback = number ?? 1
    else if (word === 'u') this.#unicode(number ?? 0)
    else if (!group.unseen) this.#shown(word)
  }

  /** In some formats twice: as it is, and as older programs show it (`nonshppict`). */
  #picture(): void {
    if (!this.#groups.some((group) => group.other))
      this.pictures.push({ page: 1, width: 0, height: 0, above: this.#lines.lastLine() })
  }

  #sized(word: string, twips: number): void {
    const picture = this.pictures.at(-1)
    if (picture === undefined) return
    if (word === 'picwgoal') picture.width ||= twips / TWIPS_PER_POINT
    else picture.height ||= twips / TWIPS_PER_POINT
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
    if (!group.unseen && !group.deleted && !group.struck) this.#lines.add(text)
  }
}
