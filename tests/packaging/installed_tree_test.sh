#!/usr/bin/env bash
# Installs into an empty prefix: everything is at its place, one id holds it together, the programs start from there.
set -euo pipefail
cmake=$1 build=$2 console=$3
id=org.greenward.Greenward

fail() {
    echo "FAILED: $*" >&2
    exit 1
}
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
"$cmake" --install "$build" --prefix "$prefix" >"$prefix/log" || fail "$(cat "$prefix/log")"

desktop=$prefix/share/applications/$id.desktop
metainfo=$prefix/share/metainfo/$id.metainfo.xml
for file in "$desktop" "$metainfo" "$prefix/share/icons/hicolor/scalable/apps/$id.svg" "$prefix/bin/greenwardctl"; do
    [ -s "$file" ] || fail "$file is not installed"
done
grep -qx "Icon=$id" "$desktop" || fail "the desktop entry names another icon"
grep -q "<id>$id</id>" "$metainfo" || fail "the metainfo has another id"
grep -q "$id.desktop</launchable>" "$metainfo" || fail "the metainfo launches something else"

version=$("$prefix/bin/greenwardctl" --version)
case $version in
    "greenwardctl "[0-9]*) ;;
    *) fail "greenwardctl --version says '$version'" ;;
esac
grep -q "release version=\"${version#greenwardctl }\"" "$metainfo" || fail "the metainfo does not know $version"

if [ "$console" = ON ]; then
    program=$(sed -n 's/^Exec=//p' "$desktop")
    version=$(QT_QPA_PLATFORM=offscreen "$prefix/bin/$program" --version)
    case $version in
        [Gg]reenward\ [0-9]*) ;;
        *) fail "$program --version says '$version'" ;;
    esac
fi
