package org.communitydesk.process.appeal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.cases.Arrivals;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Changes;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.IntakeResult;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.TimelineEvent;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt.Status;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.intake.AppealProcess;
import org.communitydesk.policy.Objections;
import org.communitydesk.process.Messages;
import org.communitydesk.process.OpenAppeals;
import org.communitydesk.process.Variables;
import org.communitydesk.process.card.CardAlarm;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.sanction.SanctionProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins and continues the process {@code appeal} with what was heard. */
@Component
class CamundaAppeals implements AppealProcess {

  private static final Set<Sanction.State> DISPUTABLE =
      EnumSet.of(Sanction.State.PROPOSED, Sanction.State.RUNNING);

  private final RuntimeService engine;
  private final Arrivals arrivals;
  private final Changes changes;
  private final Conversations conversations;
  private final Publications publications;
  private final Journal journal;
  private final CaseFiles files;
  private final Ladder ladder;
  private final SanctionProcess matters;
  private final CardAlarm cards;
  private final OpenAppeals open;
  private final Objections objections;

  CamundaAppeals(
      RuntimeService engine,
      Arrivals arrivals,
      Changes changes,
      Conversations conversations,
      Publications publications,
      Journal journal,
      CaseFiles files,
      Ladder ladder,
      SanctionProcess matters,
      CardAlarm cards,
      OpenAppeals open,
      Objections objections) {
    this.engine = engine;
    this.arrivals = arrivals;
    this.changes = changes;
    this.conversations = conversations;
    this.publications = publications;
    this.journal = journal;
    this.files = files;
    this.ladder = ladder;
    this.matters = matters;
    this.cards = cards;
    this.open = open;
    this.objections = objections;
  }

  @Override
  @Transactional
  public void hear(InboundEvent inboundEvent) {
    if (inboundEvent instanceof InboundEvent.MessageReceived messageReceived) {
      take(messageReceived.message(), messageReceived.version());
    } else if (inboundEvent instanceof InboundEvent.MessageEdited messageEdited) {
      changes
          .edit(messageEdited.message(), messageEdited.version(), messageEdited.worded())
          .ifPresent(
              changed -> {
                open.changed(changed, messageEdited.message());
                cards.look(changed.caseId(), messageEdited.message());
              });
    } else if (inboundEvent instanceof InboundEvent.MessageRestored messageRestored) {
      changes
          .restore(messageRestored.message())
          .ifPresent(changed -> open.changed(changed, messageRestored.message()));
    } else if (inboundEvent instanceof InboundEvent.MessageRemoved messageRemoved) {
      remove(messageRemoved);
    } else if (inboundEvent instanceof InboundEvent.PostPublished postPublished) {
      arrivals.keepPost(
          postPublished.account(),
          postPublished.threadId(),
          postPublished.at(),
          postPublished.text());
    } else if (inboundEvent instanceof InboundEvent.EchoReceived echoReceived) {
      takeEcho(echoReceived);
    } else if (inboundEvent instanceof InboundEvent.BanChanged changed) {
      matters.banChanged(changed.account(), changed.personId());
    } else if (inboundEvent instanceof InboundEvent.UserUnsubscribed userUnsubscribed) {
      arrivals
          .leave(userUnsubscribed.account(), userUnsubscribed.personId(), userUnsubscribed.at())
          .forEach(caseId -> open.removed(caseId));
    } else if (inboundEvent instanceof InboundEvent.DeliveryReceipt deliveryReceipt) {
      publications.take(deliveryReceipt).ifPresent(this::tell);
      if (deliveryReceipt.status() == Status.DELIVERED || deliveryReceipt.status() == Status.READ) {
        arrivals.arrived(
            deliveryReceipt.account(),
            deliveryReceipt.externalId(),
            deliveryReceipt.status() == Status.READ,
            deliveryReceipt.at());
      }
    }
  }

  private void take(Message message, long version) {
    IntakeResult intakeResult = arrivals.take(message, version);
    open.take(intakeResult);
    if (intakeResult instanceof IntakeResult.Begun begun) {
      joined(begun.file().caseId(), begun.message(), begun.removed());
    } else if (intakeResult instanceof IntakeResult.Joined joined) {
      joined(joined.file().caseId(), joined.message(), joined.removed());
    } else if (intakeResult instanceof IntakeResult.Changed) {
      hear(new InboundEvent.MessageEdited(message, version, true));
    }
  }

  private void joined(String caseId, Message message, boolean removed) {
    disputeIfItObjects(message);
    cards.look(caseId, message);
    if (removed) {
      open.removed(caseId);
    }
  }

  /** What the desk has taken away itself, the person has not withdrawn. */
  private void remove(InboundEvent.MessageRemoved messageRemoved) {
    boolean ours =
        publications.isRemovalOurs(messageRemoved.account(), messageRemoved.externalId());
    changes
        .remove(
            messageRemoved.account(), messageRemoved.externalId(), messageRemoved.personId(), ours)
        .ifPresent(caseId -> open.removed(caseId));
  }

  /** Who answers a notice, or objects in private to what was done, asks for a second look. */
  private void disputeIfItObjects(Message message) {
    answered(message)
        .or(() -> objectedInPrivate(message))
        .filter(sanction -> sanction.offender().authorId().equals(message.author().id()))
        .filter(sanction -> DISPUTABLE.contains(sanction.state()))
        .ifPresent(
            sanction -> {
              ladder.disputed(sanction.id(), null, message.text());
              matters.disputed(sanction.id(), null);
            });
  }

  private Optional<Sanction> answered(Message message) {
    return Optional.ofNullable(message.replyTo())
        .flatMap(answered -> ladder.byNotice(message.account(), answered));
  }

  private Optional<Sanction> objectedInPrivate(Message message) {
    return message.kind() == Kind.PRIVATE && objections.isObjection(message.text())
        ? ladder.disputable(new Offender(message.account(), message.author().id()))
        : Optional.empty();
  }

  private void takeEcho(InboundEvent.EchoReceived echoReceived) {
    Message message = echoReceived.message();
    Optional<Publication> proven = publications.prove(message, echoReceived.key());
    proven
        .map(Publication::caseId)
        .or(() -> conversations.caseAnswered(message))
        .ifPresent(caseId -> arrivals.takeOwn(caseId, message));
    proven.filter(act -> act.state() == Publication.State.SENT).ifPresent(this::tell);
  }

  /** Tells whoever waits what became of a publication. */
  private void tell(Publication publication) {
    switch (publication.state()) {
      case SENT ->
          correlate(
              Messages.OUTCOME_KNOWN, Variables.PUBLICATION_ID.name(), publication.id().toString());
      case REFUSED -> {
        files.lock(publication.caseId());
        journal.record(
            publication.caseId(), null, TimelineEvent.What.REPLY_REFUSED, publication.reason());
        correlate(Messages.REPLY_FAILED, Variables.CASE_ID.name(), publication.caseId());
      }
      default -> {
        // its process goes its own way
      }
    }
  }

  private void correlate(String message, String variable, String value) {
    engine
        .createMessageCorrelation(message)
        .processInstanceVariableEquals(variable, value)
        .correlateAll();
  }
}
