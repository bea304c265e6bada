# SPDX-License-Identifier: Apache-2.0
# Read by the launcher and by .ci/run: toolchains serve Maven only, scripts have to find a JDK themselves.

# Prints the major version of the JDK or Java runtime in folder $1.
java_major() {
    local line version
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*)
                version=${line#*=}
                version=${version//[\"$'\r']/}
                printf '%s\n' "${version%%[!0-9]*}"
                return 0
                ;;
        esac
    done 2>/dev/null <"$1/release"
    line=$("$1/bin/java" -version 2>&1 | head -n 1)
    line=${line#*\"}
    printf '%s\n' "${line%%[!0-9]*}"
}

# Prints the home of the first JDK whose major version is from $1 to $2: JAVA_HOME, the usual folders, PATH.
find_jdk() {
    local home major java
    for home in "${JAVA_HOME:-}" \
        /usr/lib/jvm/* /usr/java/* /opt/java* /opt/jdk* /opt/java/* \
        "${HOME:-}"/.jdks/* "${HOME:-}"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "PATH"; do
        if [ "$home" = PATH ]; then
            java=$(command -v javac) || continue
            java=$(readlink -f "$java") || continue
            home=${java%/bin/javac}
        fi
        [ -n "$home" ] && [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ] || continue
        major=$(java_major "$home")
        if [ "${major:-0}" -ge "$1" ] && [ "$major" -le "$2" ]; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}
