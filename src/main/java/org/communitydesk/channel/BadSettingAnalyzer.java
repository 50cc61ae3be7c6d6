package org.communitydesk.channel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class BadSettingAnalyzer extends AbstractFailureAnalyzer<BadSetting> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BadSetting cause) {
    return new FailureAnalysis(cause.getMessage(), cause.fix(), cause);
  }
}
