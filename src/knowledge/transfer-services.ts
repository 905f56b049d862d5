/**
 * A service by which people send files that are too large for a mail: its host, and the path of a share
 * there.
 */
export interface TransferService {
  readonly host: string
  readonly share: string
}

/**
 * The services that people use, each with a share as it looks. A home page, its terms or its help are no
 * share, and somebody's signature may link them.
 */
export const TRANSFER_SERVICES: readonly TransferService[] = [
  { host: 'wetransfer.com', share: '/downloads/3f2a9c/88e1' },
  { host: 'we.tl', share: '/t-AbCdEf' },
  { host: 'swisstransfer.com', share: '/d/7b0c2f9e-11aa' },
  { host: 'grosfichiers.com', share: '/i4fHg2' },
  { host: 'grosfichiers.ch', share: '/i4fHg2' },
  { host: 'transfernow.net', share: '/dl/20221122abc' },
  { host: 'fromsmash.com', share: '/dossier-2022' },
  { host: 'smash.com', share: '/dossier-2022' },
  { host: 'filesender.renater.fr', share: '/?s=download&token=1a2b' },
  { host: 'francetransfert.numerique.gouv.fr', share: '/download/download-info?enclosure=9c' },
  { host: 'dl.free.fr', share: '/getfile.pl?file=/aBcD' },
  { host: 'transfert.free.fr', share: '/aBcDeF' },
  { host: 'filemail.com', share: '/d/qwertyuiop' },
  { host: 'transferxl.com', share: '/download/08kLm' },
  { host: '1fichier.com', share: '/?z9y8x7' },
  { host: 'send-anywhere.com', share: '/web/downloads/ABCD1234' },
  { host: 'mega.nz', share: '/file/AbC#key' },
  { host: 'mega.io', share: '/file/AbC#key' },
  { host: 'mega.co.nz', share: '/#!AbC!key?x=1' },
  { host: 'mediafire.com', share: '/file/abc/dossier.pdf/file' },
  { host: 'sendgb.com', share: '/mNoPqR' },
  { host: 'pcloud.com', share: '/publink/show?code=XZ' },
  { host: 'pcloud.link', share: '/publink/show?code=XZ' },
  { host: 'terabox.com', share: '/s/1abc' },
  { host: 'bluefiles.com', share: '/recipients/abc' },
  { host: 'hightail.com', share: '/download/bWJ' },
  { host: 'yousendit.com', share: '/download/bWJ' },
  { host: 'uptobox.com', share: '/abc123' },
  { host: 'wesendit.com', share: '/dl/abc' },
  { host: 'file.io', share: '/AbCdEf' },
  { host: 'gofile.io', share: '/d/AbCdEf' },
  { host: 'tresorit.com', share: '/l/AbC#key' },
  { host: 'cloud.orange.fr', share: '/SharedFiles?token=abc' },
  { host: 'cjoint.com', share: '/c/LKwabc' },
  { host: 'lufi.io', share: '/r/AbC#key' },
  { host: 'drop.infini.fr', share: '/r/AbC#key' },
  { host: 'drive.google.com', share: '/file/d/1AbC/view' },
  { host: 'docs.google.com', share: '/document/d/1AbC/edit' },
  { host: 'drive.usercontent.google.com', share: '/download?id=1AbC' },
  { host: 'photos.app.goo.gl', share: '/AbCdEf' },
  { host: 'onedrive.live.com', share: '/?authkey=abc&id=1' },
  { host: '1drv.ms', share: '/b/s!AbC' },
  { host: 'sharepoint.com', share: '/:b:/g/personal/x/AbC' },
  { host: 'dropbox.com', share: '/s/a1b2c3/dossier.pdf?dl=0' },
  { host: 'dropboxusercontent.com', share: '/s/a1b2c3/dossier.pdf' },
  { host: 'db.tt', share: '/AbCd' },
  { host: 'box.com', share: '/s/abcdef' },
  { host: 'icloud.com', share: '/attachment/?u=https%3A%2F%2Fcvws' },
  { host: 'kdrive.infomaniak.com', share: '/app/share/1/abc' },
  { host: 'hubic.com', share: '/home/pub/?ruid=abc' },
  { host: 'mycloud.com', share: '/action/share/abc' },
  { host: 'cozy.cloud', share: '/public?sharecode=abc' },
  { host: 'drive.proton.me', share: '/urls/ABC#key' },
]

/** Paths of a service's own pages. */
export const OWN_PAGES = new RegExp(
  '^/?(?:about|a-propos|help|aide|legal|terms|cgu|privacy|contact|home|index|login|signin|download-app|' +
    'fr|en|fr-fr|en-us|explore|pricing|features|gmail/about|drive/?|intl/.*)?/?$',
  'i',
)
