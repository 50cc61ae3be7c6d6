package org.communitydesk.process.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.communitydesk.cases.Arrivals;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.CaseMessage;
import org.communitydesk.cases.Clocks;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Enclosures;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Replies;
import org.communitydesk.cases.ReplyDraft;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.channel.Capability;
import org.communitydesk.channel.Channels;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.Template;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.process.Choices.IfUnread;
import org.communitydesk.process.Variables;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.springframework.stereotype.Component;

/** Lets the ledger say a reply, and writes into the case file what came of it. */
@Component
class ReplyPublisher {

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);

  private static final Set<Publication.State> WAITING =
      EnumSet.of(Publication.State.NEW, Publication.State.HELD);
  private static final Set<Publication.State> UNTOUCHED =
      EnumSet.of(Publication.State.NEW, Publication.State.HELD, Publication.State.DROPPED);

  private final CaseFiles files;
  private final Journal journal;
  private final Clocks clocks;
  private final Arrivals arrivals;
  private final Conversations conversations;
  private final Replies replies;
  private final Enclosures enclosures;
  private final Channels channels;
  private final Publications publications;
  private final Clock clock;

  ReplyPublisher(
      CaseFiles files,
      Journal journal,
      Clocks clocks,
      Arrivals arrivals,
      Conversations conversations,
      Replies replies,
      Enclosures enclosures,
      Channels channels,
      Publications publications,
      Clock clock) {
    this.files = files;
    this.journal = journal;
    this.clocks = clocks;
    this.arrivals = arrivals;
    this.conversations = conversations;
    this.replies = replies;
    this.enclosures = enclosures;
    this.channels = channels;
    this.publications = publications;
    this.clock = clock;
  }

  /** Whether the user wrote something that the reply's author has not seen, and nothing is out. */
  boolean isOvertaken(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    Optional<Publication> begun = publications.ofStep(caseId, step(execution));
    if (Variables.IF_UNREAD.find(execution).filter(IfUnread.SEND::equals).isPresent()
        || !begun.map(Publication::state).map(UNTOUCHED::contains).orElse(true)
        || !files.hasUnread(caseId)) {
      return false;
    }
    begun.ifPresent(one -> publications.drop(one.id(), "Пользователь написал ещё"));
    return true;
  }

  /** Whether the person was forgotten before they could be told: nobody is there to read it. */
  boolean isForgotten(DelegateExecution execution) {
    String caseId = Variables.CASE_ID.in(execution);
    return Variables.MESSAGE_ID
        .find(execution)
        .filter(id -> conversations.find(caseId, id).isEmpty())
        .isPresent();
  }

  Publication intend(DelegateExecution execution) {
    CaseFile file = files.of(Variables.CASE_ID.in(execution));
    Publication intended =
        publications.intend(file.caseId(), step(execution), reply(file, execution));
    Variables.PUBLICATION_ID.set(execution, intended.id().toString());
    return intended;
  }

  /** Whether nothing is out yet and the platform takes no free text from us any more. */
  boolean isTooLate(Publication publication) {
    Reply reply = publication.reply();
    return WAITING.contains(publication.state())
        && reply.template() == null
        && reply.heardAt() != null
        && channels
            .of(reply.account())
            .capabilities()
            .answerWithin(reply.kind(), reply.answers())
            .map(reply.heardAt()::plus)
            .filter(shut -> !shut.isAfter(clock.instant()))
            .isPresent();
  }

  boolean mayUseTemplate(Publication publication) {
    return channels.of(publication.reply().account()).capabilities().can(Capability.TEMPLATE);
  }

  Publication attempt(Publication intended) {
    Publication tried = publications.attempt(intended.id());
    note(tried);
    return tried;
  }

  Publication refuseAsTooLate(Publication intended) {
    Publication refused =
        publications.refuse(
            intended.id(),
            "Окно ответа закрыто: платформа уже не принимает ответ программы на это сообщение.");
    note(refused);
    return refused;
  }

  /** Writes into the case file what became of a publication. */
  void note(Publication publication) {
    String caseId = publication.caseId();
    switch (publication.state()) {
      case SENT -> {
        keepOwnMessage(publication);
        replies.published(caseId, publication.reply().text());
        if (files.of(caseId).draft().equals(publication.reply().text())) {
          files.draft(caseId, "");
        }
        clocks.answered(caseId);
        journal.record(caseId, null, TimelineEvent.What.REPLY_PUBLISHED, publication.externalId());
      }
      case REFUSED ->
          journal.record(caseId, null, TimelineEvent.What.REPLY_REFUSED, publication.reason());
      case UNKNOWN ->
          journal.record(caseId, null, TimelineEvent.What.REPLY_UNKNOWN, publication.reason());
      case DROPPED ->
          journal.record(caseId, null, TimelineEvent.What.REPLY_DROPPED, publication.reason());
      case NEW, SENDING, HELD -> {
        // the ledger alone shows these: they pass
      }
    }
  }

  /** The echo of our own message, when the platform has sent it to us already. */
  Optional<String> echo(Publication publication) {
    Instant since = publication.sendingSince().minus(Duration.ofMinutes(1));
    return conversations.of(publication.caseId()).stream()
        .filter(caseMessage -> caseMessage.byBrand() && caseMessage.at().isAfter(since))
        .filter(caseMessage -> caseMessage.text().equals(publication.reply().text()))
        .filter(caseMessage -> caseMessage.kind() == publication.reply().kind())
        .map(CaseMessage::externalId)
        .filter(externalId -> !publications.isAnothers(publication, externalId))
        .findFirst();
  }

  Instant nextTry(Publication publication) {
    Instant soon = clock.instant().plus(SHORTEST_WAIT);
    Instant asked = publication.notBefore();
    return asked == null || asked.isBefore(soon) ? soon : asked;
  }

  Publication current(DelegateExecution execution) {
    return publications.find(UUID.fromString(Variables.PUBLICATION_ID.in(execution)));
  }

  private Reply reply(CaseFile file, DelegateExecution execution) {
    long replyId = Variables.REPLY_ID.in(execution);
    ReplyDraft replyDraft = replies.of(replyId);
    Optional<String> notice = Variables.MESSAGE_ID.find(execution);
    CaseMessage answered =
        notice
            .map(id -> conversations.entry(file.caseId(), id))
            .orElseGet(() -> conversations.answered(file.caseId(), replyDraft.kind()));
    boolean gone = notice.isPresent() && answered.state() == CaseMessage.State.DELETED;
    return new Reply(
        UUID.randomUUID(),
        file.account(),
        replyDraft.kind() == null ? answered.kind() : replyDraft.kind(),
        answered.threadId(),
        gone && !isPrivateTo(replyDraft, answered) ? null : answered.externalId(),
        file.author().id(),
        replyDraft.text(),
        answered.kind(),
        answered.at(),
        enclosures
            .ofReply(replyId)
            .map(
                f ->
                    new OutgoingAttachment(
                        f.fileName(), f.contentType(), f.content().size(), f.content()))
            .orElse(null),
        replyDraft.templateName() == null
            ? null
            : new Template(
                replyDraft.templateName(), replyDraft.templateLanguage(), replyDraft.text()));
  }

  private static boolean isPrivateTo(ReplyDraft replyDraft, CaseMessage answered) {
    return (replyDraft.kind() == null ? answered.kind() : replyDraft.kind()) == Kind.PRIVATE;
  }

  private void keepOwnMessage(Publication publication) {
    Reply reply = publication.reply();
    if (publication.externalId() == null) {
      return;
    }
    if (reply.isPrivateAnswerToComment()) {
      files.goOnInPrivate(publication.caseId());
    }
    arrivals.takeOwn(
        publication.caseId(),
        new Message(
            reply.account(),
            reply.kind(),
            publication.externalId(),
            new Author("", ""),
            reply.threadId(),
            reply.replyTo(),
            publication.settledAt(),
            reply.text(),
            List.of()));
  }

  private static String step(DelegateExecution execution) {
    return execution.getProcessInstanceId();
  }
}
