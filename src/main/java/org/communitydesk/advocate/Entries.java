package org.communitydesk.advocate;

import java.time.Instant;

/** What every registration has to say, before anybody asks what it means. */
final class Entries {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DISCLOSURE = 500;

  private Entries() {}

  /**
   * @throws AdvocateRefused when something is missing, too long or the wrong way round
   */
  static void require(Registration given) {
    requireText("name", given.name(), LONGEST_NAME);
    if (given.platform() == null) {
      throw new AdvocateRefused("platform", "не заполнено.");
    }
    requireText("accountId", given.accountId(), LONGEST_NAME);
    requireText("disclosure", given.disclosure(), LONGEST_DISCLOSURE);
    requireConsent(given.consentFrom(), given.consentUntil());
  }

  /**
   * @throws AdvocateRefused when the consent does not begin, or does not end after that
   */
  static void requireConsent(Instant from, Instant until) {
    if (from == null) {
      throw new AdvocateRefused("consentFrom", "не указано, с какого дня есть согласие.");
    }
    if (until == null) {
      throw new AdvocateRefused("consentUntil", "не указано, до какого дня есть согласие.");
    }
    if (!until.isAfter(from)) {
      throw new AdvocateRefused("consentUntil", "согласие заканчивается раньше, чем начинается.");
    }
  }

  private static void requireText(String field, String text, int most) {
    if (text == null || text.isBlank()) {
      throw new AdvocateRefused(field, "не заполнено.");
    }
    if (text.length() > most) {
      throw new AdvocateRefused(field, "длиннее %d знаков.".formatted(most));
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw new AdvocateRefused(field, "переносы строк и управляющие знаки не допускаются.");
    }
  }
}
