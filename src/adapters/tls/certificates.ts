import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { certificatesIn } from '../../base/certificates.ts'
import { TRUSTING } from '../compiled/engine.ts'

/**
 * From now on every TLS connection of this process trusts, beside the authorities that Node brings, those of
 * the system's store and of `pem` (RECEPISSE_CA): mail servers, databases, stores and token servers of one
 * authority often have certificates of its own.
 */
export function trustAuthorities(pem: string | undefined): void {
  if (pem === undefined && TRUSTING.every((option) => process.execArgv.includes(option))) return
  const own = pem === undefined ? [] : certificatesIn(pem)
  setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system'), ...own])
}

const UNKNOWN_AUTHORITY =
  'comes from an authority that this machine does not know: name that authority’s certificate in ' +
  'RECEPISSE_CA_FILE'
const OR_INTERMEDIATES = 'or let that server send its intermediate certificates'
const LACKS_INTERMEDIATES = `${UNKNOWN_AUTHORITY}, ${OR_INTERMEDIATES}`

/** By the code that OpenSSL's verification ends with (X509_STORE_CTX_get_error(3)), as Node names them. */
const FAULTS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired: renew it on that server',
  CERT_NOT_YET_VALID: 'is not valid yet: check this machine’s clock, then the certificate on that server',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name: set the host to a name that stands in it',
  HOSTNAME_MISMATCH: 'is for another name: set the host to a name that stands in it',
  CERT_REVOKED: 'was revoked: replace it on that server',
  DEPTH_ZERO_SELF_SIGNED_CERT: `signed itself: name it in RECEPISSE_CA_FILE`,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: LACKS_INTERMEDIATES,
  CERT_UNTRUSTED: UNKNOWN_AUTHORITY,
  INVALID_CA: UNKNOWN_AUTHORITY,
}
/** The others of the same family, for which only the code can be told. */
const OTHER = new RegExp(
  '^(CERT_|CRL_|UNABLE_TO_(GET|DECRYPT|DECODE|VERIFY)|ERROR_IN_(CERT|CRL)|PATH_LENGTH_EXCEEDED|' +
    'INVALID_PURPOSE|ERR_TLS_CERT)',
)
const LAYERS = 5

/** What is wrong with a server's certificate, and what to do; null when the error is of another kind. */
export function certificateFault(error: unknown): string | null {
  let layer: unknown = error
  for (let depth = 0; depth < LAYERS && typeof layer === 'object' && layer !== null; depth += 1) {
    // nodemailer puts a code of its own in its place.
    for (const key of ['originalCode', 'code']) {
      const code: unknown = Reflect.get(layer, key)
      if (typeof code === 'string' && (Object.hasOwn(FAULTS, code) || OTHER.test(code)))
        return `certificate ${FAULTS[code] ?? 'cannot be trusted'} (${code})`
    }
    layer = Reflect.get(layer, 'cause')
  }
  return null
}
