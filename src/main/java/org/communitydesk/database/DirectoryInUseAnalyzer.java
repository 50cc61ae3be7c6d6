package org.communitydesk.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DirectoryInUseAnalyzer extends AbstractFailureAnalyzer<DirectoryInUse> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DirectoryInUse cause) {
    return new FailureAnalysis(
        cause.getMessage() + ".",
        "Stop it, or set desk.database.directory to a directory of its own,"
            + " or set spring.datasource.url to a PostgreSQL server that several nodes may share.",
        cause);
  }
}
