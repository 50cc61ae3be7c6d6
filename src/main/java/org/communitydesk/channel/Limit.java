package org.communitydesk.channel;

import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.Quota;

/**
 * What a platform itself says of one of its limits.
 *
 * @param of the writing calls that it counts
 */
public record Limit(Of of, Quota quota) {

  /** Writing calls that platforms count apart. */
  public enum Of {
    ALL,
    COMMENTS,
    PRIVATE,
    /** Hiding, deleting, blocking. */
    DEEDS;

    /**
     * Whether such a call counts.
     *
     * @param kind of the reply; null when it is no reply
     */
    public boolean counts(Kind kind) {
      return switch (this) {
        case ALL -> true;
        case COMMENTS -> kind == Kind.COMMENT;
        case PRIVATE -> kind == Kind.PRIVATE;
        case DEEDS -> kind == null;
      };
    }
  }

  /**
   * Limits that were read from a platform's answers.
   *
   * @param said by the name of an {@link Of}
   */
  public static List<Limit> read(Map<String, Quota> said) {
    return said.entrySet().stream()
        .map(one -> new Limit(Of.valueOf(one.getKey()), one.getValue()))
        .toList();
  }
}
