package org.communitydesk.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The scripts that rows of a file may stand for. */
final class Known {

  private final Map<String, Entry> byKey = new HashMap<>();
  private final Map<String, Entry> byQuestion = new HashMap<>();
  private final Map<String, Entry> withoutOwnKey = new HashMap<>();

  private Known() {}

  static Known among(Rows rows, List<String> keys, List<String> questions) {
    Known known = new Known();
    List<String> given = keys.stream().filter(Objects::nonNull).toList();
    if (!given.isEmpty()) {
      rows.select("s.key in (:keys)", Map.of("keys", given))
          .forEach(entry -> known.byKey.put(entry.key(), entry));
    }
    String where =
        "md5(s.folded_question) in (select md5(q) from unnest(:asked::text[]) q)"
            + " and s.own_key in (:own) order by s.state = 'WITHDRAWN', s.id";
    String[] asked = questions.toArray(String[]::new);
    known.put(
        known.byQuestion, rows.select(where, Map.of("asked", asked, "own", List.of(true, false))));
    known.put(
        known.withoutOwnKey, rows.select(where, Map.of("asked", asked, "own", List.of(false))));
    return known;
  }

  /** By the key if there is one, else by the question; null for a new one. */
  Entry find(String key, String question) {
    String folded = Folded.text(question);
    return key == null
        ? byQuestion.get(folded)
        : byKey.getOrDefault(key, withoutOwnKey.get(folded));
  }

  private void put(Map<String, Entry> map, List<Entry> entries) {
    entries.forEach(entry -> map.putIfAbsent(Folded.text(entry.content().question()), entry));
  }
}
