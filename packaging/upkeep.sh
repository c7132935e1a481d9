# shellcheck shell=bash
# Renewing and removing what the set-up made.

# withTreeFree CMD...: runs CMD while no command runs in the tree and none is let in.
withTreeFree() {
    local status=0
    lock "$CACHE/tree.lock" "building the Debian tree"
    exec {FREE_FD}>"$TREE.used"
    flock -n "$FREE_FD" || die "commands are still running in $TREE; end them first"
    "$@" || status=$?
    exec {FREE_FD}>&-
    unlock
    return "$status"
}

# renewTree: the old tree stays in its place until the new one is complete.
renewTree() {
    removeFolder "$CACHE/partial-$KEY"
    removeFolder "$CACHE/old-$KEY"
    step "building a new Debian $SUITE tree" makeTree "$CACHE/partial-$KEY"
    [[ ! -d $TREE ]] || mv -T "$TREE" "$CACHE/old-$KEY"
    mv -T "$CACHE/partial-$KEY" "$TREE"
    removeFolder "$CACHE/old-$KEY"
}

# upgrade: objects compiled against older headers are dropped with the build folder.
upgrade() {
    local names
    case $PLACE in
    inside) die "upgrade works from outside the tree only" ;;
    tree)
        treeTools
        withTreeFree renewTree
        ;;
    system)
        mapfile -t names < <(packages)
        command -v apt-get >/dev/null || die "please upgrade with your package manager"
        step "fetching the package lists" asRoot apt-get update >&2
        step "upgrading the packages" aptInstall "${names[@]}"
        ;;
    esac
    rm -rf "$REPO/.build"
    buildPrograms
}

removeTrees() {
    local folder
    for folder in "$CACHE"/{tree,partial,old}-*; do
        removeFolder "$folder"
    done
}

# clean: the cache and the build folder. Runs, memories and settings live elsewhere and stay.
clean() {
    [[ $PLACE != inside ]] || die "clean works from outside the tree only"
    say "removing $CACHE and $REPO/.build"
    withTreeFree removeTrees
    rm -rf --one-file-system "$CACHE" "$REPO/.build"
}
