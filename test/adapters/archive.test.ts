import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFileArchive } from '../../src/adapters/archive/files.ts'
import { savedMails, splitMbox } from '../../src/adapters/archive/saved-mails.ts'
import { sha256 } from '../dossier/a-submission.ts'

const RAW = Buffer.from('From: a@b.example\r\n\r\nhello\r\n')

async function anArchive() {
  const folder = mkdtempSync(join(tmpdir(), 'recepisse-archive-'))
  return { folder, archive: await openFileArchive(folder) }
}

describe('the archive', () => {
  it('gives back the bytes it kept, under their fingerprint', async () => {
    const { archive } = await anArchive()
    const fingerprint = await archive.keep(RAW)
    expect(Buffer.from(await archive.read(fingerprint))).toEqual(RAW)
  })

  it('keeps the same bytes once, even when two keep them at the same time', async () => {
    const { folder, archive } = await anArchive()
    await Promise.all([archive.keep(RAW), archive.keep(RAW), archive.keep(RAW)])
    expect(
      readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.eml')),
    ).toHaveLength(1)
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
  })

  it('says that evidence was altered, or is missing', async () => {
    const { folder, archive } = await anArchive()
    const fingerprint = await archive.keep(RAW)
    const path = join(folder, fingerprint.slice(0, 2), `${fingerprint}.eml`)
    chmodSync(path, 0o600)
    writeFileSync(path, 'something else')
    await expect(archive.read(fingerprint)).rejects.toMatchObject({
      kind: 'permanent',
      code: 'evidence-altered',
    })
    await expect(archive.read(sha256('never kept'))).rejects.toMatchObject({
      kind: 'permanent',
      code: 'evidence-missing',
    })
  })

  it('forgets what is none of our business', async () => {
    const { archive } = await anArchive()
    const fingerprint = await archive.keep(RAW)
    await archive.forget(fingerprint)
    expect(await archive.has(fingerprint)).toBe(false)
  })
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
