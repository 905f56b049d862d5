/** Success or a value that says why not: for outcomes that a caller must look at. Exceptions are for failures. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value }
}

export function problem<Problem>(problem: Problem): Result<never, Problem> {
  return { ok: false, problem }
}
