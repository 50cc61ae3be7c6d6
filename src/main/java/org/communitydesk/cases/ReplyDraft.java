package org.communitydesk.cases;

import org.communitydesk.conversation.Kind;

/**
 * What a person submitted for publication.
 *
 * @param kind where it goes; null means where the answered message stands
 * @param templateName the platform's approved template whose text this is; null for a free text
 * @param templateLanguage null without a template
 */
public record ReplyDraft(String text, Kind kind, String templateName, String templateLanguage) {

  /** A free text that goes where the answered message stands. */
  public static ReplyDraft of(String text) {
    return new ReplyDraft(text, null, null, null);
  }
}
