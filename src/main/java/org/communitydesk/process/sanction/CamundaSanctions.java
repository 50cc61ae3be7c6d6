package org.communitydesk.process.sanction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.conversation.Account;
import org.communitydesk.process.Choices.FoundViolation;
import org.communitydesk.process.Messages;
import org.communitydesk.process.Variables;
import org.communitydesk.process.WithoutAuthentication;
import org.communitydesk.sanction.BanDiscrepancies;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offence;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.sanction.SanctionProcess;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the process {@code sanction} what was done to measures outside the diagrams. */
@Component
class CamundaSanctions implements SanctionProcess {

  private static final String SANCTION = "sanction";
  private static final String REVIEW = "reviewDispute";
  private static final Duration TIME_TO_LIFT = Duration.ofHours(4);
  private static final long PRIORITY = 70;
  private static final int MOST_LIVES = 10;

  private final RuntimeService engine;
  private final TaskService tasks;
  private final WithoutAuthentication withoutAuthentication;
  private final Ladder ladder;
  private final LadderTable table;
  private final SanctionStarter starter;
  private final BanDiscrepancies banDiscrepancies;
  private final CaseFiles files;
  private final Journal journal;
  private final Clock clock;

  CamundaSanctions(
      RuntimeService engine,
      TaskService tasks,
      WithoutAuthentication withoutAuthentication,
      @Lazy Ladder ladder,
      LadderTable table,
      SanctionStarter starter,
      BanDiscrepancies banDiscrepancies,
      CaseFiles files,
      Journal journal,
      Clock clock) {
    this.engine = engine;
    this.tasks = tasks;
    this.withoutAuthentication = withoutAuthentication;
    this.ladder = ladder;
    this.table = table;
    this.starter = starter;
    this.banDiscrepancies = banDiscrepancies;
    this.files = files;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void revoked(String sanctionId, String who) {
    Sanction sanction = ladder.find(sanctionId);
    record(sanction, who, TimelineEvent.What.SANCTION_REVOKED, MeasureWords.of(sanction));
    if (sanction.isFromOutside()) {
      banChanged(sanction.offender().account(), sanction.offender().authorId());
      return;
    }
    withoutAuthentication.run(
        () -> {
          List<ProcessInstance> lives = lives(sanctionId);
          if (lives.isEmpty()) {
            starter.start(sanction, dueAt(), PRIORITY);
          }
          lives.forEach(life -> engine.setVariable(life.getId(), Variables.REVOKED.name(), true));
          tell(Messages.SANCTION_REVOKED, sanctionId);
        });
  }

  @Override
  public boolean disputed(String sanctionId, String who) {
    Sanction sanction = ladder.hold(sanctionId);
    boolean heard =
        withoutAuthentication.get(
            () -> addWords(sanctionId) || tell(Messages.SANCTION_DISPUTED, sanctionId));
    if (heard) {
      record(sanction, who, TimelineEvent.What.SANCTION_DISPUTED, null);
    }
    return heard;
  }

  /** Whoever judges already reads what the person says further; false when nobody does. */
  private boolean addWords(String sanctionId) {
    List<Task> open =
        tasks
            .createTaskQuery()
            .taskDefinitionKey(REVIEW)
            .processVariableValueEquals(Variables.SANCTION_ID.name(), sanctionId)
            .listPage(0, MOST_LIVES);
    String words = MeasureWords.against(ladder.disputeWords(sanctionId));
    open.forEach(
        task -> tasks.setVariableLocal(task.getId(), Variables.DISPUTE_TEXT.name(), words));
    return !open.isEmpty();
  }

  @Override
  public void banChanged(Account account, String personId) {
    if (banDiscrepancies.hear(account, personId, clock.instant())) {
      withoutAuthentication.run(
          () ->
              engine
                  .createMessageCorrelation(Messages.BAN_CHANGED)
                  .setVariable(Variables.ACCOUNT.name(), account.toString())
                  .correlateStartMessage());
    }
  }

  @Override
  public void compareBans() {
    withoutAuthentication.run(
        () ->
            engine.createMessageCorrelation(Messages.RECONCILIATION_ASKED).correlateStartMessage());
  }

  private void record(Sanction sanction, String who, TimelineEvent.What what, String detail) {
    if (sanction.caseId() != null) {
      journal.record(sanction.caseId(), who, what, detail);
    }
  }

  @Override
  public void decideAgain(List<Offence> offences) {
    withoutAuthentication.run(() -> offences.forEach(this::decideAgain));
  }

  private void decideAgain(Offence offence) {
    CaseFile file = files.of(offence.caseId());
    FoundViolation violation = FoundViolation.valueOf(offence.violation().name());
    ladder
        .open(offence.id(), table.ask(offence.rung(), violation, file))
        .ifPresent(anew -> starter.start(anew, dueAt(), PRIORITY));
  }

  private boolean tell(String message, String sanctionId) {
    return !engine
        .createMessageCorrelation(message)
        .processInstanceVariableEquals(Variables.SANCTION_ID.name(), sanctionId)
        .correlateAllWithResult()
        .isEmpty();
  }

  private List<ProcessInstance> lives(String sanctionId) {
    return engine
        .createProcessInstanceQuery()
        .processDefinitionKey(SANCTION)
        .variableValueEquals(Variables.SANCTION_ID.name(), sanctionId)
        .variableValueEquals(Variables.MEASURE_OVER.name(), false)
        .listPage(0, MOST_LIVES);
  }

  private Instant dueAt() {
    return clock.instant().plus(TIME_TO_LIFT);
  }
}
