/** What a receipt and a proof must be made of; the program that writes them has the same in src/proof. */

const isText = (value) => typeof value === 'string' && value.length < 500
const isCount = (value) => Number.isSafeInteger(value) && value >= 0
const isHash = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value)
const isInstant = (value) =>
  isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value))
const isList = (value, each) => Array.isArray(value) && value.every(each)
const isFile = (value) => isHash(value?.sha256) && isCount(value.bytes)

export function isReceipt(value) {
  const files = value?.files
  return (
    value?.v === 1 &&
    [value.call, value.number, value.source, value.key].every(isText) &&
    isInstant(value.receivedAt) &&
    (isList(files, isFile) || (isCount(files?.count) && isHash(files.sha256))) &&
    isCount(value.entry?.position) &&
    isHash(value.entry.leaf)
  )
}

export function isBundle(value) {
  const head = value?.head?.head
  return (
    isCount(head?.size) &&
    isHash(head.root) &&
    isInstant(head.at) &&
    isText(head.key) &&
    isText(value.head.signature) &&
    isList(
      value.entries,
      (one) => isCount(one?.position) && isList(one.inclusion, isHash) && typeof one.body === 'string',
    ) &&
    isList(value.stamps, (one) => isText(one?.authority) && typeof one.token === 'string')
  )
}
