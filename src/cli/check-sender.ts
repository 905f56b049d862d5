/** How records are asked for: the texts of a domain’s TXT records; null when there is no such domain. */
export type Lookup = (domain: string) => Promise<readonly string[] | null>

/**
 * What receivers will think of the sender of letters: SPF (RFC 7208) of the envelope’s domain and DMARC (RFC
 * 7489) of the domain in From. What lacks is a warning: letters leave, and end among suspected spam. DKIM
 * cannot be seen from here: its selector is the submission server’s own.
 */
export async function checkSender(
  addresses: { readonly from: string; readonly envelope: string },
  lookup: Lookup,
): Promise<readonly string[]> {
  const envelope = domainOf(addresses.envelope)
  const from = domainOf(addresses.from)
  const records = await lookup(envelope)
  if (records === null)
    return [
      `warning: ${envelope} is unknown to this machine’s name servers: SPF and DMARC could not be looked at`,
    ]
  const spf = records.filter((text) => /^v=spf1( |$)/i.test(text))
  const dmarc = ((await lookup(`_dmarc.${from}`)) ?? []).filter((text) => /^v=DMARC1\s*;/i.test(text))
  const lacking = [
    spf.length === 0 ? `${envelope} has no SPF record` : null,
    spf.length > 1 ? `${envelope} has ${spf.length} SPF records, and receivers take none then` : null,
    spf.some((text) => /[ ]\+?all( |$)/i.test(text))
      ? `the SPF record of ${envelope} lets anybody send`
      : null,
    dmarc.length === 0 ? `${from} has no DMARC record` : null,
  ].filter((one) => one !== null)
  return [
    lacking.length === 0
      ? `${envelope} has SPF, ${from} has DMARC`
      : `warning: ${lacking.join('; ')}: letters may be taken for spam; ask whoever keeps the domain’s ` +
        'records',
    'DKIM is the submission server’s: look for « DKIM-Signature » in a letter that arrived',
  ]
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
