/** Services through which people send files that are too large for a mail, by host. */
const SERVICES: readonly RegExp[] = [
  /(^|\.)(wetransfer\.com|we\.tl|swisstransfer\.com|grosfichiers\.(com|ch)|transfernow\.net|fromsmash\.com|smash\.com|filesender\.renater\.fr|francetransfert\.numerique\.gouv\.fr|dl\.free\.fr|transfert\.free\.fr|filemail\.com|transferxl\.com|1fichier\.com|send-anywhere\.com|mega\.(nz|io|co\.nz)|mediafire\.com|sendgb\.com|pcloud\.(com|link)|terabox\.com|bluefiles\.com|hightail\.com|yousendit\.com|uptobox\.com|wesendit\.com|file\.io|gofile\.io|tresorit\.com|cloud\.orange\.fr|cjoint\.com|lufi\.[a-z.]+|drop\.infini\.fr)$/,
  /(^|\.)(drive\.google\.com|docs\.google\.com|drive\.usercontent\.google\.com|photos\.app\.goo\.gl|onedrive\.live\.com|1drv\.ms|sharepoint\.com|sharepoint\.[a-z]{2}|dropbox\.com|dropboxusercontent\.com|db\.tt|box\.com|icloud\.com|kdrive\.infomaniak\.com|hubic\.com|mycloud\.com|cozy\.cloud)$/,
]
/** A share of somebody's own Nextcloud or ownCloud is known by its path. */
const OWN_CLOUD = /^\/(index\.php\/)?s\/[A-Za-z0-9]{8,}(\/|$)/
/** The service's own pages: its home, its terms. Somebody's signature may link them. */
const OWN_PAGES = /^\/?(about|help|legal|terms|privacy|fr|en|fr-fr|en-us|explore|pricing|intl\/.*)?\/?$/i

/** The links under which files wait, each once. They are never fetched. */
export function transferLinks(links: readonly string[]): URL[] {
  const found = new Map<string, URL>()
  for (const link of links) {
    if (!URL.canParse(link)) continue
    const url = new URL(link)
    const known = SERVICES.some((service) => service.test(url.hostname)) && !isOwnPage(url)
    if (known || OWN_CLOUD.test(url.pathname)) found.set(url.href, url)
  }
  return [...found.values()]
}

function isOwnPage(url: URL): boolean {
  return OWN_PAGES.test(url.pathname) && url.search === ''
}
