import type { Completeness, Timeliness } from './finding.ts'

/** « dans les délais »: for staff alone; no letter to an applicant says it. */
export function timelinessInWords(timeliness: Timeliness): string {
  switch (timeliness) {
    case 'on_time':
      return 'dans les délais'
    case 'late':
      return 'hors délai'
    case 'contested':
      return 'à arbitrer'
  }
}

export function completenessInWords(completeness: Completeness): string {
  switch (completeness) {
    case 'complete':
      return 'complet'
    case 'incomplete':
      return 'incomplet'
    case 'review':
      return 'à vérifier'
  }
}
