package org.communitydesk.knowledge;

import java.util.Collection;
import java.util.Map;

/** How well scripts serve: what became of the answers that they went into. */
public interface ScriptScores {

  /**
   * The latest uses of one script.
   *
   * @param used how often it was put into an answer
   * @param sent how many of those answers went out
   * @param kept the share of its words that was left in them, in per cent; null before the first
   * @param cameBack after how many of those answers the person wrote again
   * @param escalated after how many of those answers somebody else had to help: the contact center,
   *     an advocate or the management
   */
  record Score(int used, int sent, Integer kept, int cameBack, int escalated) {

    public static final Score NONE = new Score(0, 0, null, 0, 0);
  }

  /** By the id of the script; those that nobody used are missing. */
  Map<Long, Score> of(Collection<Long> scriptIds);

  /** As {@link #of}, of all approved scripts, and only since somebody last looked at each. */
  Map<Long, Score> sinceChecked();
}
