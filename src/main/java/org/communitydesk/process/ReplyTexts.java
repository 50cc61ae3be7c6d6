package org.communitydesk.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.communitydesk.cases.CaseFile;

/** The text of a submitted reply: from the form's field, or from the server's draft. */
public final class ReplyTexts {

  private ReplyTexts() {}

  /**
   * @throws IllegalArgumentException when there is no text, or the draft is not the version that
   *     the form names
   */
  public static String of(DelegateTask task, CaseFile file) {
    Optional<Long> version = Variables.DRAFT_VERSION.find(task);
    if (version.isPresent()) {
      task.getExecution().removeVariable(Variables.DRAFT_VERSION.name());
      if (version.get() != file.draftVersion()) {
        throw new IllegalArgumentException(
            "Черновик изменён кем-то другим: откройте задачу заново и проверьте текст.");
      }
      Submitted.text(task, Variables.REPLY_TEXT);
      return file.draft();
    }
    return Submitted.required(task, Variables.REPLY_TEXT);
  }
}
