#!/bin/sh
# Builds the image for real without a container engine: buildah on a base that debootstrap makes. For tests;
# needs root. build-image.sh NAME [FOLDER]: the image's name; where the base is kept between runs.
set -eu
name=$1
work=${2:-/var/tmp/recepisse-image}
here=$(cd "$(dirname "$0")/.." && pwd -P)
. "$here/bin/node.sh"
buildah() { command buildah --storage-driver vfs "$@"; }
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
mkdir -p "$work"
if ! buildah inspect --type image localhost/recepisse-base >/dev/null 2>&1; then
  echo "Making a base with debootstrap…" >&2
  rm -rf "$work/base"
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work/base" "$mirror" \
    >"$work/debootstrap.log" 2>&1
  # This machine's way to its package sources holds for the build too.
  cp /etc/apt/apt.conf.d/9* "$work/base/etc/apt/apt.conf.d/" 2>/dev/null || true
  cp /etc/ssl/certs/ca-certificates.crt "$work/base/etc/ssl/certs/"
  cp "$NODE" "$work/base/usr/local/bin/node"
  mkdir -p "$work/npm"
  npm install --silent --no-save --no-package-lock --prefix "$work/npm" npm@11 >&2
  mkdir -p "$work/base/usr/local/lib/node_modules"
  cp -a "$work/npm/node_modules/npm" "$work/base/usr/local/lib/node_modules/"
  cat >"$work/base/usr/local/bin/npm" <<'NPM'
#!/bin/sh
export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
exec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"
NPM
  chmod +x "$work/base/usr/local/bin/npm"
  container=$(buildah from scratch)
  buildah add -q "$container" "$work/base" / >/dev/null
  buildah commit -q "$container" localhost/recepisse-base >/dev/null
  buildah rm "$container" >/dev/null
  rm -rf "$work/base"
fi
echo "Building $name…" >&2
buildah bud -q --format docker --isolation chroot --network host \
  --build-arg BASE=localhost/recepisse-base -t "$name" "$here" >&2
