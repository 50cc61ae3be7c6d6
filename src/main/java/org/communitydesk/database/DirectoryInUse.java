package org.communitydesk.database;

import java.nio.file.Path;

class DirectoryInUse extends RuntimeException {

  DirectoryInUse(Path directory) {
    super("another Community Desk is using the database in " + directory);
  }
}
