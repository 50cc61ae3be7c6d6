package org.communitydesk.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.knowledge.Knowledge;
import org.communitydesk.knowledge.Link;
import org.communitydesk.knowledge.Script;
import org.communitydesk.knowledge.ScriptFiles;
import org.communitydesk.knowledge.Scripts;
import org.communitydesk.problem.Salutation;
import org.springframework.stereotype.Component;

/** Scripts for one appeal, with the text as the person there will read it. */
@Component
class Suggestions {

  private static final int MOST = 5;
  private static final Pattern CHANNEL =
      Pattern.compile("\\{(?:канал|channel)}", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Knowledge knowledge;
  private final Scripts scripts;
  private final ScriptFiles files;

  Suggestions(Knowledge knowledge, Scripts scripts, ScriptFiles files) {
    this.knowledge = knowledge;
    this.scripts = scripts;
    this.files = files;
  }

  /**
   * A script that fits.
   *
   * @param answer variables filled, in the words for this channel
   * @param highlights the words of the question that fit
   * @param forChannel whether the answer was written for this channel
   * @param file the name of the file that goes with it; null when there is none
   */
  record Suggestion(
      long id,
      String question,
      String answer,
      List<String> highlights,
      boolean forChannel,
      String source,
      List<Link> links,
      String file) {}

  /** What fits the person's latest message, or else all that they wrote. */
  List<Suggestion> of(CaseFile file, List<CaseMessage> conversation) {
    List<CaseMessage> said =
        conversation.stream()
            .filter(
                caseMessage ->
                    !caseMessage.byBrand() && caseMessage.state() != CaseMessage.State.DELETED)
            .sorted(Comparator.comparing(CaseMessage::at).thenComparing(CaseMessage::id))
            .toList();
    if (said.isEmpty()) {
      return List.of();
    }
    List<Suggestion> latest = of(file, said.get(said.size() - 1).text());
    return latest.isEmpty() && said.size() > 1
        ? of(file, said.stream().map(CaseMessage::text).collect(Collectors.joining(" ")))
        : latest;
  }

  List<Suggestion> of(CaseFile file, String words) {
    return knowledge.search(words, MOST).stream().map(script -> suggestion(file, script)).toList();
  }

  /** The text of a script for that case's channel, variables unfilled; empty for no such script. */
  private Suggestion suggestion(CaseFile file, Script found) {
    org.communitydesk.knowledge.Entry script = scripts.find(found.id()).orElseThrow();
    return new Suggestion(
        found.id(),
        found.question(),
        filled(file, script.content().answerOn(file.account().platform())),
        found.highlights(),
        script.content().variants().containsKey(file.account().platform().id()),
        script.content().source(),
        script.content().links(),
        Optional.ofNullable(files.of(List.of(found.id())).get(found.id()))
            .map(ScriptFiles.Named::fileName)
            .orElse(null));
  }

  private static String filled(CaseFile file, String text) {
    String name = file.author().name();
    String channel = Matcher.quoteReplacement(file.account().platform().title());
    return CHANNEL.matcher(Salutation.fill(text, name == null ? "" : name)).replaceAll(channel);
  }
}
