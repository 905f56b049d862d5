import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../src/adapters/disk/temporary.ts'

const MODULE = resolve(import.meta.dirname, '../../src/adapters/disk/temporary.ts')

/** Another process that holds one, until it is killed. */
async function aHolder(root: string) {
  const program = `const { temporaryFolder } = await import(${JSON.stringify(MODULE)})
    console.log((await temporaryFolder(${JSON.stringify(root)})).path)
    setInterval(() => undefined, 1_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program])
  const [path] = await once(child.stdout, 'data')
  return {
    name: basename(String(path).trim()),
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

const aRoot = () => mkdtemp(join(tmpdir(), 'recepisse-temporary-'))

it('what a killed process left goes at the next start; what a living one holds stays', async () => {
  const root = await aRoot()
  const dead = await aHolder(root)
  const living = await aHolder(root)
  await writeFile(join(root, dead.name, 'redis.sock'), '')
  await dead.kill()
  await using own = await temporaryFolder(root)
  expect((await readdir(root)).sort()).toEqual([living.name, basename(own.path)].sort())
  await living.kill()
})

it('only folders of ours go: no other name, no link, none of another machine’s processes, no file', async () => {
  const root = await aRoot()
  const dead = await aHolder(root)
  await dead.kill()
  const like = (end: string) => dead.name.replace(/.{6}$/, end)
  const kept = [
    'recepisse-demo-abcdef',
    'recepisse-abcdef',
    `${dead.name}x`,
    dead.name.replace(/^recepisse-\d+/, 'recepisse-1'),
  ]
  for (const name of kept) await mkdir(join(root, name))
  await writeFile(join(root, like('aaaaaa')), '')
  await mkdir(join(dirname(root), `${basename(root)}-elsewhere`))
  await symlink(join(dirname(root), `${basename(root)}-elsewhere`), join(root, like('bbbbbb')))
  await using own = await temporaryFolder(root)
  expect((await readdir(root)).sort()).toEqual(
    [...kept, like('aaaaaa'), like('bbbbbb'), basename(own.path)].sort(),
  )
})

it('its path leaves room for a socket’s name, and it goes with its owner', async () => {
  const root = await aRoot()
  {
    await using own = await temporaryFolder(root)
    expect(basename(own.path).length).toBeLessThan(60)
    expect(await readdir(root)).toHaveLength(1)
  }
  expect(await readdir(root)).toEqual([])
})
