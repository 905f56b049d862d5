import { OWN_PAGES, TRANSFER_SERVICES } from '../knowledge/transfer-services.ts'
import { isHostOf } from './hosts.ts'

/** A share of somebody's own Nextcloud or ownCloud is known by its path. */
const OWN_CLOUD = /^\/(index\.php\/)?s\/[A-Za-z0-9]{8,}(\/|$)/

const SHARE_HASH = 6

/** The links under which files wait, each once; a service's own pages are none. They are never fetched. */
export function transferLinks(links: readonly string[]): URL[] {
  const found = new Map<string, URL>()
  for (const link of links) {
    if (!URL.canParse(link)) continue
    const url = new URL(link)
    if (isShare(url) || OWN_CLOUD.test(url.pathname)) found.set(url.href, url)
  }
  return [...found.values()]
}

function isShare(url: URL): boolean {
  if (!TRANSFER_SERVICES.some(({ host }) => isHostOf(url.hostname, host))) return false
  // Some services keep the share behind the sign « # ».
  return !(OWN_PAGES.test(url.pathname) && url.search === '' && url.hash.length < SHARE_HASH)
}
