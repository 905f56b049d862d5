import { X509Certificate } from 'node:crypto'

/** The certificates that stand in a text, each as its own PEM. */
export function certificatesIn(pem: string): readonly string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? []
}

/** Whether a text holds certificates, and every one can be read. */
export function holdsCertificates(pem: string): boolean {
  const found = certificatesIn(pem)
  return found.length > 0 && found.every(isReadable)
}

function isReadable(certificate: string): boolean {
  try {
    return new X509Certificate(certificate).subject !== undefined
  } catch {
    return false
  }
}
