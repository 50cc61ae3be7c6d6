package org.communitydesk.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells all nodes, when the change is committed, that a task of a case is not what it was. */
class TellsOfTasks extends AbstractBpmnParseListener {

  private static final List<String> EVENTS =
      List.of(
          TaskListener.EVENTNAME_CREATE,
          TaskListener.EVENTNAME_ASSIGNMENT,
          TaskListener.EVENTNAME_COMPLETE,
          TaskListener.EVENTNAME_DELETE);

  private final JdbcClient jdbc;

  TellsOfTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    EVENTS.forEach(event -> task.addBuiltInTaskListener(event, this::tell));
  }

  private void tell(DelegateTask task) {
    String caseId = task.getExecution().getProcessBusinessKey();
    if (caseId != null) {
      var unused =
          jdbc.sql("select pg_notify('desk_live', ?) is null")
              .param(caseId + " TASK")
              .query(Boolean.class)
              .optional();
    }
  }
}
