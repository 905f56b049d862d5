import type { AccountRegister } from './accounts.ts'
import type { AdoptionRegister } from './adoptions.ts'
import type { AnnouncementRegister } from './announcements.ts'
import type { CallRegister } from './call-versions.ts'
import type { ChangeRegister } from './changes.ts'
import type { ClockRegister } from './clock.ts'
import type { ColleagueRegister } from './colleagues.ts'
import type { ComparisonRegister } from './comparison.ts'
import type { CorrectionRegister } from './corrections.ts'
import type { DeskRegister } from './desk.ts'
import type { EligibilityRegister } from './eligibility.ts'
import type { IntakeRegister } from './intake.ts'
import type { MachineRegister } from './machines.ts'
import type { MessageRegister } from './messages.ts'
import type { OutboxRegister } from './outbox.ts'
import type { DecisionRegister, OutcomeRegister } from './outcomes.ts'
import type { PipelineRegister } from './pipeline.ts'
import type { ProofRegister } from './proof.ts'
import type { SentCopies } from './sent-copies.ts'
import type { SetAsideRegister } from './set-aside.ts'
import type { StaffRegister } from './staff.ts'
import type { TokenRegister } from './tokens.ts'
import type { RegisterViews } from './views.ts'
import type { VitalsRegister } from './vitals.ts'

/** All that the register answers; each user asks for the part that it needs. */
export interface Register
  extends IntakeRegister,
    PipelineRegister,
    OutboxRegister,
    RegisterViews,
    StaffRegister,
    AdoptionRegister,
    CallRegister,
    ChangeRegister,
    ClockRegister,
    ProofRegister,
    ComparisonRegister,
    VitalsRegister,
    SentCopies,
    AnnouncementRegister,
    TokenRegister,
    AccountRegister,
    CorrectionRegister,
    DeskRegister,
    OutcomeRegister,
    EligibilityRegister,
    DecisionRegister,
    ColleagueRegister,
    MessageRegister,
    MachineRegister,
    SetAsideRegister,
    AsyncDisposable {}
