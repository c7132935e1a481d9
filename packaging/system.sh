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

# missingPackages: names in packages.txt that are not installed, without those which this system is known not to have.
missingPackages() {
    local names
    mapfile -t names < <(packages)
    comm -23 <(printf '%s\n' "${names[@]}" | sort) <({
        { dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${names[@]}" 2>/dev/null || true; } |
            awk '$1 == "installed" { print $2 }'
        cat "$CACHE/unavailable-$KEY" 2>/dev/null || true
    } | sort)
}

# noteUnavailable PACKAGE...: other distributions lack a package now and then; most of them are conveniences.
noteUnavailable() {
    local name
    for name in "$@"; do
        [[ -n $(aptCandidate "$name") ]] || printf '%s\n' "$name"
    done >"$CACHE/unavailable-$KEY"
    [[ ! -s $CACHE/unavailable-$KEY ]] || say "this system does not have: $(paste -sd' ' "$CACHE/unavailable-$KEY")"
}

# haveTools PROGRAM...: whether all of them are there.
haveTools() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || return 1
    done
}

ensureSystem() {
    local missing
    if ! haveTools dpkg-query; then
        haveTools cmake ninja pkg-config bwrap curl c++ && return
        say "Autodidact needs these packages (Debian's names; yours differ a little):"
        packages | paste -sd' ' | fold -s -w 100 >&2
        die "please install them with your package manager and start again"
    fi
    mapfile -t missing < <(missingPackages)
    ((${#missing[@]})) || return 0
    noteUnavailable "${missing[@]}"
    mapfile -t missing < <(missingPackages)
    ((${#missing[@]})) || return 0
    (step "installing ${#missing[@]} packages" aptInstall "${missing[@]}") ||
        die "please install these packages and start again: apt-get install ${missing[*]}"
}
