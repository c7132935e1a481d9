# shellcheck shell=bash
# The system's own packages, where they are new enough: Qt 6.5 and KDE Frameworks 6.

# systemSuffices: whether the package manager offers them, or they are installed where there is no apt.
systemSuffices() {
    local qt kf
    if command -v apt-cache >/dev/null; then
        compgen -G '/var/lib/apt/lists/*Packages*' >/dev/null || asRoot apt-get update >&2 || true
        qt=$(aptCandidate qt6-base-dev)
        kf=$(aptCandidate libkf6syntaxhighlighting-dev)
        [[ -n $qt && -n $kf ]] && dpkg --compare-versions "$qt" ge 6.5
    else
        pkg-config --atleast-version=6.5 Qt6Core 2>/dev/null &&
            compgen -G '/usr/lib*/cmake/KF6SyntaxHighlighting' >/dev/null
    fi
}

# aptCandidate PACKAGE: the version that apt would install, or nothing.
aptCandidate() { LC_ALL=C apt-cache policy "$1" | awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }'; }

# missingPackages: names in packages.txt that are not installed.
missingPackages() {
    local names
    mapfile -t names < <(packages)
    comm -23 <(printf '%s\n' "${names[@]}" | sort) \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${names[@]}" 2>/dev/null | awk '$1 == "installed" { print $2 }' | sort)
}

ensureSystem() {
    local missing
    if ! command -v dpkg-query >/dev/null; then
        command -v cmake ninja pkg-config bwrap curl >/dev/null && return
        say "Autodidact needs these packages (Debian's names; yours differ a little):"
        packages | paste -sd' ' | fold -s -w 100 >&2
        die "please install them with your package manager and start again"
    fi
    mapfile -t missing < <(missingPackages)
    ((${#missing[@]})) || return 0
    if ! step "installing ${#missing[@]} packages" aptInstall "${missing[@]}"; then
        die "please install these packages and start again: apt-get install ${missing[*]}"
    fi
}
