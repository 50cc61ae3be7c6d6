package org.communitydesk.engine;

import static org.communitydesk.engine.StaffGroup.ADVOCATES;
import static org.communitydesk.engine.StaffGroup.CONTACT_CENTER;
import static org.communitydesk.engine.StaffGroup.MODERATORS;
import static org.communitydesk.engine.StaffGroup.SUPERVISORS;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The queues that stand ready in Tasklist, each for the groups that work it. */
@Component
@Order(PluginOrder.QUEUES)
class Queues extends AbstractProcessEnginePlugin {

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    queue(
        engine,
        "Мои обращения",
        20,
        query(engine).taskAssigneeExpression("${currentUser()}"),
        MODERATORS);
    queue(engine, "Новые обращения", 10, unassigned(engine, MODERATORS), MODERATORS);
    queue(engine, "Контактный центр", 10, all(engine, CONTACT_CENTER), CONTACT_CENTER);
    queue(engine, "Согласование", 10, all(engine, SUPERVISORS), SUPERVISORS);
    queue(engine, "Адвокаты бренда", 10, all(engine, ADVOCATES), ADVOCATES);
  }

  private static TaskQuery query(ProcessEngine engine) {
    return engine.getTaskService().createTaskQuery().orderByDueDate().asc();
  }

  private static TaskQuery unassigned(ProcessEngine engine, StaffGroup group) {
    return query(engine).taskCandidateGroup(group.id()).taskUnassigned();
  }

  private static TaskQuery all(ProcessEngine engine, StaffGroup group) {
    return query(engine).taskCandidateGroup(group.id()).includeAssignedTasks();
  }

  private static void queue(
      ProcessEngine engine, String name, int position, TaskQuery tasks, StaffGroup... readers) {
    FilterService filters = engine.getFilterService();
    Filter queue = filters.createFilterQuery().filterName(name).singleResult();
    if (queue == null) {
      queue = filters.newTaskFilter(name);
    }
    queue.setQuery(tasks);
    queue.setProperties(
        Map.of(
            "priority",
            position,
            "refresh",
            true,
            "showUndefinedVariable",
            false,
            "variables",
            List.of(card("header", "Обращение"), card("deadlineText", "Срок"))));
    String id = filters.saveFilter(queue).getId();
    for (StaffGroup reader : readers) {
      Right.of(reader, Resources.FILTER, id, Permissions.READ)
          .grant(engine.getAuthorizationService());
    }
  }

  private static Map<String, String> card(String variable, String label) {
    return Map.of("name", variable, "label", label);
  }
}
