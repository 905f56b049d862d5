import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a program in a folder of its own on one file; gives the file it makes. */
async function through(
  content: Uint8Array | string,
  source: string,
  made: string,
  program: string,
  args: (folder: string) => readonly string[],
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-corpus-'))
  await writeFile(join(folder, source), content)
  await run(program, [...args(folder)], { cwd: folder, maxBuffer: 1e8 })
  return readFile(join(folder, made))
}

const FILTERS: Readonly<Record<string, string>> = {
  docx: 'docx:MS Word 2007 XML',
  odt: 'odt:writer8',
  doc: 'doc:MS Word 97',
  rtf: 'rtf:Rich Text Format',
  pdf: 'pdf:writer_pdf_Export',
}

/** Opens files with LibreOffice and saves them in another format: all of them in one start. By name without extension. */
export async function office(
  sources: ReadonlyMap<string, string | Uint8Array>,
  format: string,
  options: { readonly html?: boolean } = {},
): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-corpus-'))
  const made = join(folder, 'made')
  await mkdir(made)
  for (const [name, content] of sources) await writeFile(join(folder, name), content)
  const html = options.html === true
  const filter = html
    ? ['--infilter=HTML (StarWriter)', '--convert-to', FILTERS[format] ?? format]
    : ['--convert-to', format]
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  await run('soffice', [
    profile,
    '--headless',
    ...filter,
    '--outdir',
    made,
    ...[...sources.keys()].map((name) => join(folder, name)),
  ])
  const files = await readdir(made)
  return new Map(
    await Promise.all(
      files.map(async (file) => [file.replace(/\.[^.]+$/, ''), await readFile(join(made, file))] as const),
    ),
  )
}

/** A page of a PDF as a grey picture, by ghostscript. */
export function pictureOf(pdf: Uint8Array, dotsPerInch: number, device = 'pnggray'): Promise<Uint8Array> {
  return through(pdf, 'in.pdf', 'out.png', 'gs', () => [
    '-q',
    '-dSAFER',
    '-dBATCH',
    '-dNOPAUSE',
    '-dTextAlphaBits=4',
    '-dLastPage=1',
    `-sDEVICE=${device}`,
    `-r${dotsPerInch}`,
    '-sOutputFile=out.png',
    'in.pdf',
  ])
}

/** ImageMagick: arguments between the picture and what is made of it. */
export function magick(picture: Uint8Array, made: string, ...args: readonly string[]): Promise<Uint8Array> {
  return through(picture, 'in.img', made, 'convert', () => ['in.img', '-seed', '7', ...args, made])
}

export function qpdf(pdf: Uint8Array, ...args: readonly string[]): Promise<Uint8Array> {
  return through(pdf, 'in.pdf', 'out.pdf', 'qpdf', () => [...args, 'in.pdf', 'out.pdf'])
}

/** What a « print to PDF » leaves: the page drawn again, its form fields flattened. */
export function printed(pdf: Uint8Array): Promise<Uint8Array> {
  return through(pdf, 'in.pdf', 'out.pdf', 'gs', () => [
    '-q',
    '-dSAFER',
    '-dBATCH',
    '-dNOPAUSE',
    '-sDEVICE=pdfwrite',
    '-dPreserveAnnots=false',
    '-sOutputFile=out.pdf',
    'in.pdf',
  ])
}

export function heic(jpeg: Uint8Array): Promise<Uint8Array> {
  return through(jpeg, 'in.jpg', 'out.heic', 'heif-enc', () => ['-q', '60', '-o', 'out.heic', 'in.jpg'])
}

/** An S/MIME object: a mail part inside its signature, made with a key for the occasion. */
export async function signedPart(part: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-corpus-'))
  await writeFile(join(folder, 'part.eml'), part)
  const openssl = (...args: string[]): Promise<unknown> => run('openssl', args, { cwd: folder })
  await openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'key.pem',
    '-out',
    'cert.pem',
    '-days',
    '3650',
    '-subj',
    '/CN=Essai',
  )
  await openssl(
    'cms',
    '-sign',
    '-nodetach',
    '-binary',
    '-in',
    'part.eml',
    '-signer',
    'cert.pem',
    '-inkey',
    'key.pem',
    '-outform',
    'DER',
    '-out',
    'smime.p7m',
  )
  return readFile(join(folder, 'smime.p7m'))
}

/** The signature of bytes that stand elsewhere, with a key for the occasion. */
export async function signatureOf(content: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'recepisse-corpus-'))
  await writeFile(join(folder, 'bytes'), content)
  const openssl = (command: string): Promise<unknown> => run('openssl', command.split(' '), { cwd: folder })
  await openssl('req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 3650 -subj /CN=Essai')
  await openssl('cms -sign -binary -in bytes -signer cert.pem -inkey key.pem -outform DER -out signature')
  return readFile(join(folder, 'signature'))
}
