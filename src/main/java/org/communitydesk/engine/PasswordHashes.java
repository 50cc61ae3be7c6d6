package org.communitydesk.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.digest.Base64EncodedSaltGenerator;
import org.camunda.bpm.engine.impl.digest.Default16ByteSaltGenerator;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptionException;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.communitydesk.engine.Credentials.Stored;
import org.communitydesk.security.Pbkdf2;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Passwords as the engine stores them: {@code {PBKDF2-SHA512}}, or what it used to write. */
@Component
class PasswordHashes {

  private static final Logger log = LoggerFactory.getLogger(PasswordHashes.class);
  private static final String NAME = "PBKDF2-SHA512";
  private static final String PREFIX = "{" + NAME + "}";
  private static final String NOBODYS =
      Pbkdf2.ITERATIONS + "$" + "A".repeat(22) + "$" + "A".repeat(43);

  private final Base64EncodedSaltGenerator salts = new Default16ByteSaltGenerator();
  private final PasswordManager manager = new PasswordManager(new Encryptor(), List.of());
  private final Optional<PublicPasswords> known;

  PasswordHashes(ObjectProvider<PublicPasswords> known) {
    this.known = Optional.ofNullable(known.getIfAvailable());
  }

  /** Reads all of the engine's formats, writes ours. */
  PasswordManager manager() {
    return manager;
  }

  String salt() {
    return salts.generateSalt();
  }

  /** As the engine would store it, at most 100 characters. */
  String hash(String password, String salt) {
    return manager.encrypt(EncryptionUtil.saltPassword(password, salt));
  }

  /** Takes the same time whether the person exists or not, and however old the hash is. */
  boolean matches(String password, Optional<Stored> person) {
    boolean right = person.filter(known -> matches(password, known)).isPresent();
    if (!right && person.map(Stored::password).filter(hash -> !isWeak(hash)).isEmpty()) {
      Pbkdf2.matches(password, NOBODYS);
    }
    return right;
  }

  private boolean matches(String password, Stored person) {
    try {
      return person.password() != null
          && manager.check(EncryptionUtil.saltPassword(password, person.salt()), person.password());
    } catch (PasswordEncryptionException unknownFormat) {
      log.warn("The stored password of {} has an unknown format", person.person());
      return false;
    }
  }

  /** Whether a hash should be made anew, now that its password is at hand. */
  boolean isOutdated(String hash, String password) {
    return isWeak(hash) && known.filter(all -> all.contains(password)).isEmpty();
  }

  private static boolean isWeak(String hash) {
    return !hash.startsWith(PREFIX)
        || Pbkdf2.iterations(hash.substring(PREFIX.length())) < Pbkdf2.ITERATIONS;
  }

  private static final class Encryptor implements PasswordEncryptor {

    @Override
    public String encrypt(String password) {
      return Pbkdf2.hash(password, Pbkdf2.ITERATIONS);
    }

    @Override
    public boolean check(String password, String encrypted) {
      return Pbkdf2.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
      return NAME;
    }
  }
}
