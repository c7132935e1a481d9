# shellcheck shell=bash disable=SC2034 # names used by the files that source this one, or in traps
# The cached Debian tree: how it is built and how a command is started inside it.

TREE=$CACHE/tree-$KEY

# mirror: the Debian archive that this machine uses itself, else the public one.
mirror() {
    local uri
    # shellcheck disable=SC2016 # the names between $() are apt's
    uri=$(apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        awk '$1 == "Debian" && $2 == "main" && $3 !~ /security/ { print $3; exit }') || uri=
    printf '%s' "${uri:-http://deb.debian.org/debian}"
}

# keyring: the file with the keys that sign the suite.
keyring() {
    local file
    for file in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp} /etc/apt/trusted.gpg.d/debian-archive-"$SUITE"-stable.{gpg,asc}; do
        [[ -r $file ]] && printf '%s' "$file" && return
    done
    return 1
}

# makeTree FOLDER: a complete Debian tree with every package of the list.
makeTree() {
    local folder=$1 name
    mkdir -p "$folder"
    runMmdebstrap "$folder" || die "the Debian $SUITE tree could not be built; the reason is above. Where a key is missing, the package
    debian-archive-keyring is too old for $SUITE. Where subordinate ids are missing, /etc/subuid and /etc/subgid need a line
    for this user: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
    # Mount points: bubblewrap can bind over a plain file, but not over a dangling link.
    for name in passwd group hosts resolv.conf localtime; do
        rm -f "$folder/etc/$name"
        : >"$folder/etc/$name"
    done
    mkdir -p "$folder/usr/share/fonts/host" "$folder/run/dbus" "$folder/tmp/.X11-unix"
}

# runMmdebstrap FOLDER: as root directly, in a mount namespace of its own, so that it leaves no mounts behind when it is
# killed. As an ordinary user through a tar stream: a tree whose files belong to subordinate user ids could be neither
# entered without a mapping nor removed.
runMmdebstrap() {
    # shellcheck disable=SC2016 # $1 belongs to the hook
    local proxy source options=(--variant=apt --quiet --aptopt='Acquire::Retries "5"'
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*'
        --dpkgopt='path-include=/usr/share/doc/*/copyright' --include="$(packages | paste -sd,)"
        --essential-hook='mkdir -p "$1/usr/share/man/man1"') # the alternatives of Java's manual pages want the folder
    proxy=$(apt-config dump --format '%v%n' Acquire::http::Proxy 2>/dev/null) || proxy=
    [[ -z $proxy ]] || options+=(--aptopt="Acquire::http::Proxy \"$proxy\"")
    source="deb [signed-by=$(keyring)] $(mirror) $SUITE main"
    if ((EUID == 0)); then
        unshare --mount --propagation private mmdebstrap --mode=root "${options[@]}" "$SUITE" "$1" "$source" >&2 </dev/null
    else
        set -o pipefail
        mmdebstrap --mode=unshare "${options[@]}" "$SUITE" - "$source" </dev/null |
            tar -x --no-same-owner --exclude='./dev/*' -C "$1"
    fi
}

# treeTools: what this machine itself needs; asked before two gigabytes are fetched in vain.
treeTools() {
    local tools=(mmdebstrap:mmdebstrap bwrap:bubblewrap)
    ((EUID == 0)) || tools+=(newuidmap:uidmap)
    needTools "${tools[@]}"
    keyring >/dev/null || aptInstall debian-archive-keyring || die "please install the package debian-archive-keyring"
    bwrap --dev-bind / / true || die "bubblewrap cannot make namespaces here. On Ubuntu 23.10 and later AppArmor forbids it:
    sudo apt-get install apparmor-profiles && sudo ln -s /usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/
    and restart AppArmor. In a container, give it the right to make namespaces, or use an image of Debian 13."
}

# ensureTree: the tree is built beside its place under a lock, and renamed when complete. So a killed start leaves
# only a folder which the next start removes, and of two starts the second waits for the first.
ensureTree() {
    [[ -d $TREE ]] && return
    treeTools
    lock "$CACHE/tree.lock" "building the Debian tree"
    if [[ ! -d $TREE ]]; then
        pruneTrees
        step "building the Debian $SUITE tree in $CACHE (about 3.5 GB, once)" makeTree "$CACHE/partial-$KEY"
        mv -T "$CACHE/partial-$KEY" "$TREE"
    fi
    unlock
}

# pruneTrees: what killed starts left, and trees of older package lists that nobody entered for two weeks.
# To be called under the lock.
pruneTrees() {
    local folder
    for folder in "$CACHE"/{partial,old}-*; do
        removeFolder "$folder"
    done
    for folder in "$CACHE"/tree-*.used; do
        [[ -n $(find "$folder" -mtime +14 2>/dev/null) ]] || continue
        flock -n "$folder" true && removeFolder "${folder%.used}" && rm -f "$folder"
    done
}

# removeFolder FOLDER: also where an ordinary user unpacked folders without write permission.
removeFolder() {
    [[ -d $1 ]] || return 0
    ((EUID == 0)) || chmod -R u+w "$1" 2>/dev/null || true
    rm -rf --one-file-system "$1"
}

# useTree: a shared lock for as long as a command runs in the tree, so that nobody removes it meanwhile.
useTree() {
    exec {USE_FD}>"$TREE.used"
    flock -s "$USE_FD"
}

# bindings: fills the array BIND with what the tree shares with this machine: the folders that hold people's files, at
# their own paths, and what a desktop program needs to reach the desktop.
bindings() {
    local path
    BIND=(--bind "$TREE" / --dev-bind /dev /dev --bind /proc /proc --bind /sys /sys --bind /tmp /tmp)
    for path in /*; do
        case $path in
        /bin* | /boot | /dev | /etc | /lib* | /lost+found | /proc | /run | /sbin* | /sys | /tmp | /usr | /var) ;;
        *) [[ ! -d $path || -L $path ]] || BIND+=(--bind "$path" "$path") ;;
        esac
    done
    for path in "$HOME" "$REPO" "$CACHE" /run/media /var/tmp; do
        [[ ! -d $path || $path == / ]] || BIND+=(--bind "$path" "$path")
    done
    [[ ! -d ${REPO%/*}/shared ]] || BIND+=(--ro-bind "${REPO%/*}/shared" "${REPO%/*}/shared")
    for path in "${XDG_RUNTIME_DIR:-}" "${XAUTHORITY:-}"; do
        [[ -z $path || ! -e $path ]] || BIND+=(--bind "$path" "$path")
    done
    [[ ! -d /run/dbus ]] || BIND+=(--bind /run/dbus /run/dbus)
    for path in /etc/{passwd,group,hosts,resolv.conf,localtime} /etc/ssl/certs/ca-certificates.crt; do
        [[ ! -e $path ]] || BIND+=(--ro-bind "$path" "$path")
    done
    [[ ! -d /usr/share/fonts ]] || BIND+=(--ro-bind /usr/share/fonts /usr/share/fonts/host)
}

# innerEnvironment: fills the array ENVIRONMENT; what belongs to this machine's own programs stays outside.
innerEnvironment() {
    local name
    ENVIRONMENT=()
    for name in LD_PRELOAD LD_LIBRARY_PATH LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH \
        CMAKE_PREFIX_PATH CC CXX CFLAGS CXXFLAGS LDFLAGS PYTHONPATH PYTHONHOME NODE_PATH QT_PLUGIN_PATH LC_ALL; do
        ENVIRONMENT+=(-u "$name")
    done
    ENVIRONMENT+=(
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "LANG=${LC_ALL:-${LANG:-C.UTF-8}}" LC_CTYPE=C.UTF-8
        AUTODIDACT_INSIDE="$KEY")
}

# enter CMD...: starts CMD in the tree and ends this shell with its exit code.
#
# bubblewrap stays as parent of CMD, and passes no signal on. So it ignores them (CMD gets the default back), and this
# shell passes them to CMD; with a terminal, Ctrl-C reaches CMD by itself. With ALONE=yes and without a terminal CMD is in
# a session of its own: what is sent to the whole process group (as timeout(1) does) then arrives once, and not at the
# children of CMD, which CMD ends itself. Build tools need the opposite: the group is how their children end.
enter() {
    local BIND ENVIRONMENT pid status terminal=1 interrupted=0
    useTree
    bindings
    innerEnvironment
    [[ -t 0 || -t 1 || -t 2 ]] || terminal=0
    [[ ${ALONE:-} != yes || $terminal == 1 ]] || BIND+=(--new-session)
    (
        trap '' INT TERM HUP QUIT
        exec bwrap "${BIND[@]}" --die-with-parent --chdir "$PWD" \
            env --default-signal=INT,TERM,HUP,QUIT,PIPE "${ENVIRONMENT[@]}" "$@"
    ) <&0 &
    pid=$!
    trap 'interrupted=1; passOn TERM "$pid"' TERM
    trap 'interrupted=1; passOn HUP "$pid"' HUP
    trap 'interrupted=1; ((terminal)) || passOn INT "$pid"' INT
    while :; do
        interrupted=0 status=0
        wait "$pid" || status=$?
        ((interrupted)) || exit "$status"
    done
}

# passOn SIGNAL PID: sends SIGNAL to the child of PID (the command in the tree).
passOn() {
    local child=
    read -r child _ 2>/dev/null <"/proc/$2/task/$2/children" || true # the file has no final newline
    [[ -z $child ]] || kill -s "$1" "$child" 2>/dev/null || true
}
