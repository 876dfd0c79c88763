#!/usr/bin/env bash
# Kills a running migration with SIGKILL at ROUNDS random moments, of the storage component and of greenwardctl, and
# checks after each that no object is lost and at the end that all arrived and are paid for once.
#   tests/system/kill_migration.sh [ROUNDS] [BUILD DIRECTORY]      default: 200 build/release
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
rounds=${1:-200}
build=${2:-$root/build/release}
cmake --build "$build" --target system_kill_migration_test
GREENWARD_KILL_ROUNDS=$rounds exec "$build/tests/system/kill_migration/system_kill_migration_test"
