package org.communitydesk.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.communitydesk.process.ProcessVariable;

/** Decision tables: known columns, known values, an answer for everything. */
record DecisionRules(String file, DmnModelInstance model, Vocabulary words, Faults faults) {

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private static final Map<Class<?>, String> TYPES =
      Map.of(
          Boolean.class, "boolean",
          Long.class, "long",
          Double.class, "double",
          String.class, "string",
          Instant.class, "date");

  void check() {
    for (Decision decision : model.getModelElementsByType(Decision.class)) {
      if (!decision.getId().equals(file)) {
        faults.add(place(), "the decision " + decision.getId() + " should be named like its file.");
      }
      if (decision.getCamundaHistoryTimeToLiveString() == null) {
        faults.add(place(), "the decision needs a history time to live.");
      }
    }
    model.getModelElementsByType(DecisionTable.class).forEach(this::table);
  }

  private void table(DecisionTable table) {
    List<ProcessVariable<?>> columns = new ArrayList<>();
    for (Input input : table.getInputs()) {
      columns.add(
          column(
              input.getLabel(),
              input.getInputExpression().getTextContent().strip(),
              input.getInputExpression().getTypeRef()));
    }
    for (Output output : table.getOutputs()) {
      columns.add(column(output.getLabel(), output.getName(), output.getTypeRef()));
    }
    int row = 0;
    for (Rule rule : table.getRules()) {
      row++;
      List<DmnElement> cells = new ArrayList<>(rule.getInputEntries());
      cells.addAll(rule.getOutputEntries());
      for (int i = 0; i < cells.size(); i++) {
        cell("row " + row, columns.get(i), cells.get(i).getTextContent());
      }
    }
    if (table.getHitPolicy() != HitPolicy.FIRST && table.getHitPolicy() != HitPolicy.UNIQUE) {
      faults.add(place(), "the hit policy should be First or Unique.");
    }
    if (table.getHitPolicy() == HitPolicy.FIRST
        && table.getRules().stream().noneMatch(DecisionRules::fitsAlways)) {
      faults.add(place(), "a row for everything else is missing: one with empty conditions.");
    }
  }

  private ProcessVariable<?> column(String label, String name, String type) {
    ProcessVariable<?> variable = words.variables().get(name);
    String place = place() + " › «" + label + "» (" + name + ")";
    if (variable == null) {
      faults.unknown(place, name, "a known variable", words.variables().keySet());
    } else {
      String expected = TYPES.get(variable.type().isEnum() ? String.class : variable.type());
      if (!expected.equals(type)) {
        faults.add(place, "the type should be " + expected + ".");
      }
    }
    return variable;
  }

  private void cell(String row, ProcessVariable<?> variable, String text) {
    Matcher value = TEXT.matcher(text);
    while (variable != null && value.find()) {
      Literals.check(
          place() + " › " + row + " (" + variable.name() + ")", variable, value.group(1), faults);
    }
  }

  private static boolean fitsAlways(Rule rule) {
    return rule.getInputEntries().stream()
        .map(entry -> entry.getTextContent().strip())
        .allMatch(text -> text.isEmpty() || text.equals("-"));
  }

  private String place() {
    return file + ".dmn";
  }
}
