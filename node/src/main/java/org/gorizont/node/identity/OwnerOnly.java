// SPDX-License-Identifier: Apache-2.0
package org.gorizont.node.identity;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that their owner alone can read: permissions on POSIX, an access list with one name elsewhere. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Makes a directory for its owner alone. */
    public static void createDirectory(Path directory) throws IOException {
        if (isPosix(directory.getFileSystem())) {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
        } else {
            Files.createDirectory(directory);
            restrict(directory);
        }
    }

    /** Attributes with which a file is for its owner alone from its first moment. */
    public static FileAttribute<?>[] fileAttributes(Path directory) {
        return isPosix(directory.getFileSystem())
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
    }

    /** Takes everybody but the owner off the access list, where there is one in place of permissions. */
    static void restrict(Path file) throws IOException {
        @Nullable AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view == null || isPosix(file.getFileSystem())) {
            return;
        }
        UserPrincipal owner = view.getOwner();
        AclEntry all = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        view.setAcl(List.of(all));
    }

    /** @throws IdentityRefused if others may read the file */
    static void check(Path file) throws IOException, IdentityRefused {
        if (!isPosix(file.getFileSystem())) {
            return;
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeAll(DIRECTORY);
        if (!others.isEmpty()) {
            throw new IdentityRefused("others on this machine can read the secret file " + file
                    + ". If nobody has copied it, run: chmod 600 '" + file + "'");
        }
    }

    /** Whether permissions let others on this computer read it; where there are none, or no file, nothing is known of that. */
    public static boolean isOpenToOthers(Path file) {
        try {
            if (!isPosix(file.getFileSystem())) {
                return false;
            }
            check(file);
            return false;
        } catch (IdentityRefused _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isPosix(FileSystem files) {
        return files.supportedFileAttributeViews().contains("posix");
    }
}
