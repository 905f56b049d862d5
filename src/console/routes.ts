import { accessibilityPage } from './accessibility-page.ts'
import { ACTION_ROUTES } from './actions.ts'
import { ADMINISTRATION_ROUTES } from './administration.ts'
import { applicationPage } from './application-page.ts'
import { CALL_ROUTES } from './call-pages.ts'
import { VERSION_ROUTES } from './call-version-page.ts'
import { COLLEAGUE_ROUTES } from './colleague-actions.ts'
import { COMMITTEE_ROUTES } from './committee-exports.ts'
import { COMPARE_ROUTES } from './compare-page.ts'
import { CONCERN_ROUTES } from './concern-actions.ts'
import { dashboardPage } from './dashboard-page.ts'
import { DEADLINE_ROUTES } from './deadline-page.ts'
import { DECISION_ROUTES } from './decision-page.ts'
import { DOCUMENT_ROUTES } from './document-page.ts'
import { DRAFT_ROUTES } from './draft-pages.ts'
import { ELIGIBILITY_ROUTES } from './eligibility-part.ts'
import { EXPORT_ROUTES } from './exports-page.ts'
import { INVITATION_ROUTES } from './invitation-page.ts'
import { LETTER_ROUTES } from './letter-page.ts'
import { MAIL_ROUTES } from './mail-page.ts'
import { MESSAGE_ROUTES } from './message-pages.ts'
import { morning, nextTask } from './morning.ts'
import { OUTCOME_ROUTES } from './outcome-actions.ts'
import { PAPER_ROUTES } from './paper-page.ts'
import { registerPage } from './register-page.ts'
import type { Route } from './route.ts'
import { SENDING_ROUTES } from './sending-actions.ts'
import { SET_ASIDE_ROUTES } from './set-aside-page.ts'
import { SIGN_IN_ROUTES } from './sign-in-pages.ts'

/** Every address of the console. */
export const ROUTES: readonly Route[] = [
  ...SIGN_IN_ROUTES,
  ...INVITATION_ROUTES,
  accessibilityPage,
  morning,
  nextTask,
  registerPage,
  dashboardPage,
  applicationPage,
  ...SET_ASIDE_ROUTES,
  ...MAIL_ROUTES,
  ...DOCUMENT_ROUTES,
  ...LETTER_ROUTES,
  ...ACTION_ROUTES,
  ...CONCERN_ROUTES,
  ...ELIGIBILITY_ROUTES,
  ...SENDING_ROUTES,
  ...COLLEAGUE_ROUTES,
  ...MESSAGE_ROUTES,
  ...OUTCOME_ROUTES,
  ...DECISION_ROUTES,
  ...PAPER_ROUTES,
  ...DEADLINE_ROUTES,
  ...COMPARE_ROUTES,
  ...CALL_ROUTES,
  ...DRAFT_ROUTES,
  ...VERSION_ROUTES,
  ...COMMITTEE_ROUTES,
  ...EXPORT_ROUTES,
  ...ADMINISTRATION_ROUTES,
]
