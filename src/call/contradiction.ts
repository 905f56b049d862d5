/**
 * What a call's file says that cannot be, and where: nobody finds it out later by a letter that asks the
 * impossible.
 */
export interface Contradiction {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** What bears a name that another bears already. */
export function repeated<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  pathOf: (index: number) => Contradiction['path'],
): readonly Contradiction[] {
  const names = items.map(nameOf)
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [{ path: pathOf(index), message: `« ${name} » is there twice` }],
  )
}
