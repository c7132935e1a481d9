# shellcheck shell=bash
# The tree-sitter grammars of grammars.lock: C sources out of npm packages, kept in the cache.

GRAMMARS=$CACHE/grammars-$(shortHash <"$REPO/packaging/grammars.lock")

# ensureGrammars: fetched beside their place under a lock, and renamed when complete.
ensureGrammars() {
    [[ -d $GRAMMARS ]] && return
    lock "$CACHE/grammars.lock" "fetching grammars"
    if [[ ! -d $GRAMMARS ]]; then
        rm -rf "$GRAMMARS.partial"
        step "fetching the tree-sitter grammars" inside "$REPO/packaging/fetch-grammars" "$(npmRegistry)" "$GRAMMARS.partial"
        mv -T "$GRAMMARS.partial" "$GRAMMARS"
    fi
    unlock
}

# npmRegistry: the registry that this machine's npm uses, else the public one.
npmRegistry() {
    local url=${npm_config_registry:-}
    [[ -n $url ]] || ! command -v npm >/dev/null || url=$(npm config get registry 2>/dev/null) || url=
    [[ $url == http* ]] || url=https://registry.npmjs.org
    printf '%s' "${url%/}"
}
