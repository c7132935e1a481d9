# shellcheck shell=bash disable=SC2034 # names used by the files that source this one, or in traps
# Shared by the scripts of this folder: names, messages, installing packages.

readonly SUITE=trixie
readonly RECIPE=1 # raise when tree.sh builds the tree in another way
REPO=$(cd "${BASH_SOURCE[0]%/*}/.." && pwd -P)
[[ -n ${HOME:-} ]] || export HOME=~ # services and continuous integration may have none
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/autodidact

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

# step WHAT CMD...: runs CMD, saying what it is for and how long it took. Ends the script when CMD fails.
step() {
    local what=$1 begin=$SECONDS status=0
    shift
    say "$what ..."
    ("$@") || status=$?
    if ((status)); then
        say "$what: failed after $((SECONDS - begin)) s (exit code $status)"
        exit "$status"
    fi
    say "$what: done in $((SECONDS - begin)) s"
}

# lock FILE WHAT: waits for the lock and keeps it until this shell ends or calls unlock.
lock() {
    mkdir -p "${1%/*}"
    exec {LOCK_FD}>"$1"
    flock -n "$LOCK_FD" || { say "waiting for another start that is $2" && flock "$LOCK_FD"; }
}
unlock() { exec {LOCK_FD}>&-; }

# asRoot CMD...: as root, or through sudo where that needs no password or a person can type one.
asRoot() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 && -t 2 ]]; }; then
        sudo "$@"
    else
        return 1
    fi
}

# aptInstall PACKAGE...: with one retry after the package lists are fetched anew.
aptInstall() {
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    asRoot "${install[@]}" "$@" >&2 || { asRoot apt-get update >&2 && asRoot "${install[@]}" "$@" >&2; }
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
        aptInstall "${missing[@]}" || die "please install these packages and start again: apt-get install ${missing[*]}"
    else
        die "please install these with your package manager and start again: ${missing[*]}"
    fi
}

KEY=$({ packages; printf '%s\n' "$SUITE" "$HOSTTYPE" "$RECIPE"; } | shortHash)
