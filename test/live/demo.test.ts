import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { TOTP } from 'otpauth'
import { expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('../../demo/main.ts', import.meta.url))

it('the demonstration shows the staff’s pages to whoever has the account that it drew', async () => {
  const demo = spawn(process.execPath, [MAIN], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let said = ''
    for await (const part of demo.stdout) {
      said += String(part)
      if (said.includes('Ctrl-C ends it')) break
    }
    const [, url = ''] = /pages, in French: {2}(\S+?)\/\n/.exec(said) ?? []
    const [, adresse = '', motdepasse = ''] = /address {2}(\S+) {3}password {2}(\S+)/.exec(said) ?? []
    const [, secret = ''] = /\n {2}([A-Z2-7]{32})\n/.exec(said) ?? []
    const form = { adresse, motdepasse, code: new TOTP({ secret }).generate() }
    const entered = await fetch(`${url}/connexion`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    })
    expect(entered.status).toBe(303)
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const page = await (await fetch(`${url}/`, { headers: { cookie } })).text()
    expect(page).toContain('À faire')
    expect(page.replace(/\s/g, ' ')).toContain('24 courriels reçus, le sort de chacun est connu')
  } finally {
    demo.kill('SIGINT')
    await once(demo, 'exit')
  }
  expect(demo.exitCode).toBe(0)
})
