import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBucketArchive } from '../../src/adapters/archive/bucket.ts'
import { openFileArchive } from '../../src/adapters/archive/files.ts'
import { savedMails, splitMbox } from '../../src/adapters/archive/saved-mails.ts'
import type { Fingerprint } from '../../src/base/ids.ts'
import { sha256 } from '../dossier/a-submission.ts'
import { aStore } from './a-store.ts'

const RAW = Buffer.from('From: a@b.example\r\n\r\nhello\r\n')

async function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-archive-'))
  return {
    archive: await openFileArchive(folder),
    objects: () => objectsIn(folder),
    damage(fingerprint: Fingerprint) {
      const path = join(folder, fingerprint.slice(0, 2), `${fingerprint}.eml`)
      chmodSync(path, 0o600)
      writeFileSync(path, 'something else')
    },
    leftOvers: () => readdirSync(join(folder, 'tmp')),
    [Symbol.asyncDispose]: async () => undefined,
  }
}

async function aBucket() {
  const store = await aStore()
  return {
    archive: openBucketArchive(store.location),
    objects: () => objectsIn(store.folder),
    damage(fingerprint: Fingerprint) {
      const object = objectsIn(store.folder).find((name) => name.includes(fingerprint)) ?? ''
      writeFileSync(join(store.folder, object), 'something else')
    },
    leftOvers: () => [],
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

function objectsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.eml(\._S3rver_object)?$/.test(name),
  )
}

describe.each([
  { where: 'a folder', open: aFolder },
  { where: 'a bucket', open: aBucket },
])('the archive in $where', ({ open }) => {
  it('gives back the bytes it kept, under their fingerprint', async () => {
    await using kept = await open()
    const fingerprint = await kept.archive.keep(RAW)
    expect(fingerprint).toBe(sha256(RAW.toString()))
    expect(Buffer.from(await kept.archive.read(fingerprint))).toEqual(RAW)
    expect(await kept.archive.has(fingerprint)).toBe(true)
  })

  it('keeps the same bytes once, even when three keep them at the same time', async () => {
    await using kept = await open()
    await Promise.all([1, 2, 3].map(() => kept.archive.keep(RAW)))
    expect(kept.objects()).toHaveLength(1)
    expect(kept.leftOvers()).toEqual([])
  })

  it('says that evidence was altered, or is missing', async () => {
    await using kept = await open()
    const fingerprint = await kept.archive.keep(RAW)
    kept.damage(fingerprint)
    await expect(kept.archive.read(fingerprint)).rejects.toMatchObject({
      kind: 'permanent',
      code: 'evidence-altered',
    })
    await expect(kept.archive.read(sha256('never kept'))).rejects.toMatchObject({
      kind: 'permanent',
      code: 'evidence-missing',
    })
  })

  it('forgets what is none of our business', async () => {
    await using kept = await open()
    const fingerprint = await kept.archive.keep(RAW)
    await kept.archive.forget(fingerprint)
    expect(await kept.archive.has(fingerprint)).toBe(false)
    await kept.archive.forget(fingerprint)
  })
})

it('a bucket that refuses the key, or is away, is a trouble that passes: nothing is lost', async () => {
  const store = await aStore()
  const stranger = openBucketArchive({ ...store.location, keyId: 'NOBODY' })
  await expect(stranger.keep(RAW)).rejects.toMatchObject({ kind: 'transient', code: 'archive-unreachable' })
  await store[Symbol.asyncDispose]()
  const away = openBucketArchive(store.location)
  await expect(away.keep(RAW)).rejects.toMatchObject({ kind: 'transient', code: 'archive-unreachable' })
})

describe('saved mails', () => {
  const MAIL = 'Received: from a by b\r\nSubject: one\r\n\r\nFrom here on\r\n'

  async function found(files: Readonly<Record<string, string>>, ...named: string[]) {
    const folder = mkdtempSync(join(tmpdir(), 'recepisse-saved-'))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const paths = named.length === 0 ? [folder] : named.map((name) => join(folder, name))
    return (await savedMails(paths)).map(({ file, raw }) => [file, Buffer.from(raw).toString('latin1')])
  }

  it('are found in a folder by what they begin with, whatever they are called', async () => {
    const session = `HELO a.example\r\nMAIL FROM:<a@b.example>\r\nDATA\r\n${MAIL}`
    const files = { a: MAIL, 'b.raw': MAIL, 'c.txt': `\r\n${MAIL}`, d: session, 'lisez-moi.md': '# Notes\n' }
    expect((await found(files)).map(([file]) => file)).toEqual(['a', 'b.raw', 'c.txt', 'd'])
  })

  it('are all files that are named, even an empty one', async () => {
    const files = { vide: '', 'notes.txt': 'Bonjour' }
    expect(await found(files, 'vide', 'notes.txt')).toEqual([
      ['vide', ''],
      ['notes.txt', 'Bonjour'],
    ])
  })

  it.each(['\n', '\r\n', '\r'])(
    'of an .eml file are one, without the separator of an mbox (%j)',
    async (end) => {
      const mail = MAIL.replaceAll('\r\n', end)
      expect(await found({ 'un.eml': `From a@b Wed Nov 23${end}${mail}` })).toEqual([['un.eml', mail]])
    },
  )
})

describe('an mbox', () => {
  it('is cut at its separators, and « >From » loses one mark', () => {
    const mails = splitMbox(
      Buffer.from(
        'From a@b Wed Nov 23\nSubject: one\n\n>From here on\n\nFrom c@d Wed Nov 23\nSubject: two\n\nbody\n',
      ),
    )
    expect(mails.map(String)).toEqual(['Subject: one\n\nFrom here on', 'Subject: two\n\nbody\n'])
  })
})
