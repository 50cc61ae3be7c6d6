package org.communitydesk.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Enclosures;
import org.communitydesk.cases.KeptAttachment;
import org.communitydesk.cases.Note;
import org.communitydesk.cases.Post;
import org.communitydesk.cases.Remover;
import org.communitydesk.cases.SlaTimer;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.channel.TextLimit;
import org.communitydesk.channelhealth.HealthStatus;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.Quota;
import org.communitydesk.privacy.PersonalData;
import org.communitydesk.publication.Publication;

/** The shapes of our JSON. Instants are UTC in ISO 8601. */
final class AppealResource {

  private AppealResource() {}

  record Appeal(
      String caseId,
      String platform,
      String account,
      String kind,
      CaseFile.State state,
      String appealClass,
      String outcome,
      String authorId,
      String authorName,
      Instant dueAt,
      Instant openedAt,
      Instant closedAt,
      String continues,
      List<String> messageIds) {

    static Appeal of(CaseFile file, List<CaseMessage> conversation) {
      return new Appeal(
          file.caseId(),
          file.account().platform().id(),
          file.account().name(),
          file.kind().name().toLowerCase(Locale.ROOT),
          file.state(),
          file.appealClass(),
          file.outcome(),
          file.author().id(),
          file.author().name(),
          file.dueAt(),
          file.openedAt(),
          file.closedAt(),
          file.continues(),
          conversation.stream().filter(e -> !e.byBrand()).map(CaseMessage::externalId).toList());
    }
  }

  record Said(
      long id,
      String externalId,
      Instant at,
      String authorId,
      String authorName,
      boolean byBrand,
      String text,
      CaseMessage.State state,
      Instant deliveredAt,
      Instant readAt,
      Remover removedBy,
      List<CaseMessage.Earlier> earlier,
      List<String> found,
      boolean mayPictureCard,
      List<File> attachments) {

    /** A picture speaks with the words of the person right before, beside and right behind it. */
    static List<Said> all(List<CaseMessage> conversation) {
      return IntStream.range(0, conversation.size())
          .mapToObj(
              i ->
                  of(
                      conversation.get(i),
                      conversation.subList(
                          Math.max(0, i - 1), Math.min(conversation.size(), i + 2))))
          .toList();
    }

    private static Said of(CaseMessage caseMessage, List<CaseMessage> around) {
      return new Said(
          caseMessage.id(),
          caseMessage.externalId(),
          caseMessage.at(),
          caseMessage.author().id(),
          caseMessage.author().name(),
          caseMessage.byBrand(),
          caseMessage.text(),
          caseMessage.state(),
          caseMessage.deliveredAt(),
          caseMessage.readAt(),
          caseMessage.removedBy(),
          caseMessage.earlier(),
          caseMessage.found(),
          !caseMessage.attachments().isEmpty()
              && around.stream()
                  .filter(one -> !one.byBrand())
                  .anyMatch(one -> PersonalData.speaksOfPicturedCard(one.text())),
          caseMessage.attachments().stream().map(File::of).toList());
    }
  }

  record File(
      long id,
      String contentType,
      long bytes,
      String state,
      String fileName,
      String reason,
      Instant retryAt) {

    static File of(KeptAttachment kept) {
      return new File(
          kept.id(),
          kept.contentType(),
          kept.bytes(),
          kept.state().name(),
          kept.fileName(),
          kept.reason(),
          kept.retryAt());
    }
  }

  /**
   * A publication.
   *
   * @param stopped a person's order holds it
   * @param letGo in spite of that order it goes out next
   */
  record Published(
      String id,
      String caseId,
      String kind,
      String platform,
      String platformTitle,
      String account,
      Publication.State state,
      boolean stopped,
      boolean letGo,
      int attempt,
      String externalId,
      String text,
      String reason,
      boolean byHand,
      Instant notBefore,
      Instant createdAt,
      Instant settledAt) {

    static Published of(Publication publication) {
      return new Published(
          publication.id().toString(),
          publication.caseId(),
          publication.kind().name().toLowerCase(Locale.ROOT),
          publication.reply().account().platform().id(),
          publication.reply().account().platform().title(),
          publication.reply().account().name(),
          publication.state(),
          publication.isStopped(),
          publication.isStopped() && publication.letGoOrder() >= publication.stopOrder(),
          publication.attempt(),
          publication.externalId(),
          publication.reply().text(),
          publication.reason(),
          publication.byHand(),
          publication.notBefore(),
          publication.createdAt(),
          publication.settledAt());
    }
  }

  record Detail(
      @JsonUnwrapped Appeal appeal,
      List<SlaTimer> clocks,
      Draft draft,
      Post post,
      List<Said> conversation,
      List<TimelineEvent> timeline,
      List<Published> publications,
      List<Note> notes,
      List<SubmittedReplyResource> replies) {}

  record Draft(String text, long version) {}

  record Card(
      String taskId,
      String caseId,
      String platform,
      String platformTitle,
      String kind,
      String authorName,
      String firstWords,
      Instant dueAt,
      boolean unread) {}

  /**
   * Where an answer may go and how long it may be.
   *
   * @param last where the person wrote last
   * @param limits for each kind of message
   * @param enclosable kinds with which a file may go
   * @param shutsAt when the platform stops taking an answer; null for never
   */
  record Place(
      Kind last,
      Map<Kind, TextLimit> limits,
      List<Kind> enclosable,
      Instant shutsAt,
      Enclosed enclosure) {}

  /** The file that goes out with the draft. */
  record Enclosed(String fileName, String contentType, long bytes) {

    static Enclosed of(Enclosures.File file) {
      return new Enclosed(file.fileName(), file.contentType(), file.content().size());
    }
  }

  record Earlier(
      String caseId, Instant openedAt, Instant closedAt, String outcome, String firstWords) {}

  record Pane(
      String caseId,
      String number,
      String continues,
      String platform,
      String platformTitle,
      String kind,
      String authorId,
      String authorName,
      Instant openedAt,
      Instant dueAt,
      Place place,
      Draft draft,
      Post post,
      long heard,
      List<Said> conversation,
      List<Note> notes,
      List<Earlier> earlier,
      List<Suggestions.Suggestion> suggestions,
      List<TimelineEvent> timeline,
      List<SubmittedReplyResource> replies) {}

  record Channel(
      String platform,
      String platformTitle,
      String account,
      HealthStatus state,
      String reason,
      List<String> capabilities,
      Limits limits,
      Instant lastEventAt,
      Instant lastPublishedAt,
      int waiting,
      int held,
      Instant since,
      Instant checkedAt,
      String accountName,
      String note,
      Instant tokenExpiresAt,
      Boolean hookSubscribed,
      boolean polled,
      List<Budget> rates,
      Quota quota) {}

  /** So many writing calls in so long a time, and what is left of them now. */
  record Budget(int calls, Duration per, Kind of, long left) {}

  record Limits(TextLimit comment, TextLimit privateMessage) {}

  /** The first words of a conversation, for a card: at most 120 characters. */
  static String firstWords(List<CaseMessage> conversation) {
    return conversation.stream()
        .filter(caseMessage -> !caseMessage.byBrand() && !caseMessage.text().isBlank())
        .map(caseMessage -> caseMessage.text().strip().replaceAll("\\s+", " "))
        .findFirst()
        .map(text -> text.length() <= 120 ? text : text.substring(0, 119) + "…")
        .orElse("");
  }
}
