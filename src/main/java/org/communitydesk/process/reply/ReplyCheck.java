package org.communitydesk.process.reply;

import java.util.Optional;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.ReplyDraft;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.TextLimit;
import org.communitydesk.conversation.Kind;
import org.communitydesk.policy.CommunicationRules;
import org.springframework.stereotype.Component;

/** Checks a text by the rules of communication and by what the platform of its case takes. */
@Component
public class ReplyCheck {

  private final Conversations conversations;
  private final Channels channels;
  private final CommunicationRules rules;

  ReplyCheck(Conversations conversations, Channels channels, CommunicationRules rules) {
    this.conversations = conversations;
    this.channels = channels;
    this.rules = rules;
  }

  /** What the rules say of the text where it would stand. */
  public CommunicationRules.Check of(CaseFile file, ReplyDraft replyDraft) {
    TextLimit limit =
        channels.of(file.account()).capabilities().textLimit(place(file.caseId(), replyDraft));
    String text = replyDraft.text();
    return rules.check(text, limit.counting().count(text), limit.most(), file.account().platform());
  }

  /** Where the text would stand. */
  public Kind place(String caseId, ReplyDraft replyDraft) {
    return Optional.ofNullable(replyDraft.kind())
        .orElseGet(() -> conversations.answered(caseId, null).kind());
  }
}
