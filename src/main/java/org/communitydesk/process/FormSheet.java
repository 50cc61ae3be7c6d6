package org.communitydesk.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.communitydesk.calendar.MoscowTime;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Conversations;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.TextLimit;
import org.communitydesk.conversation.Kind;
import org.communitydesk.publication.Publication;
import org.springframework.stereotype.Component;

/** Writes what every form shows, and the common parts of some. */
@Component
public class FormSheet {

  private final CaseFiles files;
  private final Conversations conversations;
  private final Channels channels;
  private final Reading reading;
  private final Clock clock;

  FormSheet(
      CaseFiles files,
      Conversations conversations,
      Channels channels,
      Reading reading,
      Clock clock) {
    this.files = files;
    this.conversations = conversations;
    this.channels = channels;
    this.reading = reading;
    this.clock = clock;
  }

  /** Writes the heading of any form; the decision of an earlier pass is not offered again. */
  public CaseFile head(DelegateTask task, Instant dueAt, ProcessVariable<?> decision) {
    CaseFile file = files.of(Submitted.caseId(task));
    reading.begin(task);
    task.getExecution().removeVariable(decision.name());
    String kind = file.kind() == Kind.COMMENT ? "комментарий" : "личное сообщение";
    String author = file.author().name().isEmpty() ? file.author().id() : file.author().name();
    Variables.HEADER.setLocal(
        task, String.join(" · ", file.account().platform().title(), kind, author));
    Variables.CASE_NUMBER.setLocal(task, file.caseId());
    Variables.DEADLINE_TEXT.setLocal(task, dueAt == null ? "" : MoscowTime.moment(dueAt));
    Variables.PROBLEM.setLocal(task, "");
    return file;
  }

  /** Adds the field for a reply, filled with the text, and its limit. */
  public void replyField(DelegateTask task, CaseFile file, String text) {
    int limit =
        channels.of(file.account()).capabilities().textLimits().values().stream()
            .mapToInt(TextLimit::most)
            .max()
            .orElse(ENGINE_TEXT);
    Variables.TEXT_LIMIT.setLocal(task, (long) Math.min(limit, ENGINE_TEXT));
    Variables.REPLY_TEXT.setLocal(task, fits(text));
  }

  /** Adds who will see the answer, whether that may be chosen, and until when it is taken. */
  public void placeFields(DelegateTask task, CaseFile file) {
    Capabilities capabilities = channels.of(file.account()).capabilities();
    CaseMessage last = conversations.answered(file.caseId(), null);
    boolean inPublic = last.kind() == Kind.COMMENT;
    boolean choice =
        file.kind() == Kind.COMMENT && capabilities.can(Capability.PRIVATE_ANSWER_TO_COMMENT);
    Variables.CAN_ANSWER_PRIVATELY.setLocal(task, choice);
    Variables.REPLY_KIND.setLocal(task, last.kind());
    Variables.PLACE_TEXT.setLocal(
        task,
        choice ? "" : inPublic ? "Ответ увидят все." : "Ответ увидит только автор обращения.");
    Variables.WINDOW_TEXT.setLocal(
        task,
        capabilities
            .answerWithin(last.kind(), last.kind())
            .map(within -> window(last.at().plus(within)))
            .orElse(""));
  }

  /**
   * Where the submitted reply goes; null for where the person wrote last.
   *
   * @throws IllegalArgumentException when the platform has no such place for this case
   */
  public Kind chosenPlace(DelegateTask task, CaseFile file) {
    Kind chosen = Variables.REPLY_KIND.find(task).orElse(null);
    task.getExecution().removeVariable(Variables.REPLY_KIND.name());
    boolean possible =
        chosen == null
            || chosen == file.kind()
            || (chosen == Kind.PRIVATE
                && channels
                    .of(file.account())
                    .capabilities()
                    .can(Capability.PRIVATE_ANSWER_TO_COMMENT));
    if (!possible) {
      throw new IllegalArgumentException(
          "Поле replyKind: здесь так ответить нельзя, площадка этого не даёт.");
    }
    return chosen;
  }

  private String window(Instant shut) {
    return shut.isAfter(clock.instant())
        ? "Платформа принимает ответ до: " + MoscowTime.moment(shut) + " (по Москве)."
        : "Окно ответа закрылось: " + MoscowTime.moment(shut) + " (по Москве).";
  }

  /** As people here read a moment. */
  public static String moscow(Instant moment) {
    return MoscowTime.moment(moment) + " (по Москве)";
  }

  /** That a reply did not reach the person, and what the platform said. */
  public static String words(Publication lost) {
    return fits(
        "Прошлый ответ не дошёл до пользователя. "
            + (lost.reason() == null ? "Вышел ли он, неизвестно." : lost.reason()));
  }

  /** The part of a text that an engine variable holds. */
  public static String fits(String text) {
    return text.length() <= ENGINE_TEXT ? text : text.substring(0, ENGINE_TEXT);
  }

  private static final int ENGINE_TEXT = 4_000;
}
