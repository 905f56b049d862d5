import { AggregatorRegistry } from 'prom-client'

/** The numbers of several processes as one page of Prometheus' text format; its media type beside it. */
export async function joined(
  snapshots: readonly object[][],
): Promise<{ readonly page: string; readonly type: string }> {
  const registry = AggregatorRegistry.aggregate([...snapshots])
  return { page: await registry.metrics(), type: registry.contentType }
}
