package org.communitydesk.process.retention;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.privacy.PersonalRecords;
import org.communitydesk.process.OutsideTask;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Убирает номера стёртых людей, с которых снят бан.")
class FinishErasures implements OutsideTask {

  private final PersonalRecords records;

  FinishErasures(PersonalRecords records) {
    this.records = records;
  }

  @Override
  public void execute(DelegateExecution execution) {
    records.sweep();
  }
}
