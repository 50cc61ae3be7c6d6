package org.communitydesk.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.communitydesk.knowledge.Content;
import org.communitydesk.knowledge.Entry;
import org.communitydesk.knowledge.ScriptFiles.Named;
import org.communitydesk.knowledge.ScriptScores.Score;
import org.communitydesk.knowledge.State;

/**
 * A script, or one of its versions, as the page shows it.
 *
 * @param changedBy null when the desk itself wrote it
 * @param stale approved, but over, not looked at for long or doubted
 * @param doubt why its answers say that it serves badly, in Russian; null while they do not
 * @param score null in a version
 * @param file null when it has none, and in a version
 */
record ScriptResource(
    long id,
    String key,
    @JsonUnwrapped Content content,
    State state,
    int version,
    Instant changedAt,
    String changedBy,
    boolean stale,
    String doubt,
    Score score,
    Named file) {

  static ScriptResource of(Entry entry, Score score, Named file) {
    return new ScriptResource(
        entry.id(),
        entry.key(),
        entry.content(),
        entry.state(),
        entry.version(),
        entry.changedAt(),
        entry.changedBy(),
        entry.stale(),
        entry.doubt(),
        score,
        file);
  }
}
