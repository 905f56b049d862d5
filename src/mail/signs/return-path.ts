/**
 * The sender's own address inside a rewritten envelope sender: SRS0 and SRS1 of forwarders, BATV (`prvs=`) of
 * gateways that sign their bounces. Anything else as it is; null and '' keep their meaning (mail.ts).
 */
export function decodedReturnPath(returnPath: string | null): string | null {
  if (returnPath === null || returnPath === '') return returnPath
  const at = returnPath.lastIndexOf('@')
  if (at < 0) return returnPath
  const local = returnPath.slice(0, at)
  const domain = returnPath.slice(at + 1)
  const srs =
    /^SRS0[-+=][^=]*=[^=]*=([^=]+)=(.+)$/i.exec(local) ??
    /^SRS1[-+=][^=]*=[^=]*==[^=]*=[^=]*=([^=]+)=(.+)$/i.exec(local)
  if (srs !== null) return `${srs[2]}@${(srs[1] ?? '').toLowerCase()}`
  const batv =
    /^prvs=[0-9a-z]{6,16}=(.+)$/i.exec(local) ??
    /^prvs=(.+)\/[0-9a-z]{6,16}$/i.exec(local) ??
    /^btv1==[0-9a-z]+==(.+)$/i.exec(local)
  return batv === null ? returnPath : `${batv[1]}@${domain}`
}
