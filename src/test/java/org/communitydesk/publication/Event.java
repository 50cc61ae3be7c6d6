package org.communitydesk.publication;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt.Status;
import org.communitydesk.publication.ScriptedPlatform.Answer;
import org.communitydesk.publication.ScriptedPlatform.Sight;

/** Everything that can happen to a row of the ledger. */
@SuppressWarnings("ImmutableEnumChecker")
enum Event {
  INTENDED_AGAIN("intend", (stage, id) -> again(stage, stage.find(id))),
  INTENDED_OTHERWISE(
      "intend", (stage, id) -> stage.act(stage.find(id).step(), Publication.Kind.UNBAN)),
  TAKEN(Answer.TAKES),
  BUSY(Answer.BUSY),
  REFUSED(Answer.REFUSES),
  LOCKED_OUT(Answer.LOCKS_OUT),
  BROKEN_OFF(Answer.BREAKS_OFF),
  FAULTY(Answer.FAULT),
  UNWANTED("attempt", (stage, id) -> stage.publications.attempt(id, () -> false)),
  GATE_SHUT(
      "attempt",
      (stage, id) -> {
        stage.gate.shut();
        stage.publications.attempt(id);
      }),
  GATE_WAITS(
      "attempt",
      (stage, id) -> {
        stage.gate.wait(stage.now().plus(Duration.ofMinutes(5)));
        stage.publications.attempt(id);
      }),
  STOPPED(
      "attempt",
      (stage, id) -> {
        stage.orderToStop(true);
        stage.publications.attempt(id);
      }),
  TAKEN_AFTER_THE_DEADLINE(
      "attempt",
      (stage, id) -> {
        stage.deadline();
        stage.publications.attempt(id);
      }),
  LET_GO_AND_TAKEN(
      "letGo",
      (stage, id) -> {
        stage.publications.letGo(id);
        stage.publications.attempt(id);
      }),
  RESUMED_AND_TAKEN(
      "takeResumable",
      (stage, id) -> {
        stage.orderToStop(false);
        stage.publications.takeResumable(ScriptedPlatform.ACCOUNT, 10);
        stage.publications.attempt(id);
      }),
  DROPPED_BY_A_PERSON("dropHeld", (stage, id) -> stage.publications.dropHeld(id, "Уже неважно")),
  DROPPED("drop", (stage, id) -> stage.publications.drop(id, "Уже неважно")),
  GIVEN_UP(
      "dropActs",
      (stage, id) -> stage.publications.dropActs("1", stage.find(id).step(), "Не нужно")),
  REFUSED_WITHOUT_ASKING("refuse", (stage, id) -> stage.publications.refuse(id, "Нельзя")),
  FOUND(
      "readBack",
      (stage, id) -> {
        stage.platform.publish(id);
        stage.readBack(id, Sight.SHOWS);
      }),
  ABSENT("readBack", (stage, id) -> stage.readBack(id, Sight.SHOWS)),
  HIDDEN("readBack", (stage, id) -> stage.readBack(id, Sight.HIDES)),
  NOT_TO_BE_LOOKED_AT("readBack", (stage, id) -> stage.readBack(id, Sight.BUSY)),
  NOT_TO_BE_LOOKED_AT_FOR_LONG(
      "readBack",
      (stage, id) -> {
        stage.clock.move(Duration.ofHours(1));
        stage.readBack(id, Sight.BUSY);
      }),
  LOOKED_AT_WITH_A_DEAD_KEY("readBack", (stage, id) -> stage.readBack(id, Sight.LOCKS_OUT)),
  ALLOWED_TO_REPEAT("allowRepeat", (stage, id) -> stage.publications.allowRepeat(id)),
  CONFIRMED("confirm", (stage, id) -> stage.publications.confirm(id, null, false)),
  DONE_BY_HAND("confirm", (stage, id) -> stage.publications.confirm(id, null, true)),
  ECHO_WITH_KEY("prove", (stage, id) -> stage.echo(id, true)),
  ECHO("prove", (stage, id) -> stage.echo(id, false)),
  ACCEPTED(Status.ACCEPTED, true),
  DELIVERED(Status.DELIVERED, true),
  READ(Status.READ, true),
  FAILED(Status.FAILED, true),
  DELIVERED_TO_THE_PERSON(Status.DELIVERED, false),
  RESTORED("mark", (stage, id) -> stage.restored.mark());

  /** The method of the door that this is about. */
  final String operation;

  private final BiConsumer<Stage, UUID> effect;

  Event(String operation, BiConsumer<Stage, UUID> effect) {
    this.operation = operation;
    this.effect = effect;
  }

  Event(Answer answer) {
    this("attempt", (stage, id) -> stage.attempt(id, answer));
  }

  Event(Status status, boolean withKey) {
    this("take", (stage, id) -> stage.receipt(id, status, withKey));
  }

  void happen(Stage stage, UUID id) {
    effect.accept(stage, id);
  }

  private static void again(Stage stage, Publication before) {
    if (before.kind() == Publication.Kind.REPLY) {
      stage.reply(before.step(), "Здравствуйте! Уже исправили.");
    } else {
      stage.act(before.step(), before.kind());
    }
  }
}
