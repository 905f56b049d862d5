/** A person waits for the answer. */
const PATIENCE_MS = 5_000
/** A checking page is some forty thousand letters; what is longer is another. */
const LONGEST = 1_000_000

/** The text at an https address, null when nobody answers there in time; `status` as the server says it. */
export async function fetchedPage(
  address: string,
): Promise<{ readonly status: number; readonly text: string } | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) })
    return { status: answer.status, text: (await answer.text()).slice(0, LONGEST) }
  } catch {
    return null
  }
}
