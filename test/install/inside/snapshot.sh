#!/bin/sh
# What a machine has, a line each, sorted: files of its disk with type, mode and owner, contents of /etc, users, groups, loaded units of ours.
# Not what is in memory only, and not /var/tmp, where the test keeps what it writes. Usage: snapshot.sh >FILE
set -eu
[ "${1:-}" != --help ] || { sed -n '2,3s/^# //p' "$0"; exit 0; }
{
  find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /tmp -o -path /var/tmp \) -prune \
    -o -printf 'file %y %m %u:%g %p %l\n'
  find /etc -type f -exec sha256sum {} + | sed 's/^/text /'
  find /run -maxdepth 1 -name 'posdiag*' -printf 'run %p\n'
  getent passwd | sed 's/^/user /'
  getent group | sed 's/^/group /'
  [ ! -d /run/systemd/system ] || systemctl list-units --all --no-legend --no-pager --plain 'posdiag*' | sed 's/^/unit /'
} | sort
