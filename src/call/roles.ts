import { z } from 'zod'

/** Roles that a document can play in the application to any call. */
export const HOUSE_ROLES = ['form', 'letter', 'presentation', 'project'] as const

/** Roles of what comes along: they never satisfy a requirement. */
export const IDLE_ROLES = ['call_notice', 'decor', 'other'] as const

/** A call may name others (`pieces`). */
export const DocumentRole = z.enum([...HOUSE_ROLES, ...IDLE_ROLES]).or(z.string().regex(/^[a-z][a-z0-9_]*$/))
export type DocumentRole = z.infer<typeof DocumentRole>
