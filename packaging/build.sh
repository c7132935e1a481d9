# shellcheck shell=bash disable=SC2154 # BUILD and REPO come from place.sh
# Configuring and building in the build folder of this place.

readonly PRESET=${AUTODIDACT_PRESET:-release}
BUILD=$BUILD/$PRESET

# jobs: one per processor, as long as each has 1.2 GB of memory.
jobs() {
    local available
    available=$(awk '$1 == "MemAvailable:" { print int($2 / 1200000) }' /proc/meminfo)
    printf '%s' "$((available < 1 ? 1 : available < $(nproc) ? available : $(nproc)))"
}

# configure: only when nothing was configured yet or the preset's inputs changed; afterwards Ninja notices for itself.
configure() {
    local inputs=$BUILD/.configured-with
    [[ -f $BUILD/build.ninja && -r $inputs && $(<"$inputs") == "$GRAMMARS $WASM" && $inputs -nt $REPO/CMakePresets.json ]] &&
        return
    step "configuring ($PRESET)" inside cmake --preset "$PRESET" -S "$REPO" -B "$BUILD" >&2
    printf '%s\n' "$GRAMMARS $WASM" >"$inputs"
}

# buildTargets STAMP TARGET...: configured and built under a lock, so that two starts do not disturb each other. The stamp
# gets the time when the build began: what is saved while it runs counts as newer.
buildTargets() {
    local stamp=$1
    shift
    lock "$BUILD.lock" "building"
    mkdir -p "$BUILD"
    touch "$BUILD/.begun"
    configure
    step "building with $(jobs) jobs" inside cmake --build "$BUILD" -j "$(jobs)" --target "$@" >&2
    mv "$BUILD/.begun" "$BUILD/.built-$stamp"
    unlock
}

# upToDate STAMP FOLDER...: whether no source is newer than the stamp's build. Asks the file system only, which takes a few
# milliseconds.
upToDate() {
    local stamp=$BUILD/.built-$1 sources=("${@:2}" CMakeLists.txt CMakePresets.json core resources packaging/cmake packaging/{grammars,wasm}.lock)
    [[ -d $GRAMMARS && -d $WASM && -e $stamp && -z $(find "${sources[@]/#/$REPO/}" -newer "$stamp" -print -quit 2>/dev/null) ]]
}

# buildPrograms cli|workbench: where they are not up to date. The command line program alone is built much sooner.
buildPrograms() {
    local folders=(app) targets=(autodidact-cli autodidact-sandbox)
    if [[ $1 == workbench ]]; then
        folders+=(widgets translations)
        targets+=(autodidact)
    fi
    upToDate "$1" "${folders[@]}" && return
    prepare
    buildTargets "$1" "${targets[@]}"
}

# program NAME: the path of a built program.
program() {
    local path
    for path in "$BUILD"/app/{,*/}"$1"; do
        [[ ! -f $path ]] || { printf '%s' "$path" && return; }
    done
    die "$1 was not built"
}
