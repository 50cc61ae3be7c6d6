package org.communitydesk.channelhealth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.communitydesk.channel.BadSetting;
import org.communitydesk.http.Secret;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals secrets for the database: AES-GCM, each bound to its place so that none can be moved. */
@Component
class Vault {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Optional<SecretKeySpec> key;
  private final SecureRandom random = new SecureRandom();

  Vault(@Value("${desk.secret-key:}") String setting) {
    this.key = setting.isBlank() ? Optional.empty() : Optional.of(key(setting.strip()));
  }

  private static SecretKeySpec key(String setting) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(setting);
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length != KEY_BYTES) {
      throw new BadSetting(
          "desk.secret-key is not Base64 of 32 bytes", "Make one with: openssl rand -base64 32");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** Whether there is a key to seal with. */
  boolean isOpen() {
    return key.isPresent();
  }

  byte[] seal(Secret secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] text = secret.reveal().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(text);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The secret cannot be sealed", e);
    }
  }

  /** Empty when it was sealed with another key or for another place. */
  Optional<Secret> open(byte[] sealed, String place) {
    if (key.isEmpty() || sealed.length < NONCE_BYTES) {
      return Optional.empty();
    }
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] rest = new byte[parts.remaining()];
    parts.get(rest);
    try {
      byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(rest);
      return Optional.of(Secret.of(new String(text, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.orElseThrow(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
