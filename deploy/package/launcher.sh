#!/bin/sh
# posdiag, with the Node that lies beside it, or the one on the path. Runs in dash, BusyBox and Android's shell.
# POSDIAG_NODE names another Node. The agent's own flags for Node are in the systemd unit.
set -eu

refuse() {
  echo "posdiag: $1" >&2
  exit 69 # EX_UNAVAILABLE
}

# As in the systemd unit: nothing makes Node load other code than the program, or trust others than the configuration says.
if [ "${1:-}" = agent ]; then
  unset NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NODE_TLS_REJECT_UNAUTHORIZED NODE_REPL_EXTERNAL_MODULE SSL_CERT_FILE SSL_CERT_DIR
fi

self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=$(dirname "$self")/$link ;;
  esac
done
folder=$(dirname "$self")

# Unpacked from an archive, or installed under /usr.
home=$folder/..
[ -f "$home/posdiag.cjs" ] || home=$folder/../lib/posdiag
[ -f "$home/posdiag.cjs" ] || refuse "posdiag.cjs is neither in $folder/.. nor in $folder/../lib/posdiag"

# Brought along: tried with this very program.
if [ -z "${POSDIAG_NODE:-}" ] && [ -x "$home/node" ]; then
  exec "$home/node" "$home/posdiag.cjs" "$@"
fi

node=${POSDIAG_NODE:-node}
wanted="install Node 20.20 or later, name one in POSDIAG_NODE, or take the archive or package that brings Node along"
version=$("$node" --version 2>/dev/null) || refuse "$node cannot be run: $wanted"
numbers=${version#v}
major=${numbers%%.*}
rest=${numbers#*.}
minor=${rest%%.*}
case $major$minor in
  '' | *[!0-9]*) refuse "$node does not say which Node it is: $wanted" ;;
esac
if [ "$major" -lt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -lt 20 ]; }; then
  refuse "$node is $version, which is too old: $wanted"
fi
exec "$node" "$home/posdiag.cjs" "$@"
