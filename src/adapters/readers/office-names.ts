/** Numbered parts in their own order: `slide2.xml` before `slide10.xml`. */
export function byNumber(a: string, b: string): number {
  const number = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)
  return number(a) - number(b)
}

/** A name without its namespace prefix. */
export function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}
