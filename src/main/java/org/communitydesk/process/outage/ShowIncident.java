package org.communitydesk.process.outage;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.runtime.Incident;
import org.communitydesk.channelhealth.ChannelWatch;
import org.communitydesk.conversation.Account;
import org.communitydesk.process.Variables;
import org.springframework.context.annotation.Description;
import org.springframework.stereotype.Component;

@Component
@Description("Показывает в Cockpit инцидент, пока канал ждёт рабочего ключа (start и end).")
class ShowIncident implements ExecutionListener {

  private static final String TYPE = "channelLockedOut";

  private final RuntimeService engine;
  private final ChannelWatch watch;

  ShowIncident(RuntimeService engine, ChannelWatch watch) {
    this.engine = engine;
    this.watch = watch;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (EVENTNAME_START.equals(execution.getEventName())) {
      Account account = Account.of(Variables.ACCOUNT.in(execution));
      execution.createIncident(TYPE, account.toString(), message(account));
    } else {
      engine.createIncidentQuery().executionId(execution.getId()).incidentType(TYPE).list().stream()
          .map(Incident::getId)
          .forEach(execution::resolveIncident);
    }
  }

  private String message(Account account) {
    return "%s (%s) не принимает ключ: %s. Ответы и сообщения не теряются: они ждут. Проверьте ключ и его права на платформе или замените его на странице «Каналы» (/channels); дальше всё продолжится само."
        .formatted(account.platform().title(), account.name(), watch.of(account).reason());
  }
}
