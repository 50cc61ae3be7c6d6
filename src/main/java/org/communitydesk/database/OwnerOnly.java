package org.communitydesk.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

final class OwnerOnly {

  private OwnerOnly() {}

  /** Nobody else may put a program where the server is started from. */
  static Path directory(Path path) throws IOException {
    Files.createDirectories(path);
    if (isPosix(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
    return path;
  }

  /** A new file that nobody else may read, from its first byte on. */
  static void file(Path path, byte[] content) throws IOException {
    if (isPosix(path.getParent())) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(path);
      AclFileAttributeView rights = Files.getFileAttributeView(path, AclFileAttributeView.class);
      if (rights != null) {
        rights.setAcl(
            List.of(
                AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(path))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
      }
    }
    Files.write(path, content);
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
