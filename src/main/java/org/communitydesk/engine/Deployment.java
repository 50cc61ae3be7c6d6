package org.communitydesk.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys what lies in {@code processes/} and {@code forms/} under the names that the files have in
 * the repository, and of that only what changed since the last start.
 */
@Component
@Order(PluginOrder.DEPLOYMENT)
class Deployment extends AbstractProcessEnginePlugin {

  static final String NAME = "community-desk";

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    DeploymentBuilder deployment =
        engine.getRepositoryService().createDeployment().name(NAME).enableDuplicateFiltering(true);
    SortedMap<String, Resource> files = files();
    files.forEach((name, file) -> add(deployment, name, file));
    if (!files.isEmpty()) {
      deployment.deploy();
    }
  }

  private static SortedMap<String, Resource> files() {
    SortedMap<String, Resource> files = new TreeMap<>(Comparator.naturalOrder());
    collect(files, "processes", "*.bpmn");
    collect(files, "processes", "*.dmn");
    collect(files, "forms", "*.form");
    return files;
  }

  private static void collect(SortedMap<String, Resource> files, String folder, String pattern) {
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + folder + "/" + pattern)) {
        files.put(folder + "/" + file.getFilename(), file);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void add(DeploymentBuilder deployment, String name, Resource file) {
    try (InputStream content = file.getInputStream()) {
      deployment.addInputStream(name, content);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
