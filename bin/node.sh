# Finds a Node that runs this program: the system's when it is new enough, else the one in .node/. Sets NODE;
# `fetch_node` brings the one in .node/.
# To be sourced with `here` set to the folder of the package.
WANTED=24.16.0
PRIVATE=24.21.0
case "$(uname -m)" in
  x86_64) ARCH=x64 ;;
  aarch64) ARCH=arm64 ;;
  *) ARCH=$(uname -m) ;;
esac
PRIVATE_NODE="$here/.node/node_modules/node-linux-$ARCH/bin/node"

new_enough() {
  "$1" -e '
    const [major, minor] = process.versions.node.split(".").map(Number)
    const [wanted, least] = process.argv[1].split(".").map(Number)
    process.exit(major > wanted || (major === wanted && minor >= least) ? 0 : 1)
  ' "$WANTED" 2>/dev/null
}

fetch_node() {
  npm install --loglevel=error --no-save --no-package-lock --prefix "$here/.node" \
    "node-linux-$ARCH@$PRIVATE" >&2
}

NODE=
if command -v node >/dev/null 2>&1 && new_enough "$(command -v node)"; then
  NODE=$(command -v node)
elif [ -x "$PRIVATE_NODE" ]; then
  NODE=$PRIVATE_NODE
fi
