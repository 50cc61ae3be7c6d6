package org.communitydesk.process.appeal;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The process owner's decision {@code service-level}. */
@Component
public class ServiceLevelTable {

  private static final String KEY = "service-level";

  private final RepositoryService repository;

  ServiceLevelTable(RepositoryService repository) {
    this.repository = repository;
  }

  /** The number of the table's latest version. */
  public String version() {
    return String.valueOf(
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(KEY)
            .latestVersion()
            .singleResult()
            .getVersion());
  }
}
