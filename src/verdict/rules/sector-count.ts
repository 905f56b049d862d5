import type { Rule } from '../rule.ts'

/** The sectors named. None or several is a fact for staff, never a fault: joint candidacies exist. */
export const sectorCount: Rule = {
  id: 'sector-count',
  check({ sectors }) {
    return [{ code: 'sectors', sectors: [...sectors], expected: 1 }]
  },
}
