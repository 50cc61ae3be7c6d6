package org.communitydesk.privacy;

import java.util.List;
import java.util.Set;
import org.communitydesk.conversation.Platform;

/**
 * A person whose data are asked for or to be erased.
 *
 * @param authorId the platform's id
 * @param pseudonym what takes the place of the id in rows that stay
 * @param names as the platform has told them; empty when it told none
 * @param caseIds all cases of theirs
 * @param messageIds the platform's ids of the messages of those cases
 */
public record Subject(
    Platform platform,
    String authorId,
    String pseudonym,
    Set<String> names,
    List<Long> caseIds,
    List<String> messageIds) {

  /** Whether only cases are asked for, not the person behind them. */
  public boolean isCasesOnly() {
    return authorId.equals(pseudonym);
  }

  /** A list of one impossible number in place of an empty one, which SQL cannot have. */
  public List<Long> cases() {
    return caseIds.isEmpty() ? List.of(0L) : caseIds;
  }

  /** As {@link #cases}. */
  public List<String> messages() {
    return messageIds.isEmpty() ? List.of("") : messageIds;
  }
}
