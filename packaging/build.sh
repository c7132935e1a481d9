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
    mkdir -p "$BUILD"
    step "configuring ($PRESET)" inside cmake --preset "$PRESET" -S "$REPO" -B "$BUILD" >&2
    printf '%s\n' "$GRAMMARS" >"$inputs"
}

# buildTargets TARGET...: configured and built under a lock, so that two starts do not disturb each other.
buildTargets() {
    lock "$BUILD.lock" "building"
    configure
    step "building with $(jobs) jobs" inside cmake --build "$BUILD" -j "$(jobs)" --target "$@" >&2
    unlock
}
