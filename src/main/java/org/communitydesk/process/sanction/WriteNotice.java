package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.ReplyDraft;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Kind;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.process.Choices.NoticeKind;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Decision;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Sanction;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Пишет человеку о мере (noticeKind): назначена, оставлена после жалобы или отменена.")
class WriteNotice implements JavaDelegate {

  private final CaseFiles files;
  private final Replies replies;
  private final Channels channels;
  private final Ladder ladder;
  private final LadderTable table;
  private final Notices notices;

  WriteNotice(
      CaseFiles files,
      Replies replies,
      Channels channels,
      Ladder ladder,
      LadderTable table,
      Notices notices) {
    this.files = files;
    this.replies = replies;
    this.channels = channels;
    this.ladder = ladder;
    this.table = table;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    Sanction sanction = ladder.find(Variables.SANCTION_ID.in(execution));
    Capabilities capabilities = channels.of(file.account()).capabilities();
    Kind place = place(execution, file, capabilities);
    NoticeKind kind = Variables.NOTICE_KIND.in(execution);
    String text =
        kind == NoticeKind.MEASURE
            ? measure(file, sanction, capabilities.textLimit(place).most())
            : notices.afterDispute(kind, sanction.measure(), sanction.days());
    Variables.REPLY_ID.set(
        execution, replies.write(file.caseId(), null, new ReplyDraft(text, place, null, null)));
  }

  private String measure(CaseFile file, Sanction sanction, int most) {
    Decision decision = new Decision(sanction.measure(), sanction.days(), null, null);
    return notices.measure(
        sanction.violation().title(),
        decision,
        sanction.termEndsAt(),
        sanction.days() == null
            ? null
            : table.ask(
                sanction.rung() + 1L, FoundViolation.valueOf(sanction.violation().name()), file),
        most);
  }

  private static Kind place(DelegateExecution execution, CaseFile file, Capabilities capabilities) {
    boolean wantedPrivately =
        Variables.NOTICE_PLACE.find(execution).filter(Kind.PRIVATE.name()::equals).isPresent();
    return wantedPrivately && capabilities.can(Capability.PRIVATE_ANSWER_TO_COMMENT)
        ? Kind.PRIVATE
        : file.kind();
  }
}
