import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { systemClock } from '../../src/adapters/clock/system.ts'
import { later } from '../../src/base/instant.ts'

const run = promisify(execFile)

const CONFIGURATION = `
[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
rand_serial = yes
copy_extensions = copy
[any]
commonName = supplied
[req]
distinguished_name = dn
[dn]
[authority]
basicConstraints = critical,CA:TRUE
`

export interface ServerCertificate {
  readonly certificate: string
  readonly key: string
}

/** A certification authority of our own on openssl, for tests. */
export interface CertificateAuthority {
  /** Its root certificate: a PEM file. */
  readonly rootFile: string
  /** A server's certificate for a host, good from and until so many days from now; the past is negative. */
  issue(host: string, fromDays: number, untilDays: number): Promise<ServerCertificate>
}

/** `folder`: an empty one, for its files. */
export async function startCertificateAuthority(folder: string): Promise<CertificateAuthority> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'ca.cnf'), CONFIGURATION)
  await writeFile(join(folder, 'index.txt'), '')
  const openssl = (words: string) => run('openssl', words.split(' '), { cwd: folder })
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -config ca.cnf'
  await openssl(`req -x509 ${key} -subj /CN=Test -days 30 -extensions authority -keyout ca.key -out ca.pem`)
  let count = 0
  return {
    rootFile: join(folder, 'ca.pem'),
    async issue(host, fromDays, untilDays) {
      count += 1
      const name = `server-${count}`
      await openssl(
        `req ${key} -subj /CN=${host} -addext subjectAltName=DNS:${host} -keyout ${name}.key -out ${name}.csr`,
      )
      await openssl(
        `ca -config ca.cnf -batch -notext -in ${name}.csr -out ${name}.pem -startdate ${dayOf(fromDays)} -enddate ${dayOf(untilDays)}`,
      )
      return { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) }
    },
  }
}

/** `YYYYMMDDHHMMSSZ`, as openssl ca(1) takes it. */
function dayOf(days: number): string {
  return `${later(systemClock().now(), days * 86_400_000)
    .replace(/\D/g, '')
    .slice(0, 14)}Z`
}
