package org.communitydesk.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(PluginOrder.GROUPS)
class Groups extends AbstractProcessEnginePlugin {

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    IdentityService identity = engine.getIdentityService();
    for (StaffGroup wanted : StaffGroup.values()) {
      if (identity.createGroupQuery().groupId(wanted.id()).count() == 0) {
        identity.saveGroup(group(identity, wanted));
      }
    }
  }

  private static Group group(IdentityService identity, StaffGroup wanted) {
    Group group = identity.newGroup(wanted.id());
    group.setName(wanted.russianName());
    group.setType(wanted == StaffGroup.ADMINISTRATORS ? "SYSTEM" : "WORKFLOW");
    return group;
  }
}
