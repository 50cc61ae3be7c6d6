package org.communitydesk.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the desk knows an answer to, and a search over it. */
@Component
@Transactional
public class Knowledge {

  private final Search search;
  private final Scripts scripts;
  private final Rows rows;

  Knowledge(Search search, Scripts scripts, Rows rows) {
    this.search = search;
    this.scripts = scripts;
    this.rows = rows;
  }

  /**
   * Approved scripts that hold today and share a word with the question, best first. Typing errors
   * and the owner's synonyms are understood.
   *
   * @param question free text of a user or moderator; only its first 2,000 characters count
   * @return empty when nothing fits or nothing was asked
   */
  @Transactional(readOnly = true)
  public List<Script> search(String question, int limit) {
    return search(question, limit, State.APPROVED);
  }

  /** As {@link #search(String, int)}, in another state; those need not hold today. */
  @Transactional(readOnly = true)
  public List<Script> search(String question, int limit, State state) {
    return search.find(question, limit, state);
  }

  /** Where the approved script that fits a text best is filed; empty when none fits or is filed. */
  @Transactional(readOnly = true)
  public Optional<String> topic(String text) {
    return search(text, 1).stream()
        .flatMap(best -> scripts.find(best.id()).stream())
        .map(Entry::content)
        .filter(content -> content.category() != null)
        .map(
            content ->
                content.subcategory() == null
                    ? content.category()
                    : content.category() + " — " + content.subcategory())
        .findFirst();
  }

  /** Adds an approved script. */
  public void add(String question, String answer, String source) {
    scripts.write(null, content(question, answer, source), State.APPROVED, null);
  }

  /**
   * Offers a new answer: a draft that nobody is shown until it is approved. The same answer to the
   * same question is offered once.
   *
   * @param caseId the case that it was given in, with whose person an unapproved one is erased
   */
  public void offer(String question, String answer, String source, String caseId) {
    Content content = content(question, answer, source);
    rows.lock();
    boolean known =
        !rows.select(
                "md5(s.folded_question) = md5(:folded) and s.answer = :answer",
                Map.of("folded", Folded.text(content.question()), "answer", content.answer()))
            .isEmpty();
    if (!known) {
      rows.tie(scripts.write(null, content, State.DRAFT, null), Long.parseLong(caseId));
    }
  }

  /** Whether there is no script at all. */
  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return rows.select("true limit 1", Map.of()).isEmpty();
  }

  /** What people wrote to each other is kept as it is: who approves it mends it. */
  private static Content content(String question, String answer, String source) {
    return new Content(
        question.strip(),
        answer.strip(),
        Map.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        source);
  }
}
