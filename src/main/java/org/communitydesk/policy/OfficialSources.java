package org.communitydesk.policy;

/** What the brand has said officially: whoever repeats it promises nothing new. */
public interface OfficialSources {

  /** Whether an approved official text that holds today says these words in this order. */
  boolean say(String words);
}
