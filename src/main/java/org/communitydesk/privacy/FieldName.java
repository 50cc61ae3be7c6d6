package org.communitydesk.privacy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.Locale;
import java.util.Set;

/** The name of the JSON field that a value stands in; array items have the name of their array. */
record FieldName(String name) {

  private static final Set<String> TEXTS =
      Set.of("text", "message", "caption", "body", "comment", "description", "title", "content");

  private static final Set<String> REFERENCES =
      Set.of(
          "id",
          "ids",
          "mid",
          "mids",
          "uid",
          "guid",
          "uuid",
          "seq",
          "token",
          "tokens",
          "key",
          "keys",
          "secret",
          "password",
          "hash",
          "sha256",
          "md5",
          "signature",
          "url",
          "urls",
          "uri",
          "link",
          "href",
          "permalink",
          "src",
          "media",
          "from",
          "to",
          "avatar",
          "photo",
          "picture",
          "image",
          "icon",
          "thumb",
          "thumbnail",
          "timestamp",
          "ts",
          "cursor",
          "marker");

  // what follows the word that counts: id_str, media_url_https, timestamp_ms, photo_200_orig
  private static final Set<String> TAILS =
      Set.of("str", "https", "ms", "unique", "orig", "max", "base", "big");

  static FieldName of(JsonParser parser) {
    JsonStreamContext place = parser.getParsingContext();
    while (place.inArray()) {
      place = place.getParent();
    }
    // what a form sends: {"postUrl": {"value": "https://..."}}
    if ("value".equals(place.getCurrentName()) && place.getParent().getCurrentName() != null) {
      place = place.getParent();
    }
    return new FieldName(place.getCurrentName() == null ? "" : place.getCurrentName());
  }

  boolean isText() {
    return TEXTS.contains(name.toLowerCase(Locale.ROOT));
  }

  boolean isReference() {
    String rest = name;
    while (true) {
      int begin = lastWord(rest);
      String word = rest.substring(begin).toLowerCase(Locale.ROOT);
      boolean tail = TAILS.contains(word) || word.chars().allMatch(Character::isDigit);
      if (begin == 0 || !tail) {
        return REFERENCES.contains(word);
      }
      rest = rest.substring(0, rest.charAt(begin - 1) == '_' ? begin - 1 : begin);
    }
  }

  private static int lastWord(String name) {
    for (int i = name.length() - 1; i > 0; i--) {
      if (name.charAt(i - 1) == '_' || name.charAt(i - 1) == '-') {
        return i;
      }
      if (Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1))) {
        return i;
      }
    }
    return 0;
  }
}
