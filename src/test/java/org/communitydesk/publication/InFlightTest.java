package org.communitydesk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.conversation.InboundEvent.DeliveryReceipt.Status;
import org.communitydesk.publication.Publication.Kind;
import org.communitydesk.publication.Publication.State;
import org.communitydesk.publication.PublicationRoom.RoomTest;
import org.communitydesk.publication.ScriptedPlatform.Answer;
import org.communitydesk.support.Interleaving;
import org.communitydesk.support.Interleaving.Breakpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes while a call is under way. */
@RoomTest
class InFlightTest {

  private final Stage stage;

  InFlightTest(Stage stage) {
    this.stage = stage;
  }

  @BeforeEach
  void begin() {
    stage.reset();
  }

  @Test
  void whatWentOutAfterItWasGivenUpIsNotDropped() {
    UUID id = stage.reply("a");
    whileItIsCalled(id, () -> stage.publications.drop(id, "Пользователь отозвал вопрос"));
    isOut(id);
  }

  @Test
  void aCallThatOutlivesItsDeadlineIsStillProof() {
    UUID id = stage.reply("a");
    whileItIsCalled(
        id,
        () -> {
          stage.deadline();
          stage.publications.attempt(id);
          assertThat(stage.find(id).state()).isEqualTo(State.UNKNOWN);
        });
    isOut(id);
  }

  @Test
  void whatThePlatformTookAndDidNotDeliverStaysRefusedAndIsKnown() {
    UUID id = stage.reply("a");
    whileItIsCalled(id, () -> stage.receipt(id, Status.FAILED, true));
    assertThat(stage.find(id).state()).isEqualTo(State.REFUSED);
    assertThat(stage.publications.failedAfterAll("1")).map(Publication::id).hasValue(id);
    stage.receipt(id, Status.ACCEPTED, true);
    assertThat(stage.find(id).state()).isEqualTo(State.REFUSED);
  }

  @Test
  void anEchoThatIsQuickerThanTheCallProvesItEvenWhenTheCallBreaksOff() {
    UUID id = stage.reply("a");
    try (Interleaving threads = new Interleaving(stage.jdbc)) {
      threads.at(ScriptedPlatform.DONE);
      threads.start(() -> stage.attempt(id, Answer.TAKES_AND_BREAKS_OFF));
      stage.echo(id, true);
    }
    isOut(id);
  }

  /** The first to look sees nothing; before it says so the reply goes out at another's attempt. */
  @Test
  void aLookAtThePlatformThatWasOvertakenAllowsNothing() {
    UUID id = stage.reply("a");
    stage.attempt(id, Answer.BREAKS_OFF);
    try (Interleaving threads = new Interleaving(stage.jdbc)) {
      threads.at(ScriptedPlatform.LOOKED);
      threads.start(() -> stage.publications.readBack(id));
      stage.publications.readBack(id);
      stage.attempt(id, Answer.TAKES_AND_BREAKS_OFF);
    }
    assertThat(stage.find(id).state()).isEqualTo(State.UNKNOWN);
    stage.publications.readBack(id);
    isOut(id);
  }

  /** Two equal replies, of which the platform shows one. */
  @Test
  void oneMessageProvesOneReply() {
    List<UUID> both = List.of(stage.reply("a"), stage.reply("b"));
    both.forEach(id -> stage.attempt(id, Answer.BREAKS_OFF));
    String only = stage.platform.publish(both.get(0));
    stage.platform.showsEverywhere(only);
    AtomicReference<ReadBack> late = new AtomicReference<>();
    try (Interleaving threads = new Interleaving(stage.jdbc)) {
      Breakpoint claim = threads.before("set state = 'SENT'");
      threads.start(() -> late.set(stage.publications.readBack(both.get(1))));
      assertThat(claim.isHit()).isTrue();
      stage.publications.readBack(both.get(0));
    }
    assertThat(late.get()).isInstanceOf(ReadBack.CannotTell.class);
    assertThat(stage.find(both.get(1)).state()).isEqualTo(State.UNKNOWN);
    assertThat(stage.publications.isAnothers(stage.find(both.get(1)), only)).isTrue();
  }

  @Test
  void anEchoThatFitsTwoProvesNone() {
    List<UUID> both = List.of(stage.reply("a"), stage.reply("b"));
    both.forEach(id -> stage.attempt(id, Answer.TAKES_AND_BREAKS_OFF));
    stage.echoWithoutAnswered(both.get(1));
    assertThat(both).allMatch(id -> stage.find(id).state() == State.UNKNOWN);
    stage.echo(both.get(1), false);
    assertThat(stage.find(both.get(1)).state()).isEqualTo(State.SENT);
    assertThat(stage.find(both.get(0)).state()).isEqualTo(State.UNKNOWN);
  }

  /** Its words are laid out anew while it is held: they go to where they are now meant to go. */
  @Test
  void aHeldReplyThatIsMeantForAnotherPlaceGoesThere() {
    UUID id = stage.reply("a");
    stage.attempt(id, Answer.LOCKS_OUT);
    stage.privately("a");
    assertThat(stage.find(id).reply())
        .extracting("kind", "threadId", "replyTo")
        .containsExactly(org.communitydesk.conversation.Kind.PRIVATE, "talk", "private word");
  }

  /** The node dies when the person is banned there, and then nobody wants the ban any more. */
  @Test
  void aBanThatMayHaveLandedIsNotForgottenWhenItIsGivenUp() {
    UUID ban = stage.act("a", Kind.BAN).id();
    try (Interleaving node = new Interleaving(stage.jdbc)) {
      node.crashAt(ScriptedPlatform.DONE);
      stage.attempt(ban, Answer.TAKES);
    } catch (Interleaving.Crash dead) {
      assertThat(stage.platform.acts()).hasSize(1);
    }
    assertThat(lastOn()).as("while nobody knows").isEqualTo(ban);
    stage.deadline();
    stage.publications.dropActs("1", "a", "Мера отменена");
    assertThat(stage.find(ban).state()).isEqualTo(State.DROPPED);
    assertThat(lastOn()).isEqualTo(ban);
    assertThat(stage.publications.isActing(ScriptedPlatform.ACCOUNT, "person of a", stage.now()))
        .isFalse();
  }

  /** A revocation comes before the ban is begun, and then it never is, or waits until it is. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRevocationAndItsBanMeetWhoeverIsFirst(boolean revocationFirst) {
    UUID ban = stage.act("a", Kind.BAN).id();
    AtomicBoolean revoked = new AtomicBoolean();
    AtomicReference<State> whenRevoked = new AtomicReference<>();
    Runnable revocation =
        () ->
            stage.holdingTheLadder(
                () -> {
                  revoked.set(true);
                  whenRevoked.set(stage.find(ban).state());
                });
    Runnable attempt =
        () ->
            stage.publications.attempt(
                ban,
                () -> {
                  stage.holdTheLadder();
                  return !revoked.get();
                });
    try (Interleaving threads = new Interleaving(stage.jdbc)) {
      Breakpoint commit = threads.beforeCommit("pg_advisory");
      threads.start(revocationFirst ? revocation : attempt);
      threads.start(revocationFirst ? attempt : revocation);
      assertThat(commit.isHit()).isTrue();
    }
    assertThat(stage.platform.acts()).hasSize(revocationFirst ? 0 : 1);
    assertThat(whenRevoked.get() == State.NEW).as("not begun").isEqualTo(revocationFirst);
  }

  private UUID lastOn() {
    return stage.publications.lastOn(ScriptedPlatform.ACCOUNT, "person of a").orElseThrow().id();
  }

  private void whileItIsCalled(UUID id, Runnable other) {
    try (Interleaving threads = new Interleaving(stage.jdbc)) {
      Breakpoint call = threads.at(ScriptedPlatform.DONE);
      threads.start(() -> stage.attempt(id, Answer.TAKES));
      assertThat(call.isHit()).isTrue();
      other.run();
    }
  }

  private void isOut(UUID id) {
    assertThat(stage.find(id).state()).isEqualTo(State.SENT);
    assertThat(stage.platform.standing(id)).containsExactly(stage.find(id).externalId());
  }
}
