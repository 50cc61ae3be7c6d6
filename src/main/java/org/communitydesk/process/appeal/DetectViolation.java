package org.communitydesk.process.appeal;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Suspicions;
import org.communitydesk.channel.Channels;
import org.communitydesk.policy.Claims;
import org.communitydesk.policy.CommunityRules;
import org.communitydesk.process.Choices.AppealClass;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.EnforcedBy;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offender;
import org.communitydesk.triage.Suggestion;
import org.communitydesk.triage.Triage;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description(
    "Ищет в сообщении (messageId) нарушение правил сообщества, смотрит, действует ли местная мера,"
        + " и на какой класс похоже сообщение.")
class DetectViolation implements JavaDelegate {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Suspicions suspicions;
  private final CommunityRules rules;
  private final Claims claims;
  private final Ladder ladder;
  private final Triage triage;
  private final Channels channels;

  DetectViolation(
      CaseFiles files,
      Conversations conversations,
      Suspicions suspicions,
      CommunityRules rules,
      Claims claims,
      Ladder ladder,
      Triage triage,
      Channels channels) {
    this.files = files;
    this.conversations = conversations;
    this.suspicions = suspicions;
    this.rules = rules;
    this.claims = claims;
    this.ladder = ladder;
    this.triage = triage;
    this.channels = channels;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    CaseMessage caseMessage =
        conversations.entry(file.caseId(), Variables.MESSAGE_ID.in(execution));
    String print = rules.fingerprint(caseMessage.text());
    Suspicions.Counts counts = suspicions.count(file.account(), caseMessage, print);
    List<CommunityRules.Hit> hits =
        rules.detect(
            caseMessage.text(),
            new CommunityRules.Repeats(
                counts.sameTextByAuthor(), counts.messagesInStream(), counts.authorsOfSameText()));
    suspicions.mark(caseMessage, !hits.isEmpty());
    Optional<CommunityRules.Hit> gravest =
        hits.stream()
            .filter(CommunityRules.Hit::certain)
            .findFirst()
            .or(() -> hits.stream().findFirst());
    Variables.VIOLATION.set(
        execution,
        gravest
            .map(hit -> FoundViolation.valueOf(hit.violation().name()))
            .orElse(FoundViolation.NONE));
    Variables.VIOLATION_CERTAIN.set(
        execution, gravest.map(CommunityRules.Hit::certain).orElse(false));
    Variables.RESTORABLE.set(execution, channels.of(file.account()).capabilities().canBringBack());
    Variables.ABOUT_MONEY.set(execution, claims.isClaim(caseMessage.text()));
    Suggestion suggestion = triage.suggest(List.of(caseMessage.text())).get(0);
    Variables.SUGGESTED_CLASS.set(execution, AppealClass.valueOf(suggestion.appealClass().name()));
    Variables.SUGGESTION_CONFIDENCE.set(execution, (long) (100 * suggestion.confidence()));
    Variables.MUTED.set(
        execution,
        ladder
            .running(new Offender(file.account(), file.author().id()))
            .filter(one -> one.enforcedBy() == EnforcedBy.LOCAL)
            .isPresent());
  }
}
