package org.communitydesk.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The password of the embedded server, which nobody needs to know: made at the first start and kept
 * in the data directory, so that it goes with a copy of it. Until the server has once started with
 * it, it lies beside the directory.
 */
final class Password {

  private static final int BYTES = 32;
  private static final String NAME = "desk.password";

  private final String value;
  private final Path place;
  private final Path first;

  private Password(String value, Path place, Path first) {
    this.value = value;
    this.place = place;
    this.first = first;
  }

  /**
   * The password of that data directory; a new one where there is none and may be one.
   *
   * @throws IOException also when the directory was made with a password that is not there any more
   */
  static Password of(Path directory) throws IOException {
    Path place = directory.resolve(NAME);
    Path first = directory.resolveSibling(directory.getFileName() + ".password");
    for (Path known : new Path[] {place, first}) {
      if (Files.exists(known)) {
        return new Password(Files.readString(known).strip(), place, first);
      }
    }
    if (Files.exists(HostRules.of(directory)) && !HostRules.trust(directory)) {
      throw new IOException(
          place
              + " is missing: put it back from a backup, or write \"host all all 127.0.0.1/32"
              + " trust\" into pg_hba.conf for one start, at which a new password is made");
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    OwnerOnly.file(first, value.getBytes(StandardCharsets.US_ASCII));
    return new Password(value, place, first);
  }

  String value() {
    return value;
  }

  /** Where {@code initdb} reads it. */
  Path file() {
    return Files.exists(place) ? place : first;
  }

  /** The server takes it. */
  void settle() throws IOException {
    if (Files.exists(first)) {
      Files.move(first, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public String toString() {
    return "Password[***]";
  }
}
