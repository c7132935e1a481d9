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
    pruneTrees
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
    buildPrograms workbench
}

# clean: the cache and the build folder. Runs, memories and settings live elsewhere and stay.
clean() {
    local folder
    [[ $PLACE != inside ]] || die "clean works from outside the tree only"
    lock "$CACHE/tree.lock" "building the Debian tree"
    for folder in "$CACHE"/tree-*.used; do
        [[ ! -e $folder ]] || flock -n "$folder" true || die "commands are still running in ${folder%.used}; end them first"
    done
    say "removing $CACHE and $REPO/.build"
    for folder in "$CACHE"/{tree,partial,old}-*; do
        removeFolder "$folder"
    done
    rm -rf --one-file-system "$CACHE" "$REPO/.build"
}
