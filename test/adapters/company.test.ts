import { describe, expect, it } from 'vitest'
import { Company } from '../../src/app/company.ts'

/** Lets everything run that needs no more than a turn of the event loop. */
const soon = () => new Promise((resolve) => setImmediate(resolve))

describe('company', () => {
  it('lets many work side by side, and one alone', async () => {
    const company = new Company()
    const [first, second] = [await company.enter(false), await company.enter(false)]
    let isAlone = false
    const alone = company.enter(true).then((place) => {
      isAlone = true
      return place
    })
    let hasCome = false
    const later = company.enter(false).then((place) => {
      hasCome = true
      return place
    })
    first[Symbol.dispose]()
    await soon()
    expect([isAlone, hasCome]).toEqual([false, false])
    second[Symbol.dispose]()
    await soon()
    expect([isAlone, hasCome]).toEqual([true, false])
    ;(await alone)[Symbol.dispose]()
    await soon()
    expect(hasCome).toBe(true)
    ;(await later)[Symbol.dispose]()
    using _again = await company.enter(true)
  })
})
