#!/bin/sh
# Makes the C of every proto under Protos/, and of the well-known types that they use, in the empty
# directory that is named.
#
#   Protos/generate.sh DIRECTORY
#
# protobuf-c hands a string over as a `char *`, which ends at the first NUL, so the C is made from a
# copy in which each string is marked as bytes.
set -eu

protos=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1/include"
target=$(cd "$1" && pwd)
well_known=${PROTOBUF_INCLUDE:-/usr/include}
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

(cd "$protos" && find . -name '*.proto') | sed 's,^\./,,' | sort >"$copy/names"
(cd "$protos" && xargs sed -n 's/^import "\(google\/[^"]*\)";.*/\1/p' <"$copy/names") | sort -u \
  >"$copy/well_known"

string='^( *(repeated +)?string +[a-z0-9_]+ *= *[0-9]+)'
mark='(pb_c_field).string_as_bytes = true'

# Copies the protos of a directory whose names come in.
copy_marked() {
  while read -r name; do
    mkdir -p "$copy/protos/$(dirname "$name")"
    sed -E \
      -e '/^package /a import "protobuf-c/protobuf-c.proto";' \
      -e '/^package /a option (pb_c_file).gen_pack_helpers = false;' \
      -e "s/$string *\\[(.*)\\] *;/\\1 [\\3, $mark];/" \
      -e "s/$string *;/\\1 [$mark];/" \
      "$1/$name" >"$copy/protos/$name"
  done
}
copy_marked "$protos" <"$copy/names"
copy_marked "$well_known" <"$copy/well_known"

cat "$copy/names" "$copy/well_known" | sort >"$copy/all"
mkdir "$copy/c"
(cd "$copy/protos" && xargs protoc-c -I. -I"$well_known" --c_out="$copy/c" <"$copy/all")

if grep -rnE '^ +char +\*' "$copy/c" >&2; then
  echo "generate.sh: the strings above were not marked as bytes: write each field on a line" >&2
  exit 1
fi

while read -r name; do
  made=${name%.proto}.pb-c
  mkdir -p "$target/$(dirname "$name")" "$target/include/$(dirname "$name")"
  mv "$copy/c/$made.c" "$target/$made.c"
  mv "$copy/c/$made.h" "$target/include/$made.h"
done <"$copy/all"

sed 's,\(.*\)\.proto$,#include "\1.pb-c.h",' "$copy/all" >"$target/include/CTandemProtos.h"
cat >"$target/include/module.modulemap" <<'END'
module CTandemProtos {
  umbrella header "CTandemProtos.h"
  export *
}
END
