package org.communitydesk.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Tries the table {@code sanction-ladder} on every rung and every listed value of its inputs: each
 * must meet exactly one row, else somebody would be punished wrongly or not at all.
 */
class LadderCheck {

  private static final String LADDER = "sanction-ladder";
  private static final String RUNG = "rung";
  private static final int RUNGS = 5;
  private static final int MOST_COMBINATIONS = 2_000;

  private final List<String> matching = new ArrayList<>();

  /** What is wrong with the table, in words for a process owner; empty for any other table. */
  List<String> faults(String file, byte[] content) {
    DmnModelInstance model;
    try {
      model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
    } catch (DmnModelException unreadable) {
      return List.of(file + ": таблица не читается.");
    }
    Decision decision = model.getModelElementById(LADDER);
    if (decision == null || !(decision.getExpression() instanceof DecisionTable table)) {
      return List.of();
    }
    if (combinationsOf(table) > MOST_COMBINATIONS) {
      return List.of(
          "%s: у входов таблицы больше %d сочетаний значений, проверить их нельзя. Уберите лишние входы или значения."
              .formatted(file, MOST_COMBINATIONS));
    }
    try {
      return tried(file, model, table);
    } catch (DmnEngineException wrong) {
      return List.of(file + ": таблица не вычисляется. " + wrong.getMessage());
    }
  }

  private List<String> tried(String file, DmnModelInstance model, DecisionTable table) {
    List<String> rows = table.getRules().stream().map(Rule::getId).toList();
    table.setHitPolicy(HitPolicy.COLLECT);
    DmnEngine engine = engine();
    Set<String> faults = new LinkedHashSet<>();
    for (int rung = 1; rung <= RUNGS; rung++) {
      for (Map<String, Object> values : combinations(table, rung)) {
        matching.clear();
        engine.evaluateDecisionTable(LADDER, model, Variables.fromMap(values));
        if (matching.isEmpty()) {
          faults.add("%s: для ступени %d нет строки.".formatted(file, rung));
        } else if (matching.size() > 1) {
          faults.add(
              "%s: ступени %d подходят сразу строки %s."
                  .formatted(
                      file,
                      rung,
                      matching.stream()
                          .map(id -> String.valueOf(rows.indexOf(id) + 1))
                          .collect(Collectors.joining(", "))));
        }
      }
    }
    return List.copyOf(faults);
  }

  // Rows count too: each combination is tried against each of them.
  private static long combinationsOf(DecisionTable table) {
    long all = RUNGS;
    for (Input input : table.getInputs()) {
      if (input.getInputExpression() == null) {
        return Long.MAX_VALUE;
      }
      if (!input.getInputExpression().getTextContent().strip().equals(RUNG)) {
        all *= values(input).size();
      }
      if (all > MOST_COMBINATIONS) {
        return all;
      }
    }
    return all * table.getRules().size() > 20L * MOST_COMBINATIONS ? Long.MAX_VALUE : all;
  }

  private static List<Map<String, Object>> combinations(DecisionTable table, int rung) {
    List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of(RUNG, rung)));
    for (Input input : table.getInputs()) {
      String variable = input.getInputExpression().getTextContent().strip();
      if (!variable.equals(RUNG)) {
        List<Map<String, Object>> wider = new ArrayList<>();
        for (String value : values(input)) {
          for (Map<String, Object> one : all) {
            Map<String, Object> more = new LinkedHashMap<>(one);
            more.put(variable, value);
            wider.add(more);
          }
        }
        all = wider;
      }
    }
    return all;
  }

  private static Collection<String> values(Input input) {
    return input.getInputValues() == null
        ? List.of("")
        : Arrays.stream(input.getInputValues().getText().getTextContent().split(","))
            .map(value -> value.strip().replace("\"", ""))
            .toList();
  }

  private DmnEngine engine() {
    DmnDecisionTableEvaluationListener rows =
        event -> event.getMatchingRules().forEach(rule -> matching.add(rule.getId()));
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(rows)));
    return configuration.buildEngine();
  }
}
