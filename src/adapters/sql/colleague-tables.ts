import type { Generated } from 'kysely'

/** A note between colleagues; `body` null once its author took it back. */
export interface NoteTable {
  seq: Generated<number>
  fingerprint: string
  written_by: string
  written_at: string
  body: string | null
  taken_back_at: string | null
}

/** Who sees to a mail and, where it opened one, to its application; `assignee` null: nobody any more. */
export interface AssignmentTable {
  fingerprint: string
  assignee: string | null
  assigned_by: string
  assigned_at: string
}
