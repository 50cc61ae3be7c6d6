package org.communitydesk.contract;

import java.nio.file.Path;
import java.util.List;

/** Says what is wrong with the diagrams, decisions and forms of a project. */
public final class ProcessContract {

  private final Vocabulary words = Vocabulary.ofProject();
  private final ModelFiles files;

  /**
   * Reads {@code processes} and {@code forms}.
   *
   * @param root the folder that holds both
   */
  public ProcessContract(Path root) {
    files = ModelFiles.in(root);
  }

  /** One sentence for each fault; empty when all is well. */
  public List<String> faults() {
    return faults(files);
  }

  /** The same, had one file a fault more. */
  public List<String> faults(PlantedFault planted) {
    return faults(planted.in(files));
  }

  private List<String> faults(ModelFiles files) {
    Faults faults = new Faults();
    files.unreadable().forEach((file, why) -> faults.add(file, "the file cannot be read: " + why));
    files
        .processes()
        .forEach(
            (file, model) -> {
              new TaskRules(file, model, words, files, faults).check();
              new CallRules(file, model, words, files, faults).check();
              new EventRules(file, model, words, faults).check();
              new FlowRules(file, model, words, faults).check();
              new NamingRules(file, model, faults).check();
              new ForbiddenRules(file, model, faults).check();
            });
    files
        .decisions()
        .forEach((file, model) -> new DecisionRules(file, model, words, faults).check());
    files.forms().forEach((file, form) -> new FormRules(file, form, words, faults).check());
    new LooseEnds(words, files, faults).check();
    return faults.sentences();
  }
}
