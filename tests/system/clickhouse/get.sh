#!/usr/bin/env bash
# Unpacks Debian's ClickHouse server and the libraries it needs into a folder, without installing anything: no service
# starts, and no rights are needed. Does nothing where the folder is there already.
#   tests/system/clickhouse/get.sh [FOLDER]
set -euo pipefail
folder=${1:-$(dirname "${BASH_SOURCE[0]}")/../../../node_modules/.cache/clickhouse}
[ -x "$folder/usr/sbin/clickhouse-server" ] && exit 0
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
cd "$packages"
# The packages that apt would install on this machine. Libraries that are installed already are not among them.
missing=$(apt-get install --simulate --no-install-recommends clickhouse-server | awk '/^Inst/ { print $2 }')
# shellcheck disable=SC2086 # One argument for each package.
apt-get download -qq -o APT::Sandbox::User=root ${missing:-clickhouse-server}
for package in *.deb; do dpkg --extract "$package" "$folder"; done
