import { expect, it } from 'vitest'
import { checkPage, type Fetch } from '../../src/cli/check-page.ts'
import { sampleCall } from '../mail/sample-call.ts'

const PAGE = 'https://www.interco.example/ami/verifier.html'
const KEY = '0123456789abcdef'
const named = { ...sampleCall, acknowledgement: { ...sampleCall.acknowledgement, checkingPage: PAGE } }

function check(calls: readonly (typeof sampleCall)[], answer: Awaited<ReturnType<Fetch>>) {
  const asked: string[] = []
  const fetch: Fetch = async (address) => {
    asked.push(address)
    return answer
  }
  return { asked, lines: checkPage(calls, () => KEY, fetch) }
}

it('a page with the key that signs is right, and looked at once for all calls', async () => {
  const { asked, lines } = check([named, named], { status: 200, text: `{"keys":[{"id":"${KEY}","pem":""}]}` })
  expect(await lines).toEqual([`${PAGE} answers and holds the key that signs`])
  expect(asked).toEqual([PAGE])
})

it('a call without a page is named, and nobody is asked, nor a key drawn', async () => {
  const lines = await checkPage(
    [sampleCall],
    () => expect.unreachable(),
    () => expect.unreachable(),
  )
  expect(lines).toEqual([expect.stringMatching(/^warning: interco-territoires-2026 names none/)])
})

it('a page that cannot be reached from here is not called wrong', async () => {
  expect(await check([named], null).lines).toEqual([
    expect.stringMatching(/^warning: .* could not be looked at/),
  ])
})

it.each([
  ['is not there', { status: 404, text: `"id":"${KEY}"` }, /answers 404/],
  ['holds another key', { status: 200, text: '"id":"fedcba9876543210"' }, /does not hold the key that signs/],
  ['names the key in passing only', { status: 200, text: KEY }, /does not hold the key that signs/],
])('a page that letters name and that %s is a fault', async (_, answer, told) => {
  await expect(check([named], answer).lines).rejects.toThrow(told)
})
