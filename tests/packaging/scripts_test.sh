#!/usr/bin/env bash
# The scripts of packaging/: they parse, read the package list by section, and ask only for what is missing.
set -euo pipefail
root=$1

fail() {
    echo "FAILED: $*" >&2
    exit 1
}
expect() { # expect WHAT WANTED GOT
    [ "$2" = "$3" ] || fail "$1: wanted '$2', got '$3'"
}

for script in "$root"/packaging/{run,test,lint,steps.sh} "$root/.ci/run"; do
    bash -n "$script" || fail "$script does not parse"
done
for script in "$root"/packaging/{run,test,lint} "$root/.ci/run"; do
    [ -x "$script" ] || fail "$script is not executable"
done

fake=$(mktemp -d)
trap 'rm -rf "$fake"' EXIT
mkdir -p "$fake/packaging" "$fake/bin"
cp "$root/packaging/steps.sh" "$fake/packaging/"
cat >"$fake/packaging/debian-packages.txt" <<'LIST'
# comment
[run]
alpha     # first
g++       # second
[test]
beta      # third
gone      # fourth
LIST
# A dpkg where alpha is there, gone was removed but left its configuration, and nothing else was ever heard of.
cat >"$fake/bin/dpkg-query" <<'DPKG'
#!/bin/sh
echo "alpha installed"
echo "gone config-files"
echo "dpkg-query: no packages found matching g++" >&2
exit 1
DPKG
chmod +x "$fake/bin/dpkg-query"
steps() { PATH="$fake/bin:$PATH" bash -euo pipefail -c ". '$fake/packaging/steps.sh'; $1" | tr '\n' ' '; }

expect "section run" "alpha g++ " "$(steps 'listed_packages run')"
expect "two sections" "alpha g++ beta gone " "$(steps 'listed_packages run test')"
expect "missing" "g++ beta gone " "$(steps 'missing_packages run test')"

# What fails is shown and ends the script; what it left behind is taken away.
output=$(PATH="$fake/bin:$PATH" bash -euo pipefail -c \
    ". '$fake/packaging/steps.sh'; greenward_undo+=(\"echo undone\"); quietly 'the step' sh -c 'echo why; exit 3'; echo on" \
    2>&1) && fail "a failing step went on"
case $output in
    *why*"the step failed"*undone*) ;;
    *) fail "a failing step said: $output" ;;
esac

"$root/packaging/test" nonsense >/dev/null 2>"$fake/error" && fail "an unknown preset was taken"
grep -q "unknown preset 'nonsense'" "$fake/error" || fail "an unknown preset is not named: $(cat "$fake/error")"
