package org.communitydesk.process.form;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.channel.Channels;
import org.communitydesk.conversation.Kind;
import org.communitydesk.process.ProcessVariable;
import org.communitydesk.process.Variables;
import org.springframework.stereotype.Component;

/** Writes what every form shows, and the common parts of some. */
@Component
class FormSheet {

  private static final DateTimeFormatter MOSCOW_TIME =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.forLanguageTag("ru"))
          .withZone(ZoneId.of("Europe/Moscow"));

  private final CaseFiles files;
  private final Channels channels;

  FormSheet(CaseFiles files, Channels channels) {
    this.files = files;
    this.channels = channels;
  }

  /** Writes the heading of any form; the decision of an earlier pass is not offered again. */
  CaseFile head(DelegateTask task, Instant dueAt, ProcessVariable<?> decision) {
    CaseFile file = files.of(Submitted.caseId(task));
    task.getExecution().removeVariable(decision.name());
    String kind = file.kind() == Kind.COMMENT ? "комментарий" : "личное сообщение";
    String author = file.author().name().isEmpty() ? file.author().id() : file.author().name();
    Variables.HEADER.setLocal(
        task, String.join(" · ", file.account().platform().title(), kind, author));
    Variables.CASE_NUMBER.setLocal(task, file.caseId());
    Variables.DEADLINE_TEXT.setLocal(task, dueAt == null ? "" : MOSCOW_TIME.format(dueAt));
    Variables.PROBLEM.setLocal(task, "");
    return file;
  }

  /** Adds the field for a reply, filled with the text, and its limit. */
  void replyField(DelegateTask task, CaseFile file, String text) {
    int limit = channels.of(file.account()).capabilities().textLimit(file.kind()).most();
    Variables.TEXT_LIMIT.setLocal(task, (long) Math.min(limit, ENGINE_TEXT));
    Variables.REPLY_TEXT.setLocal(task, fits(text));
  }

  /** The part of a text that an engine variable holds. */
  static String fits(String text) {
    return text.length() <= ENGINE_TEXT ? text : text.substring(0, ENGINE_TEXT);
  }

  private static final int ENGINE_TEXT = 4_000;
}
