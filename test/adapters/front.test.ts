import { request } from 'node:http'
import { expect, it } from 'vitest'
import { freePort } from '../../demo/ports.ts'
import { openFront } from '../../src/adapters/http/front.ts'
import type { HttpSite } from '../../src/adapters/http/server.ts'
import { html } from '../../src/console/html.ts'

const file = (content: string) => ({ path: '/nom', type: 'text/plain', content })

function aSite(port: number, content: string): HttpSite {
  const nothing = async () => ({ kind: 'page', status: 404, body: html`rien` }) as const
  return {
    host: '127.0.0.1',
    port,
    secure: false,
    proxies: [],
    routes: [],
    files: [file(content)],
    mayHold: async () => false,
    isKnown: async () => false,
    answer: nothing,
    troubled: nothing,
    notFound: nothing,
  }
}

function asked(port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path: '/nom', headers: { host } }, (answer) => {
      let said = `${answer.statusCode} `
      answer.on('data', (data) => {
        said += data
      })
      answer.once('end', () => resolve(said))
    })
    asking.once('error', reject)
    asking.end()
  })
}

it('answers each host with its own site, and an unknown one with nothing', async () => {
  const port = await freePort()
  await using front = openFront()
  const nord = await front.serve('nord.example', aSite(port, 'nord'))
  await front.serve('sud.example', aSite(port, 'sud'))
  expect(await asked(port, 'nord.example')).toBe('200 nord')
  expect(await asked(port, `Sud.Example:${port}`)).toBe('200 sud')
  expect(await asked(port, 'autre.example')).toBe('404 Aucun service à cette adresse.\n')
  await expect(front.serve('sud.example', aSite(port, 'deux'))).rejects.toThrow('RECEPISSE_CONSOLE_URL')
  await nord[Symbol.asyncDispose]()
  expect(await asked(port, 'nord.example')).toMatch(/^404/)
  expect(await asked(port, 'sud.example')).toBe('200 sud')
})
