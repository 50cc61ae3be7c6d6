package org.communitydesk.policy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.policy.CommunicationRules.Place;
import org.communitydesk.privacy.PersonalData;
import org.communitydesk.privacy.PersonalKind;

/** Numbers, addresses and links: whose they are. */
final class Contacts {

  private static final Pattern HOST =
      Pattern.compile("@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{2,63}){1,4}");
  private static final Pattern TOLL_FREE = Pattern.compile("(?:\\+?[78])?800\\d{7}");
  private static final Pattern MOBILE = Pattern.compile("(?:\\+?[78])?9\\d{9}");
  private static final Pattern PRIVATE_MAIL =
      Pattern.compile(
          ".*@(?:mail|bk|list|inbox|internet|yandex|ya|rambler|gmail|googlemail|icloud|outlook|hotmail|yahoo|proton|protonmail)\\.[a-z]{2,3}",
          Pattern.CASE_INSENSITIVE);

  private Contacts() {}

  /** What belongs to a person: cards, documents, contracts, mobile phones, private mail. */
  static List<Place> personal(String text) {
    return find(text, one -> !one.isContact() || one.isPrivate());
  }

  /** Phones and addresses of e-mail that are neither a person's nor, surely, the brand's. */
  static List<Place> others(String text, OwnHosts own) {
    return find(text, one -> one.isContact() && !one.isPrivate() && !one.isOwn(own));
  }

  /** Links to hosts that are not the brand's. */
  static List<Place> links(List<Word> words, OwnHosts own) {
    return words.stream()
        .filter(word -> word.kind() == Word.Kind.LINK && word.text().indexOf('@') < 0)
        .filter(word -> !own.owns(word))
        .map(word -> new Place(word.start(), word.end(), List.of()))
        .toList();
  }

  private static List<Place> find(String text, Predicate<Contact> wanted) {
    return PersonalData.find(text).stream()
        .map(found -> Contact.of(found, text))
        .filter(wanted)
        .map(one -> new Place(one.from, one.from + one.text.length(), List.of()))
        .toList();
  }

  private record Contact(PersonalKind kind, int from, String text) {

    static Contact of(PersonalData.Found found, String text) {
      Matcher host = HOST.matcher(text).region(found.end(), text.length());
      int end = found.kind() == PersonalKind.EMAIL && host.lookingAt() ? host.end() : found.end();
      return new Contact(found.kind(), found.begin(), text.substring(found.begin(), end));
    }

    boolean isContact() {
      return kind == PersonalKind.PHONE || kind == PersonalKind.EMAIL;
    }

    boolean isPrivate() {
      return kind == PersonalKind.PHONE
          ? MOBILE.matcher(digits()).matches()
          : PRIVATE_MAIL.matcher(text).matches();
    }

    boolean isOwn(OwnHosts own) {
      return kind == PersonalKind.PHONE ? TOLL_FREE.matcher(digits()).matches() : own.owns(text);
    }

    private String digits() {
      return text.replaceAll("[^\\d+]", "");
    }
  }
}
