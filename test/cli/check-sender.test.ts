import { expect, it } from 'vitest'
import { checkSender } from '../../src/cli/check-sender.ts'

const ADDRESSES = { from: 'ami@collectivite.example', envelope: 'retours@envois.example' }
const GOOD = {
  'envois.example': ['google-site-verification=1', 'v=spf1 include:spf.prestataire.example -all'],
  '_dmarc.collectivite.example': ['v=DMARC1; p=quarantine'],
}

function check(records: Readonly<Record<string, readonly string[]>>) {
  return checkSender(ADDRESSES, async (domain) => records[domain] ?? null)
}

it('says what is there, and what cannot be seen', async () => {
  const [first, second] = await check(GOOD)
  expect(first).toBe('envois.example has SPF, collectivite.example has DMARC')
  expect(second).toContain('DKIM')
})

it('a domain that nobody here knows is not called wrong', async () => {
  expect(await check({})).toEqual([expect.stringContaining('could not be looked at')])
})

it.each([
  ['no SPF', { ...GOOD, 'envois.example': ['v=spf10 -all'] }, 'envois.example has no SPF record'],
  ['two of them', { ...GOOD, 'envois.example': ['v=spf1 -all', 'v=spf1 mx -all'] }, 'has 2 SPF records'],
  ['one for everybody', { ...GOOD, 'envois.example': ['v=spf1 +all'] }, 'lets anybody send'],
  ['no DMARC', { 'envois.example': GOOD['envois.example'] }, 'collectivite.example has no DMARC record'],
])('%s is named', async (_, records, told) => {
  expect((await check(records))[0]).toMatch(/^warning: /)
  expect((await check(records))[0]).toContain(told)
})
