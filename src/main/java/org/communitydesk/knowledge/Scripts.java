package org.communitydesk.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The scripts as those who keep them see them: all states, all versions. */
@Component
@Transactional
public class Scripts {

  private final Rows rows;

  Scripts(Rows rows) {
    this.rows = rows;
  }

  /**
   * Adds a draft that nobody is shown until it is approved.
   *
   * @return its id
   * @throws ScriptRefused when something is wrong with it or the question is there already
   */
  public long offer(Content content, String person) {
    Content clean = content.checked();
    rows.lock();
    sameQuestion(clean.question())
        .ifPresent(
            known -> {
              throw new ScriptRefused(
                  "question", "такой вопрос уже есть: скрипт № %d".formatted(known.id()));
            });
    return write(null, clean, State.DRAFT, person);
  }

  /**
   * Changes a script; the earlier version is kept.
   *
   * @param version that was read; another one is refused, because somebody was quicker
   * @param approve or it becomes a draft again
   * @throws ScriptRefused when something is wrong with it
   */
  public Entry change(long id, int version, Content content, boolean approve, String person) {
    Content clean = content.checked();
    rows.lock();
    Entry known = find(id).orElseThrow();
    if (known.version() != version) {
      throw new ScriptRefused("version", "скрипт уже изменил кто-то другой: обновите страницу");
    }
    State state = approve ? State.APPROVED : State.DRAFT;
    if (clean.equals(known.content())) {
      rows.set(id, approve ? State.APPROVED : known.state(), person);
    } else {
      write(id, clean, state, person);
    }
    return find(id).orElseThrow();
  }

  /** Lets the script be suggested; for an approved one: somebody has looked at it again. */
  public Optional<Entry> approve(long id, String person) {
    return rows.set(id, State.APPROVED, person) ? find(id) : Optional.empty();
  }

  /** Takes the script out of all suggestions; it can be approved again. */
  public Optional<Entry> withdraw(long id, String person) {
    return rows.set(id, State.WITHDRAWN, person) ? find(id) : Optional.empty();
  }

  /**
   * Says of an approved script that somebody should look at it again; holds until somebody does.
   *
   * @param reason in Russian
   */
  public void doubt(long id, String reason) {
    rows.doubt(id, reason);
  }

  /** Who is to look at scripts again; an empty text for those that have no owner. */
  @Transactional(readOnly = true)
  public List<String> ownersOfStale() {
    return rows.ownersOfStale();
  }

  /**
   * The scripts that their owner is to look at again, oldest first.
   *
   * @param owner empty for those that have none
   */
  @Transactional(readOnly = true)
  public List<Entry> staleOf(String owner, int limit) {
    return rows.select(
        "coalesce(s.owner, '') = :owner and " + Rows.STALE + " order by s.id limit :limit",
        Map.of("owner", owner, "limit", limit));
  }

  @Transactional(readOnly = true)
  public Optional<Entry> find(long id) {
    return rows.select("s.id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** All that was written of the script, newest first. */
  @Transactional(readOnly = true)
  public List<Entry> versions(long id) {
    return rows.versions(id);
  }

  /**
   * Newest first.
   *
   * @param words null or blank for all
   * @param state null for all
   * @param stale only those to be looked at again
   * @param after the id of the last one read; null for the beginning
   */
  @Transactional(readOnly = true)
  public List<Entry> list(String words, State state, boolean stale, Long after, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    StringBuilder where = new StringBuilder("true");
    if (state != null) {
      where.append(" and s.state = :state");
      parameters.put("state", state.name());
    }
    if (stale) {
      where.append(" and ").append(Rows.STALE);
    }
    if (after != null) {
      where.append(" and s.id < :after");
      parameters.put("after", after);
    }
    String folded = words == null ? "" : Folded.text(words);
    if (!folded.isEmpty()) {
      where.append(
          " and (s.words @@ plainto_tsquery('russian', :words) or s.folded_question like :part)");
      parameters.put("words", folded);
      parameters.put("part", "%" + folded + "%");
    }
    parameters.put("limit", limit);
    return rows.select(where + " order by s.id desc limit :limit", parameters);
  }

  /** How many scripts are in each state; STALE of the approved ones are to be looked at again. */
  @Transactional(readOnly = true)
  public Map<String, Long> counts() {
    return rows.counts();
  }

  Optional<Entry> sameQuestion(String question) {
    return rows
        .select(
            "md5(s.folded_question) = md5(:folded) and s.state <> 'WITHDRAWN' order by s.id limit 1",
            Map.of("folded", Folded.text(question)))
        .stream()
        .findFirst();
  }

  long write(Long id, Content content, State state, String person) {
    return rows.write(List.of(new Rows.Write(id, null, false, content, state)), person).get(0);
  }
}
