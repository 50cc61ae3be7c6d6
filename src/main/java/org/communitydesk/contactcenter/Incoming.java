package org.communitydesk.contactcenter;

import java.util.List;
import java.util.stream.Collectors;
import org.communitydesk.privacy.CardNumbers;

/**
 * What came from outside as an answer; card numbers are masked in it.
 *
 * @param externalId the same whenever the same thing comes again
 * @param requestId null when it names none that we believe
 * @param sender an address or a name, as it says itself
 * @param attachments the names of files, which are not kept
 * @param fault why it is no usable answer; null when it is one
 */
record Incoming(
    Source source,
    String externalId,
    Long requestId,
    String sender,
    String text,
    List<String> attachments,
    Fault fault) {

  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_NAMES = 50;

  enum Source {
    EMAIL,
    REST
  }

  /**
   * @param reason in Russian, for who sorts it out
   */
  record Fault(Answers.State state, String reason) {}

  Incoming {
    externalId = plain(externalId, LONGEST_NAME);
    sender = CardNumbers.mask(plain(sender, LONGEST_NAME));
    text = CardNumbers.mask(plain(text, LONGEST_TEXT).strip());
    attachments =
        attachments.stream()
            .limit(MOST_NAMES)
            .map(name -> CardNumbers.mask(plain(name, LONGEST_NAME)))
            .toList();
  }

  Incoming failing(Answers.State state, String reason) {
    return new Incoming(
        source, externalId, requestId, sender, text, attachments, new Fault(state, reason));
  }

  /** The text and, below it, which files came along. */
  String shown() {
    return attachments.isEmpty()
        ? text
        : text
            + attachments.stream()
                .collect(
                    Collectors.joining(
                        ", ", "\n\nВложения (" + attachments.size() + "), не сохранены: ", "."));
  }

  private static String plain(String text, int most) {
    String clean = text == null ? "" : text.replace('\u0000', '\uFFFD');
    return clean.length() <= most ? clean : clean.substring(0, most);
  }
}
