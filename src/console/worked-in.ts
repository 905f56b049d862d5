import type { MailView } from '../register/views.ts'
import type { Desk } from './desk.ts'

const LOOK_AGAIN_MS = 100

/** The page that follows an act is to be true: the office is given a moment to work it in. */
export async function workedIn(
  { register, patienceMs }: Desk,
  { fingerprint }: Pick<MailView, 'fingerprint'>,
): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += LOOK_AGAIN_MS) {
    const number = (await register.mailView(fingerprint))?.number ?? null
    const application = number === null ? null : await register.application(number)
    if (application?.mails.every(({ progress }) => progress !== 'assembled') !== false) return
    await new Promise((resume) => setTimeout(resume, LOOK_AGAIN_MS))
  }
}
