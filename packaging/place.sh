# shellcheck shell=bash disable=SC2034 # names used by the files that source this one, or in traps
# Where commands run: on this system where its own packages suffice, else in the cached Debian tree.
# shellcheck source=packaging/lib.sh
source "${BASH_SOURCE[0]%/*}/lib.sh"
# shellcheck source=packaging/tree.sh
source "$REPO/packaging/tree.sh"
# shellcheck source=packaging/system.sh
source "$REPO/packaging/system.sh"
# shellcheck source=packaging/npm.sh
source "$REPO/packaging/npm.sh"

# choosePlace: sets PLACE to "system" or "tree", and BUILD to the build folder that belongs to it. The answer is kept,
# because asking the package manager takes longer than all else. AUTODIDACT_PLACE overrules it.
choosePlace() {
    local ID='' VERSION_ID='' answer
    # shellcheck source=/dev/null
    [[ ! -r /etc/os-release ]] || source /etc/os-release
    answer=$CACHE/place-$ID$VERSION_ID-$KEY
    if [[ ${AUTODIDACT_INSIDE:-} == "$KEY" ]]; then
        PLACE=inside
    elif [[ -n ${AUTODIDACT_PLACE:-} ]]; then
        PLACE=$AUTODIDACT_PLACE
    elif [[ -r $answer ]]; then
        read -r PLACE <"$answer"
    else
        if systemSuffices; then PLACE=system; else PLACE=tree; fi
        mkdir -p "$CACHE"
        printf '%s\n' "$PLACE" >"$answer"
    fi
    case $PLACE in
    inside | tree) BUILD=$REPO/.build/$SUITE-$KEY ;;
    system) BUILD=$REPO/.build/$ID$VERSION_ID-$KEY ;;
    *) die "AUTODIDACT_PLACE is \"$PLACE\"; it may be system or tree" ;;
    esac
}

# exportSettings: what build and tests get to know through the environment.
exportSettings() {
    local data=${REPO%/*}/shared/data
    export AUTODIDACT_GRAMMARS=$GRAMMARS AUTODIDACT_WASM=$WASM
    export CCACHE_DIR=${CCACHE_DIR:-$CACHE/ccache} CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-5G}
    export CCACHE_BASEDIR=/ CCACHE_NOHASHDIR=1 # so that build folders beside each other share their objects
    if [[ $PLACE == tree ]] || command -v ccache >/dev/null; then
        export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    [[ ! -d $data ]] || export AUTODIDACT_DATA=${AUTODIDACT_DATA:-$data}
}

# prepare: makes sure that everything is installed and fetched. Quick when it is.
prepare() {
    case $PLACE in
    tree) ensureTree ;;
    system) ensureSystem ;;
    esac
    ensurePackages
}

# inside CMD...: replaces this shell by CMD in the chosen place.
inside() {
    exportSettings
    if [[ $PLACE == tree ]]; then enter "$@"; else exec "$@"; fi
}

choosePlace
