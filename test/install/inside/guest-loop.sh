#!/bin/sh
# Runs what the install test sends, inside the machine under test. One request a line, "NUMBER SECONDS BASE64(SCRIPT)"; one
# answer a line, "NUMBER CODE BASE64(OUTPUT)"; first of all "hello BOOT-ID". All that it writes is in memory.
# Usage: guest-loop.sh DEVICE, or guest-loop.sh - for standard input and output.
set -u
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/ LANG=C.UTF-8
[ "${1:-}" != --help ] || { sed -n '2,4s/^# //p' "$0"; exit 0; }
here=/run/install-test
mkdir -p "$here"
if [ "$1" = - ]; then
  exec 3<&0 4>&1
else
  while [ ! -e "$1" ]; do sleep 0.1; done
  exec 3<>"$1" 4>&3
fi
echo "hello $(cat /proc/sys/kernel/random/boot_id)" >&4
while read -r number seconds script <&3; do
  printf %s "$script" | base64 -d >"$here/script"
  timeout -k 5 "$seconds" sh "$here/script" </dev/null >"$here/output" 2>&1 3<&- 4>&-
  printf '%s %s %s\n' "$number" "$?" "$(head -c 1000000 "$here/output" | base64 -w0)" >&4
done
