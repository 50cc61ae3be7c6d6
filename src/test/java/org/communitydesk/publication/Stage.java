package org.communitydesk.publication;

import static org.communitydesk.publication.ScriptedPlatform.ACCOUNT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.communitydesk.channel.Reply;
import org.communitydesk.channelhealth.PublishingSwitch;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt.Status;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.publication.ScriptedPlatform.Answer;
import org.communitydesk.publication.ScriptedPlatform.Sight;
import org.communitydesk.support.HandClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger with everything around it, and what a process asks of it. */
class Stage {

  static final String TEXT = "Здравствуйте! Уже проверяем.";
  private static final String THREAD = "5";
  private static final Duration BAN = Duration.ofDays(7);

  final Publications publications;
  final RestoredPublications restored;
  final ScriptedPlatform platform;
  final ScriptedGate gate;
  final PublishingSwitch publishing;
  final HandClock clock;
  final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Stage(
      Publications publications,
      RestoredPublications restored,
      ScriptedPlatform platform,
      ScriptedGate gate,
      PublishingSwitch publishing,
      HandClock clock,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.publications = publications;
    this.restored = restored;
    this.platform = platform;
    this.gate = gate;
    this.publishing = publishing;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Nothing was said yet, and everything works. */
  void reset() {
    jdbc.sql("delete from publication").update();
    jdbc.sql("delete from stray_receipt").update();
    if (publishing.stopping(ACCOUNT).isPresent()) {
      orderToStop(false);
    }
    platform.reset();
    gate.open();
  }

  /** A reply of the case; person and answered message are named by the step. */
  UUID reply(String step) {
    return reply(step, TEXT).id();
  }

  Publication reply(String step, String text) {
    return publications.intend(
        "1",
        step,
        new Reply(
            UUID.randomUUID(),
            ACCOUNT,
            Kind.COMMENT,
            THREAD,
            "answered by " + step,
            "person of " + step,
            text,
            Kind.COMMENT,
            clock.instant(),
            null,
            null));
  }

  Publication act(String step, Publication.Kind kind) {
    return publications.intend(
        "1",
        step,
        kind,
        new Target(ACCOUNT, Kind.COMMENT, THREAD, "answered by " + step, "person of " + step),
        kind == Publication.Kind.BAN ? clock.instant().plus(BAN) : null);
  }

  Publication attempt(UUID id, Answer answer) {
    platform.answers(answer);
    try {
      return publications.attempt(id);
    } finally {
      platform.answers(Answer.TAKES);
    }
  }

  void readBack(UUID id, Sight sight) {
    platform.shows(sight);
    publications.readBack(id);
  }

  void orderToStop(boolean stopped) {
    publishing.give(null, stopped, null, "maria");
  }

  /** Every attempt that is under way by now has died. */
  void deadline() {
    clock.move(Publications.CALL_DEADLINE.plusSeconds(1));
  }

  void receipt(UUID id, Status status, boolean withKey) {
    Publication act = publications.find(id);
    String message = standing(act);
    publications.take(
        new InboundEvent.DeliveryReceipt(
            ACCOUNT,
            message,
            withKey ? id.toString() : null,
            act.reply().recipientId(),
            status,
            status == Status.FAILED ? "Не доставлено" : null,
            clock.instant()));
  }

  void echo(UUID id, boolean withKey) {
    Publication act = publications.find(id);
    echo(act, act.reply().replyTo(), withKey);
  }

  /** Of a platform that does not tell what was answered. */
  void echoWithoutAnswered(UUID id) {
    echo(publications.find(id), null, false);
  }

  /** The same step has other words for a private talk by now. */
  void privately(String step) {
    publications.intend(
        "1",
        step,
        new Reply(
            UUID.randomUUID(),
            ACCOUNT,
            Kind.PRIVATE,
            "talk",
            "private word",
            "person of " + step,
            TEXT,
            Kind.PRIVATE,
            clock.instant(),
            null,
            null));
  }

  private void echo(Publication act, String answered, boolean withKey) {
    publications.prove(
        new Message(
            ACCOUNT,
            Kind.COMMENT,
            standing(act),
            new Author("", ""),
            THREAD,
            answered,
            clock.instant(),
            act.reply().text(),
            List.of()),
        withKey ? act.id().toString() : null);
  }

  /**
   * The message that stands on the platform; of an act that was never called, one that does not.
   */
  private String standing(Publication act) {
    return platform.standing(act.id()).stream().findFirst().orElse("unheard " + act.id());
  }

  /** Joins the transaction; whoever else wants it waits. */
  void holdTheLadder() {
    jdbc.sql("select pg_advisory_xact_lock(42)::text").query(String.class).single();
  }

  void holdingTheLadder(Runnable change) {
    transaction.executeWithoutResult(
        held -> {
          holdTheLadder();
          change.run();
        });
  }

  Publication find(UUID id) {
    return publications.find(id);
  }

  Instant now() {
    return clock.instant();
  }
}
