package org.communitydesk.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Refuses a new diagram or table that carries code, for what cases do stands in delegates, and a
 * ladder of sanctions with a missing or a doubled rung.
 */
class DeploymentCheck implements Deployer {

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    List<String> faults = new ArrayList<>();
    deployment.getResources().values().forEach(file -> faults.addAll(faults(file)));
    if (!faults.isEmpty()) {
      throw new BadUserRequestException("Развернуть нельзя. " + String.join(" ", faults));
    }
  }

  private static List<String> faults(ResourceEntity file) {
    String name = file.getName();
    if (name.contains(".cmmn")) {
      return List.of(name + ": схемы CMMN здесь не используются.");
    }
    boolean isTable = name.contains(".dmn");
    if (!isTable && !name.endsWith(".bpmn") && !name.endsWith(".bpmn20.xml")) {
      return List.of();
    }
    List<String> carried = new CarriedCode(name).in(new ByteArrayInputStream(file.getBytes()));
    return isTable && carried.isEmpty() ? new LadderCheck().faults(name, file.getBytes()) : carried;
  }
}
