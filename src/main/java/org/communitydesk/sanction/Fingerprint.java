package org.communitydesk.sanction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 over values, each with its length before it, so that no two lists read the same. */
final class Fingerprint {

  private final MessageDigest digest = DigestUtils.getSha256Digest();

  Fingerprint add(Object value) {
    byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    String length = value == null ? "-" : String.valueOf(bytes.length);
    digest.update((length + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(value == null ? new byte[0] : bytes);
    digest.update((byte) '\n');
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
