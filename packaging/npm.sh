# shellcheck shell=bash
# What comes out of npm packages, kept in the cache: C sources of the tree-sitter grammars (grammars.lock) and the machines of
# the WebAssembly sandbox (wasm.lock).

GRAMMARS=$CACHE/grammars-$(shortHash <"$REPO/packaging/grammars.lock")
WASM=$CACHE/wasm-$(shortHash <"$REPO/packaging/wasm.lock")

# ensureNpm FOLDER LOCK WHAT: fetched beside their place under a lock, and renamed when complete.
ensureNpm() {
    local folder=$1 list=$2 what=$3
    [[ -d $folder ]] && return
    lock "$CACHE/npm.lock" "fetching $what"
    if [[ ! -d $folder ]]; then
        rm -rf "$folder.partial"
        step "fetching $what" inside "$REPO/packaging/fetch-npm" "$(npmRegistry)" "$REPO/packaging/$list" "$folder.partial"
        mv -T "$folder.partial" "$folder"
    fi
    unlock
}

ensurePackages() {
    ensureNpm "$GRAMMARS" grammars.lock "the tree-sitter grammars"
    ensureNpm "$WASM" wasm.lock "the machines of the WebAssembly sandbox"
}

# npmRegistry: the registry that this machine's npm uses, else the public one.
npmRegistry() {
    local url=${npm_config_registry:-}
    [[ -n $url ]] || ! command -v npm >/dev/null || url=$(npm config get registry 2>/dev/null) || url=
    [[ $url == http* ]] || url=https://registry.npmjs.org
    printf '%s' "${url%/}"
}
