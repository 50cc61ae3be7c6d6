package org.communitydesk.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 with HMAC-SHA-512. A hash is written as {@code iterations$salt$key}, so that hashes with
 * fewer iterations can still be checked after the number is raised.
 */
public final class Pbkdf2 {

  /**
   * How often a new hash is turned. OWASP's Password Storage Cheat Sheet asks for 210,000 at least
   * (figure of 2023); raise this number with the machines, old hashes follow at the next login.
   */
  public static final int ITERATIONS = 220_000;

  private static final int MOST_ITERATIONS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORMAT =
      Pattern.compile("([1-9][0-9]{0,7})\\$([\\w+/]{22})\\$([\\w+/]{43})");

  private Pbkdf2() {}

  /** A hash with a salt of its own, at most 75 characters of ASCII. */
  public static String hash(String password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return iterations + "$" + base64(salt) + "$" + base64(key(password, salt, iterations));
  }

  /** Whether the hash is of this password; false for text that is no hash of ours. */
  public static boolean matches(String password, String hash) {
    Matcher parts = FORMAT.matcher(hash);
    int iterations = iterations(hash);
    if (!parts.matches() || iterations == 0 || iterations > MOST_ITERATIONS) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(2));
    byte[] expected = Base64.getDecoder().decode(parts.group(3));
    return MessageDigest.isEqual(expected, key(password, salt, iterations));
  }

  /** How often the hash was turned; 0 for text that is no hash of ours. */
  public static int iterations(String hash) {
    Matcher parts = FORMAT.matcher(hash);
    return parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
  }

  private static byte[] key(String password, byte[] salt, int iterations) {
    PBEKeySpec wanted =
        new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
          .generateSecret(wanted)
          .getEncoded();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    } finally {
      wanted.clearPassword();
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
