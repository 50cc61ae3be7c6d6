package org.communitydesk.security;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a new password must be like. The length does most; the rest refuses what is tried first. */
public enum PasswordRule {
  LONG_ENOUGH("Пароль должен быть не короче 14 знаков.") {
    @Override
    public boolean isKeptBy(String password, Collection<String> personal) {
      return password.codePointCount(0, password.length()) >= 14;
    }
  },
  NOT_TOO_LONG("Пароль должен быть не длиннее 200 знаков.") {
    @Override
    public boolean isKeptBy(String password, Collection<String> personal) {
      return password.length() <= LONGEST;
    }
  },
  VARIED("В пароле должно быть хотя бы 5 разных знаков.") {
    @Override
    public boolean isKeptBy(String password, Collection<String> personal) {
      return password.codePoints().distinct().count() >= 5;
    }
  },
  NOT_PERSONAL("В пароле не должно быть логина, имени, фамилии и адреса почты.") {
    @Override
    public boolean isKeptBy(String password, Collection<String> personal) {
      String folded = password.toLowerCase(Locale.ROOT);
      return personal.stream()
          .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s@]+")))
          .filter(word -> word.length() >= 3)
          .noneMatch(folded::contains);
    }
  },
  NOT_COMMON("Пароль не должен состоять из частых слов, дат, повторов и соседних клавиш.") {
    @Override
    public boolean isKeptBy(String password, Collection<String> personal) {
      return password.length() > LONGEST || !Guessable.isGuessable(password);
    }
  };

  /** Characters of Java; what is longer is never hashed. */
  public static final int LONGEST = 200;

  private final String sentence;

  PasswordRule(String sentence) {
    this.sentence = sentence;
  }

  /** For the person who chooses the password, in Russian. */
  public String sentence() {
    return sentence;
  }

  /**
   * The rules that a password breaks; empty when it is good.
   *
   * @param password as the person wrote it; empty text breaks rules, null does not come
   * @param personal what everybody knows of the person: login, names, mail address; no nulls
   */
  public static List<PasswordRule> broken(String password, Collection<String> personal) {
    return Stream.of(values()).filter(rule -> !rule.isKeptBy(password, personal)).toList();
  }

  /** As {@link #broken}, for one rule. */
  public abstract boolean isKeptBy(String password, Collection<String> personal);
}
