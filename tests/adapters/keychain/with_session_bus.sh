#!/usr/bin/env bash
# Runs a command with a session bus of its own in a home of its own, and takes both away again.
#   with_session_bus.sh keyring COMMAND...      and an unlocked GNOME Keyring, password "test-only"
#   with_session_bus.sh no-keyring COMMAND...   nothing on the bus keeps secrets
set -euo pipefail
kind=$1
shift
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config
export XDG_CACHE_HOME=$home/cache GREENWARD_TEST_KEYRING=$kind
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_CURRENT_DESKTOP KDE_FULL_SESSION
# A bus that starts nothing by itself: what is on it is what this script put there.
cat >"$home/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=$home/run</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
CONF
dbus-run-session --config-file="$home/bus.conf" -- bash -c '
    if [ "$GREENWARD_TEST_KEYRING" = keyring ]; then
        printf test-only | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        for _ in $(seq 100); do
            dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
                org.freedesktop.Secret.Service.ReadAlias string:default 2>/dev/null | grep -q collection && break
            sleep 0.1
        done
    fi
    "$@"' bash "$@"
