import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** What a reader of office XML reacts to; names keep their prefix, as the standards' files write it. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>, selfClosing: boolean): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Streams an XML part through a handler. DTDs are not processed, so entities cannot multiply. A part that
 * breaks off in the middle has given what stood before: the error is thrown, the handler keeps what it has.
 */
export function walkXml(xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser()
  let failure: Error | null = null
  parser.on('opentag', (tag: SaxesTagPlain) => handler.open?.(tag.name, tag.attributes, tag.isSelfClosing))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', (tag) => handler.close?.(tag.name))
  parser.on('error', (error) => {
    failure ??= error
  })
  parser.write(xml)
  parser.close()
  if (failure !== null) throw failure
}
