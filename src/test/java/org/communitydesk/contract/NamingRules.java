package org.communitydesk.contract;

import java.util.Collection;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Names that people can say, and what every process must state about itself. */
record NamingRules(String file, BpmnModelInstance model, Faults faults) {

  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9]*");

  void check() {
    Collection<Process> processes = model.getModelElementsByType(Process.class);
    if (processes.size() != 1) {
      faults.add(file + ".bpmn", "one file holds one process.");
    }
    processes.forEach(this::process);
    model.getModelElementsByType(FlowNode.class).forEach(this::node);
  }

  private void process(Process process) {
    if (!process.getId().equals(file)) {
      faults.add(
          file + ".bpmn", "the process " + process.getId() + " should be named like its file.");
    }
    if (!process.isExecutable()) {
      faults.add(file + ".bpmn", "the process is not executable.");
    }
    if (process.getCamundaHistoryTimeToLiveString() == null) {
      faults.add(file + ".bpmn", "the process needs a history time to live.");
    }
    if (process.getDocumentations().isEmpty()) {
      faults.add(file + ".bpmn", "the process needs documentation: purpose, owner, business key.");
    }
  }

  private void node(FlowNode node) {
    if (!ID.matcher(node.getId()).matches()) {
      faults.add(Place.of(file, node), "the id should be English words like replyRefused.");
    }
    boolean shown = node instanceof Activity || node instanceof Event;
    if (shown && (node.getName() == null || node.getName().isBlank())) {
      faults.add(Place.of(file, node), "a label is missing.");
    }
  }
}
