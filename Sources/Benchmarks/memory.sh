#!/bin/sh
# The resident memory of an idle server that knows 200 experts. Goal: under 64 MB.
#
#   memory.sh DIRECTORY PROBLEM     where tandem and tandemd were built, and what to import
set -eu

work=$(mktemp -d)
"$1/tandemd" serve --data "$work/data" --listen 127.0.0.1:0 --port-file "$work/port" \
  --today 2022-11-15 2>"$work/log" &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
until [ -s "$work/port" ]; do sleep 0.1; done
"$1/tandem" network import "$2" --server "127.0.0.1:$(cat "$work/port")"
sleep 2
awk '/^VmRSS/ { printf "Idle server with 200 experts: %.1f MB resident\n", $2 / 1000 }' \
  "/proc/$server/status"
