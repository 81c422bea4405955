#!/bin/sh
# One audit, two independent experts: what the three kinds of people do, on a server of its own.
#
#   demo.sh DIRECTORY     where tandem and tandemd were built
set -eu

bin=$(cd "$1" && pwd)
input=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n# %s\n' "$1"; }
run() {
  printf '$ %s\n' "$*" | sed "s,$input/,,;s,$work/,,"
  command=$1
  shift
  "$bin/$command" "$@"
}

# Ends the server and begins it on another day: nothing moves by the clock but what is due.
serve() {
  stop
  rm -f "$work/port"
  "$bin/tandemd" serve --data "$work/data" --listen 127.0.0.1:0 --today "$1" \
    --port-file "$work/port" 2>>"$work/log" &
  server=$!
  waited=0
  while [ ! -s "$work/port" ]; do
    kill -0 "$server" 2>/dev/null && [ "$waited" -lt 100 ] || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
    waited=$((waited + 1))
  done
  TANDEM_SERVER=127.0.0.1:$(cat "$work/port")
  export TANDEM_SERVER
}
stop() {
  [ -n "$server" ] || return 0
  kill "$server"
  wait "$server"
  server=
}

say "A data directory with a coordinator's token, and a server in late 2022"
TANDEM_DATA=$work/data
export TANDEM_DATA
run tandemd init
serve 2022-11-15
run tandem server info

say "The coordinator imports the network: 200 experts, what ties and keeps them"
run tandem network import "$input/optonet.json" --without-audits

say "Whatever is listed goes to a spreadsheet, and comes back from it"
echo "$ tandem expert list --output csv >experts.csv"
"$bin/tandem" expert list --output csv >"$work/experts.csv"
run tandem expert import "$work/experts.csv" --dry-run

say "A partner gets a token and submits OptoNet's gold audit, which is admitted"
echo "$ (umask 077; tandem token create jena-tool --role partner --clusters OPTONET,OPTICS >jena.token)"
(umask 077; "$bin/tandem" token create jena-tool --role partner --clusters OPTONET,OPTICS >"$work/jena.token")
run tandem audit submit "$input/optonet-audit.json" --reference optonet-gold --token-file "$work/jena.token"
run tandem audit admit 2022-0001

say "Who should carry it out?"
run tandem panel rank 2022-0001 --best 5

say "Why the best panel is independent"
run tandem panel check 2022-0001 --experts E0094,E0118 --start 2023-02-08

say "And why E0009 is not"
run tandem panel check 2022-0001 --experts E0009,E0118 --start 2023-02-08 || true

say "Why not E0009, on any day at all?"
run tandem explain expert 2022-0001 E0009

say "An audit in Czech that nobody can take, and what would have to be waived"
run tandem audit submit --id WATER-2023 --cluster WATER --country CZ --label gold \
  --languages cs --sectors water --earliest 2023-02-06 --latest 2023-02-17 --output csv \
  >"$work/submitted"
run tandem audit admit WATER-2023
run tandem explain unfilled WATER-2023

say "The coordinator assigns the best panel"
run tandem panel assign 2022-0001

say "What one of the two experts sees"
run tandem assignment list --expert E0094

say "The record of the decision, for anybody to check without a server"
run tandem record export 2022-0001 --to "$work/record.json"
run tandem record verify "$work/record.json"

say "The journal: nobody has changed it"
run tandem journal verify

say "One organisation under many names: what experts declared, in their words"
run tandem organisation update M010 --name "Jenoptik Aktiengesellschaft" --country DE --output csv \
  >"$work/named"
run tandem interest add --expert E0094 --kind employment --organisation-country DE \
  --organisation-name "Fraunhofer-Institut für Angewandte Optik und Feinmechanik"

say "A partner names 115 members as its spreadsheet does: one linked, one in doubt"
run tandem audit submit --cluster OPTICS --country DE --label gold --languages de,en \
  --sectors photonics --earliest 2023-02-27 --latest 2023-03-17 \
  --members-file "$input/optonet-members.csv" --token-file "$work/jena.token" >"$work/submitted"
head -1 "$work/submitted"
run tandem audit admit 2022-0002
echo "$ tandem audit show 2022-0002 | grep JENOPTIK"
"$bin/tandem" audit show 2022-0002 | grep JENOPTIK
run tandem organisation doubts

say "Whom the link bars, and whom the doubt bars until somebody settles it"
run tandem explain expert 2022-0002 E0009
run tandem explain expert 2022-0002 E0094

say "The cluster is told of its panel, and may object to an expert for seven days"
run tandem panel announce 2022-0001
run tandem audit list --token-file "$work/jena.token"

say "Nine days later the experts are asked; each answers with their own token"
serve 2022-11-24
run tandem due
run tandem panel invite 2022-0001
for expert in E0094 E0118; do
  echo "$ (umask 077; tandem token create $expert --role expert --expert $expert >$expert.token)"
  (umask 077; "$bin/tandem" token create "$expert" --role expert --expert "$expert" >"$work/$expert.token")
done
run tandem me assignments --token-file "$work/E0094.token"
run tandem me accept 2022-0001 --token-file "$work/E0094.token" || true
run tandem me accept 2022-0001 --declaration 1 --token-file "$work/E0094.token"
run tandem me accept 2022-0001 --declaration 1 --token-file "$work/E0118.token"
run tandem me calendar --token-file "$work/E0118.token"

say "The audit is held, both experts report, and ESCA decides"
serve 2023-02-10
run tandem audit hold 2022-0001
scores=structure:90,governance:85,financing:80,strategy:88,services:92,involvement:86
run tandem me report 2022-0001 --award --scores $scores --token-file "$work/E0094.token"
run tandem me report 2022-0001 --award --scores $scores --token-file "$work/E0118.token"
run tandem audit decide 2022-0001 --award

say "What the partner's tool was told on the way; it listens until Ctrl-C"
echo "$ tandem watch --after 0 --audit 2022-0001 --token-file jena.token"
"$bin/tandem" watch --after 0 --audit 2022-0001 --token-file "$work/jena.token" >"$work/watched" &
watcher=$!
waited=0
while ! grep -q decided "$work/watched" && [ "$waited" -lt 100 ]; do
  sleep 0.1
  waited=$((waited + 1))
done
kill -INT "$watcher"
wait "$watcher"
cat "$work/watched"

say "The gold label stands in the public register, beside the two silver ones"
run tandem register record OPTONET --label silver --awarded 2016-05-01
run tandem register record OPTONET --label silver --awarded 2019-05-01
run tandem register show OPTONET
run tandem register due --by 2025-03-31
run tandem register renew --days 800 --dry-run

say "One expert entered twice: till it is settled each bears the ties of the other"
run tandem expert update E0118 --name "Zsófia Kovács-Meier" --output csv >"$work/named"
run tandem expert add --id E0900 --name "KOVACS-MEIER Zsofia" --country AT --languages de:C2 \
  --accredited gold --output csv >"$work/named"
run tandem interest add --expert E0900 --organisation M010 --kind ownership
run tandem expert doubts
run tandem explain expert 2022-0002 E0118
run tandem expert same E0118 E0900 --reason "She says so herself"
run tandem explain expert 2022-0002 E0118

say "The server is told to stop"
kill "$server"
wait "$server"
echo "tandemd exited with $?"
server=
if grep -q tdm_ "$work/log"; then
  echo "a token is in the log" >&2
  exit 1
fi
