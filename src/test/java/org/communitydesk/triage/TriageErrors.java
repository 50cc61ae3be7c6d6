package org.communitydesk.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts foreseen wrongly, counted by what can be seen in them; a text may count more than once. */
final class TriageErrors {

  private static final int EXAMPLES = 2;
  private static final int SHOWN = 90;

  private static final Map<String, Pattern> SEEN = new LinkedHashMap<>();

  static {
    see(
        "a smile, a laugh or praise: irony",
        "[)]{1,}$|:[)D]|ахах|хаха|спасибо|молодц|отличн|класс");
    see("a question", "[?]");
    see("a denial", "(^|\\s)(не|нет|ни|без)\\s");
    see(
        "several banks compared",
        "(сбер|втб|альфа|райф|тинь|газпром).*(?!\\1)(сбер|втб|альфа|райф|тинь)");
    see("news, a link or a repeated message", "https?:|^rt\\s|\\[link");
    see(
        "obscene or rude word",
        "[хx][уy][йеияё]|бля|пизд|[её]б|дур[аоеи]|дебил|идиот|твар|урод|жоп|говн");
    see("at most five words", "^\\s*(\\S+\\s*){1,5}$");
    see("longer than 400 characters", "^.{400}");
  }

  private final Map<String, List<String>> missed = new LinkedHashMap<>();
  private final Map<String, List<String>> called = new LinkedHashMap<>();

  private static void see(String name, String pattern) {
    SEEN.put(
        name,
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
  }

  void add(String text, boolean is, boolean wasCalled) {
    if (is == wasCalled) {
      return;
    }
    Map<String, List<String>> to = is ? missed : called;
    count(to, "all", text);
    boolean known = false;
    for (Map.Entry<String, Pattern> one : SEEN.entrySet()) {
      if (one.getValue().matcher(text).find()) {
        count(to, one.getKey(), text);
        known = true;
      }
    }
    if (!known) {
      count(to, "nothing of these", text);
    }
  }

  private static void count(Map<String, List<String>> to, String name, String text) {
    to.computeIfAbsent(name, any -> new ArrayList<>()).add(text);
  }

  @Override
  public String toString() {
    return table("not found", missed) + table("called wrongly", called);
  }

  private static String table(String name, Map<String, List<String>> errors) {
    StringBuilder table = new StringBuilder("  " + name + "\n");
    errors.forEach(
        (kind, texts) -> {
          table.append("    %-36s%6d%n".formatted(kind, texts.size()));
          texts.stream()
              .limit("all".equals(kind) ? 0 : EXAMPLES)
              .forEach(text -> table.append("        «%s»%n".formatted(shown(text))));
        });
    return table.toString();
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
