package org.communitydesk.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Notes every sequence flow that an engine of this JVM takes and every rule of a decision table
 * that holds; at the JVM's end they stand in {@link #FOLDER}, one a line: {@code
 * appeal/isClosedToEnd} or {@code triage/answered}.
 */
@Component
public class WaysTaken extends AbstractProcessEnginePlugin {

  public static final Path FOLDER = Path.of("target", "ways-taken");

  private static final Set<String> TAKEN = noted();

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners =
        new ArrayList<>(
            Optional.ofNullable(engine.getCustomPostBPMNParseListeners()).orElse(List.of()));
    listeners.add(new Flows());
    engine.setCustomPostBPMNParseListeners(listeners);
    engine.setDmnEngineConfiguration(rules(new DefaultDmnEngineConfiguration()));
  }

  /** Notes the rules that hold in the tables of an engine that is to be built. */
  public static DefaultDmnEngineConfiguration rules(DefaultDmnEngineConfiguration engine) {
    List<DmnDecisionTableEvaluationListener> listeners =
        new ArrayList<>(
            Optional.ofNullable(engine.getCustomPostDecisionTableEvaluationListeners())
                .orElse(List.of()));
    listeners.add(
        event -> {
          for (DmnEvaluatedDecisionRule rule : event.getMatchingRules()) {
            TAKEN.add(event.getDecisionTable().getKey() + "/" + rule.getId());
          }
        });
    engine.setCustomPostDecisionTableEvaluationListeners(listeners);
    return engine;
  }

  private static Set<String> noted() {
    Set<String> taken = new ConcurrentSkipListSet<>();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    Files.createDirectories(FOLDER);
                    Files.write(
                        FOLDER.resolve(ProcessHandle.current().pid() + ".txt"), List.copyOf(taken));
                  } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                  }
                }));
    return taken;
  }

  private static class Flows extends AbstractBpmnParseListener implements ExecutionListener {

    @Override
    public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
      transition.addListener(EVENTNAME_TAKE, this);
    }

    @Override
    public void notify(DelegateExecution execution) {
      String process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
      TAKEN.add(process + "/" + execution.getCurrentTransitionId());
    }
  }
}
