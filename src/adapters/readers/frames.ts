import type { Duplex } from 'node:stream'

/** What one side may send at a time. A peer that sends more is not listened to any further. */
export interface FrameBounds {
  readonly jsonBytes: number
  readonly attachedBytes: number
}

/** A message: an object as JSON, and bytes beside it, as they are. */
export interface Frame {
  readonly message: unknown
  readonly attached: Uint8Array
}

const HEAD_BYTES = 8

/**
 * Messages over a stream of bytes: the length of the JSON and of what is attached, four bytes each, most
 * significant first, then both. Nothing is allocated that the bounds do not allow, and bytes are copied once.
 */
export class Frames {
  readonly #stream: Duplex
  readonly #bounds: FrameBounds
  readonly #onFrame: (frame: Frame) => void
  readonly #onBroken: (reason: string) => void
  #head = new Filling(HEAD_BYTES)
  #json: Filling | null = null
  #attached: Filling | null = null
  #isBroken = false

  constructor(
    stream: Duplex,
    bounds: FrameBounds,
    on: { readonly frame: (frame: Frame) => void; readonly broken: (reason: string) => void },
  ) {
    this.#stream = stream
    this.#bounds = bounds
    this.#onFrame = on.frame
    this.#onBroken = on.broken
    stream.on('data', (chunk: Buffer) => this.#take(chunk))
    stream.on('error', () => this.#break('the line broke'))
  }

  /** Resolves when the words have left this process: what it does next may block it for good. */
  async send(message: unknown, attached: Uint8Array = NOTHING): Promise<void> {
    const json = Buffer.from(JSON.stringify(message))
    const head = Buffer.alloc(HEAD_BYTES)
    head.writeUInt32BE(json.byteLength, 0)
    head.writeUInt32BE(attached.byteLength, 4)
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(Buffer.concat([head, json]))
      this.#stream.write(attached, (error) => (error == null ? resolve() : reject(error)))
    })
  }

  #take(chunk: Buffer): void {
    let rest = chunk
    while (rest.byteLength > 0 && !this.#isBroken) {
      rest = this.#part().fill(rest)
      this.#onward()
    }
  }

  /** The part of a message that comes next. */
  #part(): Filling {
    return this.#attached ?? this.#json ?? this.#head
  }

  #onward(): void {
    if (this.#json === null && this.#head.isFull) {
      const jsonBytes = this.#head.bytes.readUInt32BE(0)
      const attachedBytes = this.#head.bytes.readUInt32BE(4)
      if (jsonBytes > this.#bounds.jsonBytes || attachedBytes > this.#bounds.attachedBytes)
        this.#break('told more than it may')
      else this.#json = new Filling(jsonBytes)
    }
    if (this.#json?.isFull === true && this.#attached === null)
      this.#attached = new Filling(this.#head.bytes.readUInt32BE(4))
    if (this.#attached?.isFull === true) this.#finish(this.#attached.bytes)
  }

  #finish(attached: Buffer): void {
    const json = this.#json?.bytes ?? NOTHING
    this.#head = new Filling(HEAD_BYTES)
    this.#json = null
    this.#attached = null
    const frame = frameOf(json, attached)
    if (frame === null) this.#break('told what is no JSON')
    else this.#onFrame(frame)
  }

  #break(reason: string): void {
    if (this.#isBroken) return
    this.#isBroken = true
    this.#stream.destroy()
    this.#onBroken(reason)
  }
}

const NOTHING = new Uint8Array()

function frameOf(json: Uint8Array, attached: Uint8Array): Frame | null {
  try {
    return { message: JSON.parse(Buffer.from(json).toString()), attached }
  } catch {
    return null
  }
}

/** So many bytes, as they come. */
class Filling {
  readonly bytes: Buffer
  #length = 0

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafeSlow(size)
  }

  get isFull(): boolean {
    return this.#length === this.bytes.byteLength
  }

  /** Takes what it needs; gives the rest back. */
  fill(chunk: Buffer): Buffer {
    const taken = Math.min(chunk.byteLength, this.bytes.byteLength - this.#length)
    chunk.copy(this.bytes, this.#length, 0, taken)
    this.#length += taken
    return chunk.subarray(taken)
  }
}
