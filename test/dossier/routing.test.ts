import { describe, expect, it } from 'vitest'
import { createMailParser } from '../../src/adapters/mime/parse.ts'
import type { Instant } from '../../src/base/instant.ts'
import type { Calls } from '../../src/call/calls.ts'
import { routesOf } from '../../src/dossier/routing.ts'
import { loadCalls } from '../../src/settings/call-file.ts'

const [first, second, ...others] = loadCalls(undefined).map((loaded) => loaded.call)
if (first === undefined || second === undefined) throw new Error('two calls are in config/calls')
const calls: Calls = [first, second, ...others]
const UNKNOWN = { fromApplicant: false, answersOurs: false }

async function routed(to: string, subject: string, text: string, receivedAt: string, among: Calls = calls) {
  const raw = Buffer.from(
    `From: a@structure.example\r\nTo: ${to}\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
  )
  const { mail } = await createMailParser().parse(raw)
  return routesOf(mail, [], receivedAt as Instant, among).under(UNKNOWN)
}

describe('a mail in a mailbox that calls share', () => {
  const application = 'Veuillez trouver notre candidature : https://we.tl/t-abcdef'

  it('goes to the call it was addressed to, whatever it says', async () => {
    const { call, rivals } = await routed(
      second.mailbox.address,
      'Candidature',
      application,
      '2022-11-20T08:00:00.000Z',
    )
    expect(call.id).toBe(second.id)
    expect(rivals).toEqual([])
  })

  it('goes to the call of the season when it names no address of ours', async () => {
    expect(
      (await routed('undisclosed@list.example', 'Candidature', application, '2022-11-20T08:00:00.000Z')).call
        .id,
    ).toBe(first.id)
    expect(
      (await routed('undisclosed@list.example', 'Candidature', application, '2026-10-20T08:00:00.000Z')).call
        .id,
    ).toBe(second.id)
  })

  it('goes to the call whose words it uses when both are open at one address', async () => {
    const shared: Calls = [first, { ...second, mailbox: first.mailbox }]
    const { call } = await routed(
      first.mailbox.address,
      'Candidature Ateliers ouverts',
      application,
      '2026-10-20T08:00:00.000Z',
      shared,
    )
    expect(call.id).toBe(second.id)
  })

  it('waits for a person when it may be for both', async () => {
    const twin = { ...first, id: second.id }
    const { triage, rivals } = await routed(
      first.mailbox.address,
      'Candidature polynôme industriel',
      application,
      '2022-11-20T08:00:00.000Z',
      [first, twin],
    )
    expect(rivals).toHaveLength(1)
    expect(triage.grounds).toContain('call-unsure')
  })
})
