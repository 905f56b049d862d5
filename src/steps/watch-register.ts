import { type Clock, wallClockOf } from '../base/instant.ts'
import { type Inspected, type InspectionPorts, inspectInSteps } from './inspect-register.ts'
import { placesFound } from './places-found.ts'

/** Hours of the night, in the authority’s zone: nobody waits for the register then. */
const NIGHT = { from: 1, until: 5 } as const

/**
 * The register gone through once a night, one small step at a time; what was found stands until the next
 * night’s end.
 */
export class RegisterWatch {
  readonly #ports: InspectionPorts & { readonly clock: Clock }
  readonly #zone: string
  #steps: AsyncGenerator<undefined, Inspected> | null = null
  #doneOn = ''
  #found: readonly string[] = []

  constructor(ports: InspectionPorts & { readonly clock: Clock }, zone: string) {
    this.#ports = ports
    this.#zone = zone
  }

  /** Tables, rows and columns that are not what was sealed; names nobody. */
  get found(): readonly string[] {
    return this.#found
  }

  /** One step, if it is night and this night’s round is not over. */
  async step(): Promise<void> {
    const now = wallClockOf(this.#ports.clock.now(), this.#zone)
    const day = now.toPlainDate().toString()
    if (now.hour < NIGHT.from || now.hour >= NIGHT.until || this.#doneOn === day) return
    this.#steps ??= inspectInSteps(this.#ports)
    try {
      const step = await this.#steps.next()
      if (step.done !== true) return
      this.#found = placesFound(step.value)
      this.#doneOn = day
      this.#steps = null
    } catch (error) {
      // Begun anew: a round that was cut short says nothing.
      this.#steps = null
      throw error
    }
  }
}
