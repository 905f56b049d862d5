import { DatabaseSync } from 'node:sqlite'
import { expect, inject, it, vi } from 'vitest'
import { aClaimant, applied } from '../steps/a-claimant.ts'
import { aService } from '../steps/a-service.ts'

/** Everything that SQLite was asked, and the database it was asked of. */
function asked(): ReadonlyMap<string, DatabaseSync> {
  const statements = new Map<string, DatabaseSync>()
  const prepare = DatabaseSync.prototype.prepare
  vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, sql: string) {
    statements.set(sql, this)
    return prepare.call(this, sql)
  })
  return statements
}

const GROWING = ['mail', 'outbox', 'submission', 'application', 'verdict', 'decision', 'document', 'clue']
/** Found by one value that half the rows have, or not looked for at all. */
const SLOW = new RegExp(
  `^(?:SCAN (?:${GROWING.join('|')})\\b|SEARCH outbox USING INDEX \\w+ \\(automatic=\\?\\)$)`,
)

/** The small service looks at all mails to show one, and at what is unfinished to go on: the test's own ways. */
function isListOfAll(sql: string): boolean {
  return !sql.includes(' where ') || sql.includes('"progress" in (') || sql.split('?').length > 20
}

function slowWays(statements: ReadonlyMap<string, DatabaseSync>): readonly string[] {
  return [...statements].flatMap(([sql, database]) => {
    if (!sql.startsWith('select') || isListOfAll(sql)) return []
    const steps = database.prepare(`explain query plan ${sql}`).all()
    return steps.flatMap(({ detail }) => (SLOW.test(String(detail)) ? [`${String(detail)}: ${sql}`] : []))
  })
}

// PostgreSQL counts by itself.
it.runIf(inject('postgres') === null)(
  'no mail is placed and concluded by going through all others',
  async () => {
    const statements = asked()
    await using service = await aService()
    for (let index = 0; index < 40; index += 1)
      await service.take(applied(aClaimant(index)), new Date(Date.UTC(2026, 2, 3, 0, index)).toISOString())
    await service.register.tend()
    expect(statements.size).toBeGreaterThan(50)
    expect(slowWays(statements)).toEqual([])
  },
)
