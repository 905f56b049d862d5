export interface AccountTable {
  email: string
  role: string
  password: string | null
  totp: string | null
  totp_step: number | null
  invitation: string | null
  invited_until: string | null
  failures: number
  locked_until: string | null
  disabled: number
  created_at: string
}

/**
 * Tries to enter an account from a network: how many went wrong, until when it is shut out, when somebody
 * last entered.
 */
export interface AccountNetworkTable {
  email: string
  network: string
  failures: number
  locked_until: string | null
  entered_at: string | null
  tried_at: string
}
