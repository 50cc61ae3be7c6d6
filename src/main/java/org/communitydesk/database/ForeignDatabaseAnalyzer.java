package org.communitydesk.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ForeignDatabaseAnalyzer extends AbstractFailureAnalyzer<ForeignDatabase> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ForeignDatabase cause) {
    return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
  }
}
