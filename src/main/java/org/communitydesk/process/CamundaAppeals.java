package org.communitydesk.process;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.cases.Arrivals;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Changes;
import org.communitydesk.cases.Conversations;
import org.communitydesk.cases.Joining;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Step;
import org.communitydesk.conversation.Heard;
import org.communitydesk.conversation.Heard.Receipt.Status;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.intake.Appeals;
import org.communitydesk.policy.Objections;
import org.communitydesk.publication.Publication;
import org.communitydesk.publication.Publications;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.sanction.Offender;
import org.communitydesk.sanction.Sanction;
import org.communitydesk.sanction.SanctionMatters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins and continues the process {@code appeal} with what was heard. */
@Component
class CamundaAppeals implements Appeals {

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
  private final SanctionMatters matters;
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
      SanctionMatters matters,
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
  public void hear(Heard heard) {
    if (heard instanceof Heard.Said said) {
      take(said.message(), said.version());
    } else if (heard instanceof Heard.Edited edited) {
      changes
          .edit(edited.message(), edited.version(), edited.worded())
          .ifPresent(
              changed -> {
                open.changed(changed, edited.message());
                cards.look(changed.caseId(), edited.message());
              });
    } else if (heard instanceof Heard.Restored restored) {
      changes
          .restore(restored.message())
          .ifPresent(changed -> open.changed(changed, restored.message()));
    } else if (heard instanceof Heard.Removed removed) {
      remove(removed);
    } else if (heard instanceof Heard.Posted posted) {
      arrivals.keepPost(posted.account(), posted.threadId(), posted.at(), posted.text());
    } else if (heard instanceof Heard.Echoed echoed) {
      takeEcho(echoed);
    } else if (heard instanceof Heard.BanChanged changed) {
      matters.banChanged(changed.account(), changed.personId());
    } else if (heard instanceof Heard.Left left) {
      arrivals
          .leave(left.account(), left.personId(), left.at())
          .forEach(caseId -> open.removed(caseId));
    } else if (heard instanceof Heard.Receipt receipt) {
      publications.take(receipt).ifPresent(this::tell);
      if (receipt.status() == Status.DELIVERED || receipt.status() == Status.READ) {
        arrivals.arrived(
            receipt.account(), receipt.externalId(), receipt.status() == Status.READ, receipt.at());
      }
    }
  }

  private void take(Message message, long version) {
    Joining joining = arrivals.take(message, version);
    open.take(joining);
    if (joining instanceof Joining.Begun begun) {
      joined(begun.file().caseId(), begun.message(), begun.removed());
    } else if (joining instanceof Joining.Joined joined) {
      joined(joined.file().caseId(), joined.message(), joined.removed());
    } else if (joining instanceof Joining.Changed) {
      hear(new Heard.Edited(message, version, true));
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
  private void remove(Heard.Removed removed) {
    boolean ours = publications.isRemovalOurs(removed.account(), removed.externalId());
    changes
        .remove(removed.account(), removed.externalId(), removed.personId(), ours)
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

  private void takeEcho(Heard.Echoed echoed) {
    Message message = echoed.message();
    Optional<Publication> proven = publications.prove(message, echoed.key());
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
        journal.record(publication.caseId(), null, Step.What.REPLY_REFUSED, publication.reason());
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
