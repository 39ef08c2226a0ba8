#!/usr/bin/env bash
# Whether the server on this machine is ready: ./healthy.sh [PORT]. Without curl, which the runtime image does not have.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${1:-8080}"
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
IFS= read -r -t 5 status <&3
case "$status" in *" 200 "*) exit 0 ;; *) echo "$status"; exit 1 ;; esac
