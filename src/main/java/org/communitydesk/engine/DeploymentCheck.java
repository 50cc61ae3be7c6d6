package org.communitydesk.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Refuses a new diagram, table or form that holds anything but what {@link Vocabulary} and {@link
 * FormCheck} know, and a ladder of sanctions with a missing or a doubled rung. Files of other kinds
 * are not taken: the engine's deployers match the bare ends of names.
 */
class DeploymentCheck implements Deployer {

  private static final int MOST_FILES = 200;
  private static final int LARGEST_FILE = 2 * 1024 * 1024;
  private static final int LARGEST_WHOLE = 10 * 1024 * 1024;
  private static final int MOST_FAULTS = 50;
  private static final Pattern NAME =
      Pattern.compile(
          "(?!.*\\.\\.)(?:[\\p{L}\\p{N} _()+.-]+/){0,5}[\\p{L}\\p{N} _()+.-]+\\.(bpmn|dmn|form)");

  private final Predicate<String> delegates;

  DeploymentCheck(Predicate<String> delegates) {
    this.delegates = delegates;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    Collection<ResourceEntity> files = deployment.getResources().values();
    if (files.size() > MOST_FILES
        || files.stream().mapToLong(file -> file.getBytes().length).sum() > LARGEST_WHOLE) {
      throw refused(List.of("Больше %d файлов или 10 МБ за раз.".formatted(MOST_FILES)));
    }
    List<String> faults = new ArrayList<>();
    for (ResourceEntity file : files) {
      if (faults.size() < MOST_FAULTS) {
        faults.addAll(faults(file.getName(), file.getBytes()));
      }
    }
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
  }

  private static BadUserRequestException refused(List<String> faults) {
    return new BadUserRequestException("Развернуть нельзя. " + String.join(" ", faults));
  }

  List<String> faults(String name, byte[] content) {
    if (name.length() > 200 || !NAME.matcher(name).matches()) {
      return List.of(
          (name.length() > 200 ? name.substring(0, 200) : name)
              + ": разворачиваются только файлы .bpmn, .dmn и .form с простым именем.");
    }
    if (content.length > LARGEST_FILE) {
      return List.of(name + ": файл больше 2 МБ.");
    }
    if (name.endsWith(".form")) {
      return new FormCheck(name).faults(content);
    }
    if (name.endsWith(".bpmn")) {
      return new ModelCheck(name, Vocabulary.BPMN, delegates).faults(content);
    }
    List<String> faults = new ModelCheck(name, Vocabulary.DMN, delegates).faults(content);
    return faults.isEmpty() ? new LadderCheck().faults(name, content) : faults;
  }
}
