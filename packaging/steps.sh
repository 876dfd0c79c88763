# Steps shared by packaging/run, packaging/test and packaging/lint. Sourced by bash, never run.
# shellcheck shell=bash

greenward_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
greenward_undo=()

# Everything that must be taken back whatever happens: temporary files, the guard against service starts.
undo_all() {
    local i
    for ((i = ${#greenward_undo[@]} - 1; i >= 0; i--)); do eval "${greenward_undo[i]}"; done
    greenward_undo=()
}
trap undo_all EXIT

say() { printf 'greenward: %s\n' "$*"; }
die() {
    printf 'greenward: %s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"; else sudo env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

# listed_packages SECTION...: the names under these headings of debian-packages.txt.
listed_packages() {
    local section
    for section in "$@"; do
        awk -v want="[$section]" '/^\[/ { on = ($1 == want); next } { sub(/#.*/, "") } on && NF { print $1 }' \
            "$greenward_root/packaging/debian-packages.txt"
    done
}

# missing_packages SECTION...: those of them that dpkg does not hold as installed.
missing_packages() {
    local -A have=()
    local name status
    local -a wanted
    mapfile -t wanted < <(listed_packages "$@")
    while read -r name status; do
        if [ "$status" = installed ]; then have[$name]=1; fi
    done < <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null)
    for name in "${wanted[@]}"; do
        if [ -z "${have[$name]:-}" ]; then printf '%s\n' "$name"; fi
    done
}

# quietly DOING COMMAND...: runs it; shows the last lines of its output only when it fails.
quietly() {
    local doing=$1 log
    shift
    log=$(mktemp)
    greenward_undo+=("rm -f '$log'")
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        die "$doing failed; the last lines of its output stand above"
    fi
}

# Packages may bring services along. None is to start on a machine that only wants to build: Debian asks this file.
forbid_service_starts() {
    [ -e /usr/sbin/policy-rc.d ] && return
    printf '#!/bin/sh\nexit 101\n' | as_root tee /usr/sbin/policy-rc.d >/dev/null
    greenward_undo+=("as_root rm -f /usr/sbin/policy-rc.d")
    as_root chmod 755 /usr/sbin/policy-rc.d
}

install_missing() {
    local -a missing
    if ! command -v apt-get >/dev/null; then
        say "no apt-get here: going on with what is installed (packaging/debian-packages.txt lists what is needed)"
        return
    fi
    mapfile -t missing < <(missing_packages "$@")
    if [ "${#missing[@]}" -eq 0 ]; then return; fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        die "missing packages, and neither root nor sudo to install them: ${missing[*]}"
    fi
    say "installing ${#missing[@]} Debian packages: ${missing[*]}"
    forbid_service_starts
    quietly "apt-get update" as_root apt-get -q -o Acquire::Retries=3 update
    quietly "apt-get install" as_root apt-get -q -y -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 \
        install --no-install-recommends "${missing[@]}"
    undo_all
}

# build_preset PRESET CMAKE_OPTION... -- TARGET...: configures and builds; no target means all.
build_preset() {
    local preset=$1
    local -a options=() targets=()
    shift
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        options+=("$1")
        shift
    done
    [ $# -gt 0 ] && shift
    if [ $# -gt 0 ]; then targets=(--target "$@"); fi
    say "configuring preset $preset in build/$preset"
    quietly "configuring" cmake -S "$greenward_root" --preset "$preset" "${options[@]}"
    say "building${targets[*]:+ $*}"
    # Paths below the clone do not count for the compiler cache: a second clone finds the first one's results.
    CCACHE_BASEDIR=$greenward_root cmake --build "$greenward_root/build/$preset" "${targets[@]}" </dev/null
}
