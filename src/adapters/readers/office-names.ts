/** The parts that a part refers to, by relation id: `xl/_rels/workbook.xml.rels` and its like (ECMA-376, part 2). */
export function relationsIn(xml: string): ReadonlyMap<string, string> {
  const relations = new Map<string, string>()
  for (const [tag] of xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    const id = /\bId="([^"]*)"/.exec(tag)?.[1]
    const target = /\bTarget="([^"]*)"/.exec(tag)?.[1]
    if (id !== undefined && target !== undefined) relations.set(id, target)
  }
  return relations
}

/** Numbered parts in their own order: `slide2.xml` before `slide10.xml`. */
export function byNumber(a: string, b: string): number {
  const number = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)
  return number(a) - number(b)
}

/** A name without its namespace prefix. */
export function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1)
}
