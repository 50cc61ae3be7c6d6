package org.communitydesk.policy;

import java.util.Map;
import java.util.Set;
import org.communitydesk.conversation.Platform;

/** What follows from broken communication rules: the process owner's decision. */
public interface RuleVerdicts {

  /**
   * A verdict for each of the rules.
   *
   * @param rules ids of {@link CommunicationRules#rules()}
   * @param platform null when the text goes to several
   */
  Map<String, Verdict> of(Set<String> rules, Platform platform);
}
