#!/usr/bin/env bash
# How fast verified local moves are, beside `cp -r` and `sync -f` of the same files on the same file system, one after
# the other, round by round (docs/performance.md).
#   tests/bench/moves.sh [ROUNDS] [GREENWARDCTL] [DIRECTORY]
#                        default: 5, build/release/bin/greenwardctl, a new one below $TMPDIR
# Prints for each set of files the seconds of both and the ratio, cp over run: 1 is as fast as copying.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
rounds=${1:-5}
ctl=${2:-$root/build/release/bin/greenwardctl}
where=$(mktemp -d -p "${3:-${TMPDIR:-/tmp}}" greenward-moves.XXXXXX)
trap 'rm -rf "$where"' EXIT
export HOME=$where GREENWARD_OFFLINE=1

# plant DIRECTORY COUNT BYTES: files of random content, last used 60 days ago, on disk.
plant() {
    mkdir -p "$1/acme"
    head -c "$3" /dev/urandom >"$where/grain"
    local i
    for ((i = 0; i < $2; i++)); do
        { printf '%09d' "$i"; tail -c +10 "$where/grain"; } >"$1/acme/$i"
    done
    find "$1/acme" -type f -exec touch -d '60 days ago' {} +
    sync -f "$1"
}

seconds() { # seconds COMMAND...: how long it takes, by the clock
    local from to
    from=$(date +%s%N)
    "$@" >/dev/null
    to=$(date +%s%N)
    awk -v a="$from" -v b="$to" 'BEGIN { printf "%.2f", (b - a) / 1e9 }'
}

copy() {
    cp -r "$1" "$2"
    sync -f "$2"
}

measure() { # measure COUNT BYTES
    local count=$1 bytes=$2 round
    for ((round = 1; round <= rounds; round++)); do
        rm -rf "$where/hot" "$where/green" "$where/copy" "$where/data"
        plant "$where/hot" "$count" "$bytes"
        mkdir -m 700 "$where/green" "$where/data"
        local call=("$ctl" --data-dir "$where/data")
        "${call[@]}" backend add hot --kind local --path "$where/hot" --region PL --renewable 20 --pue 1.6 >/dev/null
        "${call[@]}" backend add green --kind local --path "$where/green" --region SE --renewable 98 --pue 1.1 >/dev/null
        "${call[@]}" policy set acme --grace 0 --target-score 60 --cold-after 1d --relocation move --max-batch 100GiB >/dev/null
        "${call[@]}" scan hot >/dev/null
        "${call[@]}" tiering plan acme >/dev/null
        "${call[@]}" tiering approve 1 --by bench >/dev/null
        local copied moved
        copied=$(seconds copy "$where/hot" "$where/copy")
        sync -f "$where"
        moved=$(seconds "${call[@]}" tiering run 1)
        [ -z "$(find "$where/hot/acme" -type f 2>/dev/null)" ] || { echo "not all moved" >&2; exit 1; }
        awk -v n="$count" -v size="$bytes" -v round="$round" -v c="$copied" -v m="$moved" \
            'BEGIN { printf "%d x %d bytes, round %d: cp + sync %.2f s, run %.2f s, ratio %.3f\n", n, size, round, c, m, c / m }'
    done
}

measure 1000 1048576
measure 10000 4096
