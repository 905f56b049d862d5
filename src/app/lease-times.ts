/** Whoever holds something among machines is taken for gone when nothing was heard for so long. */
export const LEASE_MS = 15_000
/** So often it is said again. */
export const RENEW_MS = 4_000
