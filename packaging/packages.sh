# SPDX-License-Identifier: GPL-3.0-or-later
# What the project needs on a fresh Debian 12, and how it gets there. Sourced by run and test.

build_packages=(
    g++ cmake ninja-build ccache mold python3 pkgconf
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev
    nlohmann-json3-dev libexpected-dev libcli11-dev iso-codes libgl-dev
    libqt6sql6-sqlite qtkeychain-qt6-dev libssl-dev openssl curl libxml2-dev libxml2-utils
)
run_packages=(libqt6svg6 libqt6sql6-sqlite qt6-translations-l10n breeze-icon-theme fonts-inter fonts-jetbrains-mono)

say() { printf '%s\n' "$*" >&2; }

# Installs what is missing of the packages named, as root or through sudo. Says what before it does.
install_missing() {
    local missing=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "Installing: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { say "These packages are missing, and there is no sudo to install them with."; return 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# Configures a preset where that hasn't been done with these options, and builds it with every core.
build() {
    local preset=$1
    shift
    cmake --preset "$preset" "$@" >"build/$preset-configure.log" 2>&1 || { cat "build/$preset-configure.log" >&2; return 1; }
    cmake --build --preset "$preset" --parallel "$(nproc)" >&2
}
