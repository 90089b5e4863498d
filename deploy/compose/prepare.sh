#!/bin/sh
# Makes what compose.yaml wants in secrets/: certificates of an authority, keys, passwords.
set -eu
umask 077

usage() {
  cat <<'HELP'
Usage: prepare.sh PKI HOST...

PKI is the authority's folder of deploy/pki/issue.sh; it is made when it is not there, and belongs elsewhere afterwards. HOST... are the names and
addresses by which terminals and browsers reach this machine. What is there already stays. As root each file is given to the user of the image
that reads it; otherwise do that yourself: docs/compose.md.

Environment: POSDIAG, the command line of posdiag, for the keys that sign what terminals are told (default: posdiag)

Exit codes: 0 done, 64 wrong use, others: of issue.sh and posdiag
HELP
}

case ${1:-} in -h | --help) usage; exit ;; esac
if [ $# -lt 2 ]; then usage >&2; exit 64; fi
here=$(cd "$(dirname "$0")" && pwd)
issue=$here/../pki/issue.sh
pki=$1
shift
secrets=$here/secrets
mkdir -p "$secrets"
chmod 711 "$secrets"

[ -f "$pki/ca.key" ] || sh "$issue" "$pki" init 3650 http://crl:8080/crl.pem

# put FILE USER MODE: from standard input, unless it is there
put() {
  if [ ! -f "$secrets/$1" ]; then cat >"$secrets/$1"; fi
  own "$@"
}
own() {
  chmod "$3" "$secrets/$1"
  if [ "$(id -u)" -eq 0 ]; then chown "$2" "$secrets/$1"; fi
}
random() { openssl rand -hex 24; }

# certificate NAME USER
certificate() {
  put "$1.pem" "$2" 644 <"$pki/$1.pem"
  put "$1.key" "$2" 400 <"$pki/$1.key"
}

[ -f "$pki/broker.pem" ] || sh "$issue" "$pki" server broker broker "$@"
[ -f "$pki/web.pem" ] || sh "$issue" "$pki" server web localhost "$@"
for name in collector console; do
  [ -f "$pki/$name.pem" ] || sh "$issue" "$pki" "$name"
done

office=10001
certificate broker 1000
certificate web "$office"
certificate collector "$office"
certificate console "$office"
put ca.pem 0 644 <"$pki/ca.pem"
# Anew each time: what was revoked meanwhile stands in it.
cat "$pki/crl.pem" >"$secrets/crl.pem"
own crl.pem 99 644
random | put erlang.cookie 1000 400
random | put dashboard.password 1000 400
random | put db.password 999 400
printf 'db:5432:posdiag:posdiag:%s\n' "$(cat "$secrets/db.password")" | put pgpass "$office" 600
# signing NAME MORE...
signing() {
  if [ ! -f "$secrets/$1.key" ]; then
    # shellcheck disable=SC2086 # a command line, not a word
    ${POSDIAG:-posdiag} support keygen --out "$secrets" --name "$@"
  fi
  own "$1.key" "$office" 400
}
signing fleet --may hint
signing support
echo "Terminals must trust $secrets/fleet.pub.json for hints and $secrets/support.pub.json for commands."
