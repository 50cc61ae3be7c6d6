package org.communitydesk.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the stock engine leaves open: see the classes that are put in here. */
@Component
class EngineLocks extends AbstractProcessEnginePlugin {

  private final ApplicationContext context;
  private final JdbcClient jdbc;

  EngineLocks(ApplicationContext context, JdbcClient jdbc) {
    this.context = context;
    this.jdbc = jdbc;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new Expressions(context));
    VisibleBeans beans = new VisibleBeans(context);
    engine.setBeans(beans);
    engine.setCustomPreDeployers(List.of(new DeploymentCheck(beans::containsKey)));
    engine.setCustomPreBPMNParseListeners(
        List.of(new AssigneeRecorder(), new TellsOfTasks(jdbc), new BoundedRepeats()));
    NoScripts none = new NoScripts();
    engine.setScriptEngineResolver(none);
    engine.setDmnElProvider(none);
    engine.setCustomPreCommandInterceptorsTxRequired(
        List.of(
            new TaskErrorMapper(() -> engine.getIdentityService().getCurrentAuthentication()),
            new DeletionGuard(
                () -> engine.getIdentityService().getCurrentAuthentication() != null, jdbc)));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine
        .getCommandCheckers()
        .replaceAll(
            checker -> checker instanceof AuthorizationCommandChecker ? new TaskGuard() : checker);
  }
}
