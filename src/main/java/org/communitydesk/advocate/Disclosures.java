package org.communitydesk.advocate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Tells whether a text states a tie to the brand, or claims that there is none. */
@Component
class Disclosures {

  private final List<Phrase> brand;
  private final List<Rule> ties;
  private final List<Rule> poses;

  Disclosures(ObjectMapper json) {
    try (InputStream file = new ClassPathResource("advocate/disclosure.json").getInputStream()) {
      Lists lists = json.readValue(file, Lists.class);
      this.brand = lists.brand().stream().map(Phrase::of).toList();
      this.ties = lists.ties().stream().map(Written::rule).toList();
      this.poses = lists.poses().stream().map(Written::rule).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Looks at the sentence with which a person wants to disclose their tie.
   *
   * @return why it discloses none, Russian; empty when it does
   */
  Optional<String> fault(String disclosure) {
    List<String> words = Folded.words(disclosure);
    Optional<String> pose = pose(disclosure);
    if (pose.isPresent()) {
      return pose.map(name -> "автор выдаёт себя за постороннего: " + name + ".");
    }
    if (ties.stream().noneMatch(tie -> tie.isIn(words))) {
      return Optional.of(
          "не названа связь с брендом (%s). Например: %s"
              .formatted(
                  ties.stream().map(Rule::name).collect(Collectors.joining(", ")),
                  ties.get(0).example()));
    }
    return brand.stream().anyMatch(name -> name.isIn(words))
        ? Optional.empty()
        : Optional.of("не назван бренд. Например: " + ties.get(0).example());
  }

  /** How the text poses as somebody without a tie to the brand, Russian; empty when it does not. */
  Optional<String> pose(String text) {
    List<String> words = Folded.words(text);
    return poses.stream().filter(pose -> pose.isIn(words)).map(Rule::name).findFirst();
  }

  /** Whether the sentence stands in the text, word for word. */
  static boolean holds(String text, String sentence) {
    return Collections.indexOfSubList(Folded.words(text), Folded.words(sentence)) >= 0;
  }

  List<Rule> ties() {
    return ties;
  }

  List<Rule> poses() {
    return poses;
  }

  record Rule(String name, List<Phrase> phrases, String example) {

    boolean isIn(List<String> words) {
      return phrases.stream().anyMatch(phrase -> phrase.isIn(words));
    }
  }

  record Written(String name, List<String> phrases, String example) {

    Rule rule() {
      return new Rule(name, phrases.stream().map(Phrase::of).toList(), example);
    }
  }

  record Lists(List<String> brand, List<Written> ties, List<Written> poses) {}
}
