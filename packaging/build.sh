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
    [[ -f $BUILD/build.ninja && -r $inputs && $(<"$inputs") == "$GRAMMARS" && $inputs -nt $REPO/CMakePresets.json ]] &&
        return
    step "configuring ($PRESET)" inside cmake --preset "$PRESET" -S "$REPO" -B "$BUILD" >&2
    printf '%s\n' "$GRAMMARS" >"$inputs"
}

# buildTargets TARGET...: configured and built under a lock, so that two starts do not disturb each other. The stamp
# "built" has the time when the build began: what is saved while it runs counts as newer.
buildTargets() {
    lock "$BUILD.lock" "building"
    mkdir -p "$BUILD"
    touch "$BUILD/.begun"
    configure
    step "building with $(jobs) jobs" inside cmake --build "$BUILD" -j "$(jobs)" --target "$@" >&2
    mv "$BUILD/.begun" "$BUILD/.built"
    unlock
}

# upToDate: whether no source is newer than the last build. Asks the file system only, which takes a few milliseconds.
upToDate() {
    local sources=("$REPO"/{CMakeLists.txt,CMakePresets.json,app,core,widgets,resources,translations,packaging/cmake,packaging/grammars.lock})
    [[ -d $GRAMMARS && -e $BUILD/.built && -z $(find "${sources[@]}" -newer "$BUILD/.built" -print -quit 2>/dev/null) ]]
}

# buildPrograms: the workbench, the command line program and the sandbox's helper, where they are not up to date.
buildPrograms() {
    upToDate && return
    prepare
    buildTargets app/all core/all
}
