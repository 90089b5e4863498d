#!/bin/sh
# Issues a certificate of the authority in a folder, which is made when it is not there. P-256, ten years.
#   issue.sh DIR broker HOST...      broker.pem and broker.key, for these host names or addresses
#   issue.sh DIR TENANT/SERIAL       TENANT_SERIAL.pem and .key, for one terminal
#   issue.sh DIR NAME                NAME.pem and .key, for a service: collector, support
#   issue.sh DIR revoke NAME         what was issued last for this name is not valid any more: crl.pem, for the broker
# The key of the authority (ca.key) belongs on no broker and no terminal.
set -eu
umask 077
[ $# -ge 2 ] || { sed -n '2,6s/^# *//p' "$0" >&2; exit 64; }
dir=$1 name=$2
shift 2
revoked=
if [ "$name" = revoke ]; then
  [ $# -eq 1 ] || { echo "revoke whom?" >&2; exit 64; }
  revoked=yes name=$1
fi
echo "$name" | grep -Eq '^[A-Za-z0-9_.-]{1,64}(/[A-Za-z0-9_.-]{1,64})?$' || { echo "no name for a terminal: $name" >&2; exit 64; }
# X.509 has room for 64 characters (RFC 5280, ub-common-name).
[ ${#name} -le 64 ] || { echo "longer than 64 characters: $name" >&2; exit 64; }
mkdir -p "$dir"
cd "$dir"
key='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
if [ ! -f ca.key ]; then
  openssl req -x509 $key -keyout ca.key -out ca.pem -days 3650 -subj '/CN=posdiag authority' 2>/dev/null
fi
file=$(echo "$name" | tr / _)
# The list of what is revoked. A broker lets nobody in with one that has ended, so it is valid as long as a certificate.
authority() { openssl ca -config ca.cnf -keyfile ca.key -cert ca.pem "$@" 2>/dev/null; }
if [ ! -f crl.pem ]; then
  printf '[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\ncrlnumber=crlnumber\ndefault_md=sha256\ndefault_crl_days=3650\n' >ca.cnf
  : >index.txt
  echo 01 >crlnumber
  authority -gencrl -out crl.pem
fi
if [ -n "$revoked" ]; then
  [ -f "$file.pem" ] || { echo "nothing was issued for $name" >&2; exit 66; }
  authority -revoke "$file.pem" || { echo "$name was revoked before" >&2; exit 65; }
  authority -gencrl -out crl.pem
  exit
fi
if [ "$name" = broker ]; then
  names=
  for host in "$@"; do
    case $host in *[!0-9.]*) kind=DNS ;; *) kind=IP ;; esac
    names="$names${names:+,}$kind:$host"
  done
  printf 'extendedKeyUsage=serverAuth\nsubjectAltName=%s\n' "$names" >"$file.ext"
else
  printf 'extendedKeyUsage=clientAuth\n' >"$file.ext"
fi
openssl req -new $key -keyout "$file.key" -out "$file.csr" -subj "/CN=$(echo "$name" | sed 's,/,\\/,')" 2>/dev/null
openssl x509 -req -in "$file.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile "$file.ext" -out "$file.pem" 2>/dev/null
rm "$file.csr" "$file.ext"
