package org.communitydesk.process.sanction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.communitydesk.process.Variables;
import org.communitydesk.sanction.Ladder;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Отменяет меру после жалобы: нарушение снимается, ступени пересчитываются.")
class RevokeSanction implements JavaDelegate {

  private final Ladder ladder;

  RevokeSanction(Ladder ladder) {
    this.ladder = ladder;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String who = Variables.DECIDED_BY.in(execution);
    String sanctionId = Variables.SANCTION_ID.in(execution);
    ladder.revoke(sanctionId, who, "Отменена после жалобы");
  }
}
