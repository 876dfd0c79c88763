#!/usr/bin/env bash
# What was built, as the loader will take it: nothing is loaded from where somebody happens to stand, addresses are
# random, tables of addresses are read-only before the first line of ours runs, and the stack cannot be run.
set -euo pipefail
cmake=$1 build=$2 type=$3 sanitized=$4

fail() {
    echo "FAILED: $*" >&2
    exit 1
}
is_elf() { [ "$(head -c 4 "$1" | od -An -tx1 | tr -d ' \n')" = 7f454c46 ]; }

# An empty element, or one that is not absolute, is looked up where the program is started.
check_search_path() {
    local dynamic paths elements path
    dynamic=$(readelf -dW "$1")
    grep -Eq '\((RUNPATH|RPATH)\)' <<<"$dynamic" || return 0
    paths=$(sed -nE 's/.*\((RUNPATH|RPATH)\).*\[(.*)\]/\2/p' <<<"$dynamic")
    [ -n "$paths" ] || fail "$1 has an empty RUNPATH"
    IFS=: read -ra elements <<<"$paths:" # the colon keeps an empty element at the end
    for path in "${elements[@]}"; do
        case $path in
            /*) ;;
            *) fail "$1 looks for libraries in '$path', from where it is started (RUNPATH $paths)" ;;
        esac
    done
}

check_program() {
    local file=$1 headers dynamic
    headers=$(readelf -hlW "$file")
    dynamic=$(readelf -dW "$file")
    grep -q 'Type:.*DYN' <<<"$headers" || fail "$file is not position independent"
    grep -q 'GNU_RELRO' <<<"$headers" || fail "$file has no read-only relocations"
    grep -Eq 'BIND_NOW|FLAGS_1.*NOW' <<<"$dynamic" || fail "$file binds late: its tables of addresses stay writable"
    if grep 'GNU_STACK' <<<"$headers" | grep -q 'E  *0x'; then fail "$file has a stack that can be run"; fi
    # The sanitizers of other builds watch more than these do.
    [ "$type" = Release ] && [ "$sanitized" = OFF ] || return 0
    local symbols
    symbols=$(readelf --dyn-syms -W "$file")
    grep -q '__stack_chk_fail' <<<"$symbols" || fail "$file has no stack protector"
    grep -q '_chk@' <<<"$symbols" || fail "$file has no checked copies (_FORTIFY_SOURCE)"
}

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
"$cmake" --install "$build" --prefix "$prefix" >"$prefix/log" || fail "$(cat "$prefix/log")"

programs=0
for file in "$build"/bin/* "$prefix"/bin/*; do
    if [ ! -f "$file" ] || ! is_elf "$file"; then continue; fi
    check_program "$file"
    programs=$((programs + 1))
done
[ "$programs" -ge 2 ] || fail "only $programs programs were found in $build/bin and after installing"

# Also tests and what they load: they run on machines of developers.
looked=0
while IFS= read -r -d '' file; do
    is_elf "$file" || continue
    check_search_path "$file"
    looked=$((looked + 1))
done < <(find "$build" "$prefix" -type f \( -perm -u+x -o -name '*.so' \) -not -name '*.o' -not -path '*/CMakeFiles/*' -print0)
[ "$looked" -ge "$programs" ] || fail "no programs were found"
