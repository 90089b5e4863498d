#!/bin/sh
# A small authority for terminals and services, with nothing but openssl 3. docs/broker.md tells how it is used.
set -eu
umask 077
export LC_ALL=C

usage() {
  cat <<'HELP'
Usage: issue.sh FOLDER COMMAND

FOLDER is the authority: ca.pem, ca.key, what was issued, and crl.pem. It is made with the first certificate. It belongs on no broker
and no terminal. Keys are P-256. NAME is TENANT/SERIAL for a terminal, and one word for a service: collector, console, support.

  init DAYS [URL]       makes it, for certificates of so many days (without: 3650); URL is where crl.pem can be fetched by http, and
                        stands in every certificate: EMQX needs it, Mosquitto reads a file
  NAME                  a key and a certificate: TENANT_SERIAL.key and .pem
  server NAME HOST...   likewise for a server, by these host names or addresses: broker, web (the console's page)
  request NAME          on the terminal, without an authority: a key that stays there, and TENANT_SERIAL.csr
  sign NAME CSR         a certificate for a key that stays where it is
  batch LIST            for each line of a file: NAME, or NAME CSR
  renew NAME            a new certificate for the same key; the old one is good until it ends
  list [DAYS]           what was issued: end, state, serial number, name; DAYS: only what ends within so many
  revoke NAME           nothing that was issued for this name is good any more: a new crl.pem, for the broker

Exit codes: 0 done, 64 wrong use, 65 a name, request or certificate that cannot be taken, 66 not there, 70 openssl failed
HELP
}

die() { code=$1; shift; echo "issue.sh: $*" >&2; exit "$code"; }

# What openssl says is shown where it fails, and only there.
quietly() { said=$("$@" 2>&1) || die 70 "$1 $2: $said"; }

check_days() {
  case $1 in '' | 0* | *[!0-9]* | ?????*) die 64 "$command wants a number of days, not $1" ;; esac
  [ "$1" -le 3650 ] || die 64 "$command takes 3650 days at most"
}

file_of() { echo "$1" | tr / _; }

check_name() {
  case $1 in *[!A-Za-z0-9_./-]* | */*/* | /* | */ | '') die 65 "no name for a terminal or service: $1" ;; esac
  # X.509 has room for 64 characters (RFC 5280, ub-common-name).
  [ ${#1} -le 64 ] || die 65 "longer than 64 characters: $1"
}

# make_authority DAYS URL
make_authority() {
  cat >ca.cnf <<'CNF'
[ca]
default_ca=own
[own]
database=index.txt
crlnumber=crlnumber
default_md=sha256
default_crl_days=3650
[req]
distinguished_name=none
[none]
[authority]
basicConstraints=critical,CA:TRUE,pathlen:0
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
CNF
  # Twice as long as what it signs: a certificate must not outlive its authority.
  quietly openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config ca.cnf -extensions authority \
    -keyout ca.key -out ca.pem -days 7300 -subj '/CN=posdiag authority'
  for empty in index.txt issued.txt; do : >"$empty"; done
  echo 01 >crlnumber
  echo "$1" >days
  printf %s "$2" >crl.url
  mkdir -p issued
  revocations
}

# A broker lets nobody in with a list that has ended, so it is good for ten years.
revocations() {
  quietly openssl ca -config ca.cnf -keyfile ca.key -cert ca.pem -gencrl -out crl.new
  mv crl.new crl.pem
}

enter() { mkdir -p "$dir"; cd "$dir"; }

open_authority() {
  enter
  [ -f ca.key ] || make_authority 3650 ''
  days=$(cat days)
  openssl x509 -in ca.pem -noout -checkend $((days * 86400)) >/dev/null ||
    die 65 "the authority ends before a certificate of $days days would: make a new one, or init with less"
}

extensions() {
  printf '%s\n' 'basicConstraints=critical,CA:FALSE' 'keyUsage=critical,digitalSignature' "$1"
  if [ -s crl.url ]; then echo "crlDistributionPoints=URI:$(cat crl.url)"; fi
}

# publish NAME CERTIFICATE: it is written down, and lies under its name.
publish() {
  serial=$(openssl x509 -in "$2" -noout -serial | cut -d= -f2)
  ends=$(openssl x509 -in "$2" -noout -enddate -dateopt iso_8601 | cut -d= -f2 | cut -c1-10)
  cp "$2" "issued/$serial.pem"
  echo "$ends $serial $1" >>issued.txt
  mv "$2" "$(file_of "$1").pem"
}

# certify NAME USAGE FROM...: what openssl makes it from
certify() {
  who=$1 new=$(file_of "$1").new usage=$2
  shift 2
  extensions "$usage" >"$new.ext"
  quietly openssl x509 "$@" -CA ca.pem -CAkey ca.key -set_serial "0x$(openssl rand -hex 16)" -days "$days" \
    -extfile "$new.ext" -out "$new"
  rm "$new.ext"
  publish "$who" "$new"
}

subject_of() { echo "/CN=$(echo "$1" | sed 's,/,\\/,')"; }

# The slash of a name is none that divides a subject. Not every terminal has a configuration of openssl.
make_request() {
  file=$(file_of "$1")
  printf '[req]\ndistinguished_name=none\n[none]\n' >"$file.cnf"
  quietly openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config "$file.cnf" -keyout "$file.key" -out "$file.csr" \
    -subj "$(subject_of "$1")"
  rm "$file.cnf"
}

# a_b/c and a/b_c would lie in the same file.
check_file() {
  case $1 in ca | crl) die 65 "no name for a terminal or service: $1" ;; esac
  file=$(file_of "$1")
  [ -f "$file.pem" ] || return 0
  holder=$(openssl x509 -in "$file.pem" -noout -subject -nameopt RFC2253)
  [ "$holder" = "subject=CN=$1" ] || die 65 "$file.pem is of ${holder#subject=CN=}: $1 needs another name"
}

issue() {
  make_request "$1"
  certify "$1" "$2" -req -in "$file.csr"
  rm "$file.csr"
}

# A request proves that whoever made it has the key, and for whom it asks. What else it asks for is not given.
sign() {
  [ -r "$2" ] || die 66 "cannot read $2"
  openssl req -in "$2" -noout -verify >/dev/null 2>&1 || die 65 "$2 is no request, or not signed with its own key"
  asked=$(openssl req -in "$2" -noout -subject -nameopt RFC2253)
  [ "$asked" = "subject=CN=$1" ] || die 65 "$2 asks for ${asked#subject=}, not CN=$1"
  openssl req -in "$2" -noout -pubkey | openssl pkey -pubin -noout -text 2>&1 |
    grep -Eq '(NIST CURVE: P-(256|384)|Public-Key: \((2048|3072|4096) bit\))' || die 65 "$2 has a key of another kind: P-256, P-384 or RSA of 2048 to 4096 bits"
  certify "$1" "$client_usage" -req -in "$2"
}

client_usage=extendedKeyUsage=clientAuth
client() { issue "$1" "$client_usage"; }

# Whoever has a certificate gets no other: a list that was broken off can be given again.
batch() {
  count=0 had=0
  [ -r "$1" ] || die 66 "cannot read $1"
  while read -r who request rest || [ -n "$who" ]; do
    case $who in '' | '#'*) continue ;; esac
    [ -z "$rest" ] || die 65 "more than NAME and CSR in a line: $who $request $rest"
    check_name "$who"
    check_file "$who"
    if [ -f "$file.pem" ]; then had=$((had + 1)); continue; fi
    if [ -n "$request" ]; then sign "$who" "$(absolute "$request")"; else client "$who"; fi
    count=$((count + 1))
  done <"$1"
  echo "$count issued, $had had one"
}

# The public key stays; serial number and times are new.
renew() {
  file=$(file_of "$1")
  [ -f "$file.pem" ] || die 66 "nothing was issued for $1"
  openssl x509 -in "$file.pem" -noout -purpose | grep -q '^SSL client : Yes' ||
    die 65 "$1 is a server: say its hosts once more, server $1 HOST..."
  serial=$(openssl x509 -in "$file.pem" -noout -serial | cut -d= -f2)
  ! grep -q "^R.*	$serial	" index.txt || die 65 "$1 was revoked: it needs a new key"
  openssl x509 -in "$file.pem" -noout -pubkey >"$file.pub"
  certify "$1" "$client_usage" -new -force_pubkey "$file.pub" -subj "$(subject_of "$1")"
  rm "$file.pub"
}

list_issued() {
  until=9999-12-31
  [ -z "$1" ] || until=$(date -u -d "@$(($(date -u +%s) + $1 * 86400))" +%Y-%m-%d)
  sort issued.txt | awk -v today="$(date -u +%Y-%m-%d)" -v until="$until" '
    FILENAME == "index.txt" { if ($1 == "R") revoked[$4] = 1; next }
    $1 <= until { print $1, $2 in revoked ? "revoked" : $1 < today ? "ended  " : "good   ", $2, $3 }' index.txt -
}

revoke() {
  serials=$(awk -v name="$1" '$3 == name { print $2 }' issued.txt)
  [ -n "$serials" ] || die 66 "nothing was issued for $1"
  count=0
  for serial in $serials; do
    ! grep -q "^R.*	$serial	" index.txt || continue
    quietly openssl ca -config ca.cnf -keyfile ca.key -cert ca.pem -revoke "issued/$serial.pem"
    count=$((count + 1))
  done
  [ "$count" -gt 0 ] || die 65 "$1 was revoked before"
  revocations
  echo "$count revoked: crl.pem to the broker, and there: systemctl reload mosquitto"
}

init() {
  case $2 in '' | http://*) ;; *) die 64 "init wants an address that begins with http://, not $2" ;; esac
  enter
  [ ! -f ca.key ] || die 65 "there is an authority in $dir"
  make_authority "$1" "$2"
}

server() {
  who=$1 names=
  shift
  for host in "$@"; do
    case $host in
      *[!A-Za-z0-9.:-]*) die 65 "no name of a host: $host" ;;
      *:*) kind=IP ;;
      *[!0-9.]*) kind=DNS ;;
      *) kind=IP ;;
    esac
    names="$names${names:+,}$kind:$host"
  done
  issue "$who" "extendedKeyUsage=serverAuth
subjectAltName=$names"
}

case ${1:-} in -h | --help) usage; exit ;; esac
if [ $# -lt 2 ]; then usage >&2; exit 64; fi
dir=$1 command=$2; shift 2
# want LEAST MOST COUNT
want() { if [ "$3" -lt "$1" ] || [ "$3" -gt "$2" ]; then die 64 "$command wants something else after it: issue.sh --help"; fi; }
# Files are named from where the command was given.
home=$PWD
absolute() { case $1 in /*) echo "$1" ;; *) echo "$home/$1" ;; esac; }

# Nothing is made before it is known that the command can be carried out.
case $command in
  init) want 1 2 $#; check_days "$1"; init "$1" "${2:-}" ;;
  request) want 1 1 $#; check_name "$1"; enter; make_request "$1" ;;
  sign) want 2 2 $#; check_name "$1"; open_authority; check_file "$1"; sign "$1" "$(absolute "$2")" ;;
  batch) want 1 1 $#; open_authority; batch "$(absolute "$1")" ;;
  server) want 2 99 $#; check_name "$1"; open_authority; check_file "$1"; server "$@" ;;
  renew | revoke) want 1 1 $#; check_name "$1"; open_authority; "$command" "$1" ;;
  list) want 0 1 $#; check_days "${1:-1}"; open_authority; list_issued "${1:-}" ;;
  *) want 0 0 $#; check_name "$command"; open_authority; check_file "$command"; client "$command" ;;
esac
