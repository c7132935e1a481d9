# shellcheck shell=bash
# Shared by the scripts of this folder: names, messages and the choice between the system and the cached Debian tree.

readonly SUITE=trixie
readonly RECIPE=1 # raise when tree.sh builds the tree in another way
REPO=$(cd "${BASH_SOURCE[0]%/*}/.." && pwd -P)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/autodidact
GRAMMARS_LOCK=$REPO/packaging/grammars.lock

say() { printf '[autodidact] %s\n' "$*" >&2; }
die() {
    say "error: $*"
    exit 3
}

# packages: the names in packages.txt, one per line.
packages() {
    local name _
    while read -r name _; do
        [[ -z $name || $name == \#* ]] || printf '%s\n' "$name"
    done <"$REPO/packaging/packages.txt"
}

# shortHash: the first 12 digits of the SHA-256 of standard input.
shortHash() {
    local sum
    sum=$(sha256sum)
    printf '%s' "${sum:0:12}"
}

# step WHAT CMD...: runs CMD, saying what it is for and how long it took.
step() {
    local what=$1 begin=$SECONDS status=0
    shift
    say "$what ..."
    "$@" || status=$?
    if ((status)); then
        say "$what: failed after $((SECONDS - begin)) s (exit code $status)"
        exit "$status"
    fi
    say "$what: done in $((SECONDS - begin)) s"
}

# asRoot CMD...: as root, or through sudo where that needs no password or a person can type one.
asRoot() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 && -t 2 ]]; }; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        return 1
    fi
}

# aptInstall PACKAGE...: with one retry after refreshing the package lists.
aptInstall() {
    export DEBIAN_FRONTEND=noninteractive
    asRoot apt-get install -y --no-install-recommends "$@" >&2 </dev/null ||
        { asRoot apt-get update >&2 </dev/null && asRoot apt-get install -y --no-install-recommends "$@" >&2 </dev/null; }
}

# needTools PROGRAM:PACKAGE...: installs the packages of the programs which this machine lacks, or says which to install.
needTools() {
    local pair missing=()
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null || missing+=("${pair#*:}")
    done
    ((${#missing[@]})) || return 0
    if command -v apt-get >/dev/null; then
        say "installing: ${missing[*]}"
        aptInstall "${missing[@]}" && return 0
        die "please install these packages, then start again: sudo apt-get install ${missing[*]}"
    fi
    die "please install with your package manager, then start again: ${missing[*]}"
}

KEY=$({ packages; printf '%s\n' "$SUITE" "$HOSTTYPE" "$RECIPE"; } | shortHash)
TREE=$CACHE/tree-$KEY
