package org.communitydesk.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.communitydesk.engine.StaffGroup.ADMINISTRATORS;
import static org.communitydesk.engine.StaffGroup.ADVOCATES;
import static org.communitydesk.engine.StaffGroup.CONTACT_CENTER;
import static org.communitydesk.engine.StaffGroup.MANAGERS;
import static org.communitydesk.engine.StaffGroup.MODERATORS;
import static org.communitydesk.engine.StaffGroup.PROCESS_OWNERS;
import static org.communitydesk.engine.StaffGroup.SUPERVISORS;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rights of every group; all other things are forbidden. Completed again at every start. */
@Component
@Order(PluginOrder.RIGHTS)
class Rights extends AbstractProcessEnginePlugin {

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    List<Right> rights = new ArrayList<>(applications());
    rights.addAll(reading(PROCESS_OWNERS));
    rights.addAll(reading(MANAGERS));
    rights.add(Right.of(PROCESS_OWNERS, Resources.DEPLOYMENT, ANY, CREATE, READ));
    rights.add(Right.of(MANAGERS, Resources.DEPLOYMENT, ANY, READ));
    for (Resource everything : Resources.values()) {
      rights.add(Right.of(ADMINISTRATORS, everything, ANY, ALL));
    }
    WorkOfGroups.in(engine.getRepositoryService())
        .forEach((process, groups) -> groups.forEach(group -> rights.add(working(group, process))));
    rights.forEach(right -> right.grant(engine.getAuthorizationService()));
  }

  private static List<Right> applications() {
    List<Right> rights = new ArrayList<>();
    for (StaffGroup group :
        List.of(MODERATORS, CONTACT_CENTER, SUPERVISORS, ADVOCATES, PROCESS_OWNERS)) {
      rights.add(Right.of(group, Resources.APPLICATION, "tasklist", ACCESS));
    }
    rights.add(Right.of(PROCESS_OWNERS, Resources.APPLICATION, "cockpit", ACCESS));
    rights.add(Right.of(MANAGERS, Resources.APPLICATION, "cockpit", ACCESS));
    return rights;
  }

  private static List<Right> reading(StaffGroup group) {
    return List.of(
        Right.of(
            group,
            Resources.PROCESS_DEFINITION,
            ANY,
            READ_INSTANCE,
            READ_TASK,
            READ_HISTORY,
            ProcessDefinitionPermissions.READ),
        Right.of(
            group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY),
        Right.of(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ));
  }

  // The right covers all tasks of the process; TaskGuard narrows it to the group's own. Advocates
  // read those tasks only that are handed to them, by a row of each (see NoRowsPerTask).
  static Right working(StaffGroup group, String process) {
    if (group == ADVOCATES) {
      return Right.of(
          group,
          Resources.PROCESS_DEFINITION,
          process,
          ProcessDefinitionPermissions.READ,
          TASK_WORK,
          TASK_ASSIGN);
    }
    return Right.of(
        group,
        Resources.PROCESS_DEFINITION,
        process,
        ProcessDefinitionPermissions.READ,
        READ_INSTANCE,
        READ_TASK,
        TASK_WORK,
        TASK_ASSIGN);
  }
}
