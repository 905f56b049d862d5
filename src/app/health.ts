import type { ChildProcess } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import { METRICS, MetricsAnswer } from './between-processes.ts'

/** A process of the service, as those who watch over it see it. */
export interface WatchedProcess {
  readonly name: string
  isReady(): boolean
  /** Its numbers; none from one that does not answer in time. */
  metrics(): Promise<object[]>
}

const ANSWER_WITHIN_MS = 3_000

/**
 * /healthz: this process lives. /readyz: all of its processes work and answer, with what is true of the
 * service besides. /metrics: Prometheus. Loopback only, no personal data.
 */
export async function serveHealth(
  port: number,
  processes: readonly WatchedProcess[],
  facts: Readonly<Record<string, string>>,
): Promise<AsyncDisposable> {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') return void sendMetrics(processes, response)
    const isReady = processes.every((one) => one.isReady())
    const known = request.url === '/healthz' || request.url === '/readyz'
    response.writeHead(!known ? 404 : request.url === '/readyz' && !isReady ? 503 : 200, {
      'content-type': 'application/json',
    })
    const told = Object.fromEntries(processes.map((one) => [one.name, one.isReady()]))
    response.end(`${JSON.stringify({ ...told, ...facts })}\n`)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function sendMetrics(processes: readonly WatchedProcess[], response: ServerResponse): Promise<void> {
  const snapshots = await Promise.all(processes.map((one) => one.metrics()))
  // Loaded when somebody asks: this process does little else than wait.
  const { joined } = await import('../adapters/telemetry/joined.ts')
  const { page, type } = await joined(snapshots)
  response.writeHead(200, { 'content-type': type })
  response.end(page)
}

/** Asks a process for its numbers. */
export function metricsOf(child: ChildProcess): Promise<object[]> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish([]), ANSWER_WITHIN_MS)
    function finish(metrics: object[]): void {
      clearTimeout(timer)
      child.off('message', take)
      resolve(metrics)
    }
    function take(message: unknown): void {
      const answer = MetricsAnswer.safeParse(message)
      if (answer.success) finish(answer.data.metrics)
    }
    child.on('message', take)
    if (!child.connected) return finish([])
    child.send(METRICS, (error) => error !== null && finish([]))
  })
}
