package org.communitydesk.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

@Component
@DependsOnDatabaseInitialization
class EngineSettings extends AbstractProcessEnginePlugin {

  static final int MOST_ROWS = 1000;

  private final PasswordHashes hashes;
  private final Passwords passwords;
  private final Credentials credentials;
  private final Logins logins;

  EngineSettings(
      PasswordHashes hashes, Passwords passwords, Credentials credentials, Logins logins) {
    this.hashes = hashes;
    this.passwords = passwords;
    this.credentials = credentials;
    this.logins = logins;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomHistoryLevels(List.of(new DeskHistory()));
    engine.setHistoryRemovalTimeStrategy(
        ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
    // Two called instances of one case must not run at the same moment.
    engine.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
    engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*");
    engine.setQueryMaxResultsLimit(MOST_ROWS);
    engine.setResourceAuthorizationProvider(new DisabledDefaultAuthorizations());
    // What a diagram forgets to catch is an incident, not an end without a word.
    engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    engine.setFailedJobCommandFactory(new JobConflicts());
    engine.setDefaultUserPermissionNameForTask("TASK_WORK");
    engine.setPasswordManager(hashes.manager());
    engine.setEnablePasswordPolicy(true);
    engine.setPasswordPolicy(new DeskPasswordPolicy());
    engine.setIdentityService(new DeskIdentity(passwords, credentials, logins));
    engine.setIdentityProviderSessionFactory(new StrictUsers.Factory());
  }
}
