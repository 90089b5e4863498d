#!/bin/sh
# Tries posdiag out in Termux on a phone or a terminal, without an image: no modem's port, no SELinux domain, no start with the system.
# What it can show there, and what not: docs/android.md. This script was not run on a phone.
set -eu

usage() {
  cat <<'TEXT'
Usage: sh termux.sh ARTEFACT.tar.gz [FOLDER]

Unpacks an android-arm64 (or android-arm) artefact into FOLDER (default: $HOME/posdiag), installs Termux's Node where it is
missing, loads the serial addon, and starts the agent with a configuration that needs no modem and no broker.

  -h, --help   this text

Exit codes: 0 the agent ended, 64 wrong use, 69 this is not Termux or Node is too old, 70 the addon does not load
TEXT
}

fail() {
  code=$1
  shift
  printf 'termux.sh: %s\n' "$*" >&2
  exit "$code"
}

case ${1:-} in
  -h | --help) usage; exit 0 ;;
  '') usage >&2; exit 64 ;;
esac

artefact=$1
folder=${2:-${HOME:-.}/posdiag}
[ -f "$artefact" ] || fail 64 "there is no file $artefact"
if [ -z "${PREFIX:-}" ] || ! command -v pkg >/dev/null 2>&1; then
  fail 69 "this is not Termux: it has no pkg, or PREFIX is not set"
fi

command -v node >/dev/null 2>&1 || pkg install -y nodejs-lts
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 20) ? 0 : 1)' ||
  fail 69 "Node $(node --version) is too old: 20.20 or later is needed (pkg upgrade)"

mkdir -p "$folder"
tar -xzf "$artefact" -C "$folder" --strip-components=1

# Termux's Node says that it runs on "android", so the bundle takes the addon of prebuilds/android-*.
case $(node -p process.arch) in
  arm64) addon=android-arm64/@serialport+bindings-cpp.armv8.node ;;
  arm) addon=android-arm/@serialport+bindings-cpp.armv7.node ;;
  *) fail 69 "there is no addon for $(node -p process.arch)" ;;
esac
node -e 'require(process.argv[1])' "$folder/prebuilds/$addon" ||
  fail 70 "the serial addon does not load: see the linker's message above (libc++_shared.so comes with Termux's libc++)"

cat >"$folder/config.jsonc" <<TEXT
{
  "terminal": { "tenant": "try", "serial": "phone" },
  // Told by the bridge, or by nobody.
  "modem": { "source": "app" },
  "acquirer": { "host": "host.example", "port": 5500 },
  "uplink": { "url": "mqtt://127.0.0.1:1883" },
  "outbox": { "dir": "$folder/outbox" },
  "ipc": { "socket": "$folder/posdiag.sock" }
}
TEXT
printf 'In a second session: node %s/posdiag.cjs diagnose --socket %s/posdiag.sock\n' "$folder" "$folder"
exec node "$folder/posdiag.cjs" agent --config "$folder/config.jsonc"
