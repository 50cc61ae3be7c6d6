package org.communitydesk.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

final class OwnerOnly {

  private OwnerOnly() {}

  /** Nobody else may put a program where the server is started from. */
  static Path directory(Path path) throws IOException {
    Files.createDirectories(path);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
    return path;
  }
}
