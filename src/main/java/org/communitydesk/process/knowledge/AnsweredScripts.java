package org.communitydesk.process.knowledge;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.Replies.Sent;
import org.communitydesk.knowledge.ScriptScores;
import org.communitydesk.knowledge.Uses;
import org.communitydesk.knowledge.Uses.Use;
import org.springframework.stereotype.Component;

/** Joins the uses of scripts with the answers that went out. */
@Component
class AnsweredScripts implements ScriptScores {

  private static final int MOST_USES = 2_000;

  private final Uses uses;
  private final Replies replies;

  AnsweredScripts(Uses uses, Replies replies) {
    this.uses = uses;
    this.replies = replies;
  }

  @Override
  public Map<Long, Score> of(Collection<Long> scriptIds) {
    return of(uses.of(scriptIds, MOST_USES));
  }

  @Override
  public Map<Long, Score> sinceChecked() {
    return of(uses.sinceChecked(MOST_USES));
  }

  private Map<Long, Score> of(List<Use> all) {
    Map<String, List<Sent>> sent =
        replies.sent(all.stream().map(Use::caseId).distinct().toList()).stream()
            .collect(Collectors.groupingBy(Sent::caseId));
    return all.stream()
        .collect(
            Collectors.groupingBy(
                Use::scriptId,
                Collectors.collectingAndThen(Collectors.toList(), some -> score(some, sent))));
  }

  private static Score score(List<Use> some, Map<String, List<Sent>> sent) {
    Map<Use, Sent> answers = new HashMap<>();
    for (Use use : some) {
      sent.getOrDefault(use.caseId(), List.of()).stream()
          .filter(answer -> !answer.writtenAt().isBefore(use.at()))
          .findFirst()
          .ifPresent(answer -> answers.put(use, answer));
    }
    Integer kept =
        answers.isEmpty()
            ? null
            : (int)
                Math.round(
                    answers.entrySet().stream()
                        .mapToDouble(one -> kept(one.getKey().text(), one.getValue().text()))
                        .average()
                        .orElse(0));
    return new Score(
        some.size(),
        answers.size(),
        kept,
        count(answers, answer -> answer.cameBackAt() != null),
        count(answers, Sent::escalated));
  }

  private static int count(Map<Use, Sent> answers, Predicate<Sent> which) {
    return (int) answers.values().stream().filter(which).count();
  }

  /** Per cent of the script's words that the answer still holds, in their order or not. */
  private static double kept(String script, String answer) {
    Map<String, Long> left =
        Arrays.stream(answer.split("\\s+"))
            .collect(Collectors.groupingBy(word -> word, HashMap::new, Collectors.counting()));
    String[] words =
        Arrays.stream(script.split("\\s+"))
            .filter(word -> word.indexOf('{') < 0)
            .toArray(String[]::new);
    long found = Arrays.stream(words).filter(word -> left.merge(word, -1L, Long::sum) >= 0).count();
    return words.length == 0 ? 100 : 100.0 * found / words.length;
  }
}
