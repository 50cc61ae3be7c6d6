package org.communitydesk.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.http.CallFailure;
import org.communitydesk.publication.Publication.Kind;
import org.communitydesk.publication.Publication.State;
import org.communitydesk.publication.PublicationRoom.RoomTest;
import org.communitydesk.publication.ScriptedPlatform.Answer;
import org.communitydesk.support.Interleaving;
import org.communitydesk.support.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of the ledger and everything that can happen to it. */
@RoomTest
class LedgerTest {

  /** Asked, and change nothing. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "deletedAt",
          "failedAfterAll",
          "find",
          "held",
          "isActing",
          "isAnothers",
          "isRemovalOurs",
          "lastOn",
          "list",
          "mayResume",
          "ofStep",
          "standing");

  /** How a row stands before; one that an order of a person holds is HELD too. */
  private enum Before {
    NEW,
    SENDING,
    SENT,
    REFUSED,
    UNKNOWN,
    HELD,
    DROPPED,
    STOPPED
  }

  private final Stage stage;

  LedgerTest(Stage stage) {
    this.stage = stage;
  }

  @BeforeEach
  void begin() {
    stage.reset();
  }

  @Test
  void everyStateAndEveryChangeHasItsPlaceInTheTables() {
    assertThat(Stream.of(Before.values()).map(Enum::name))
        .containsAll(Stream.of(State.values()).map(Enum::name).toList());
    Set<String> changes =
        Stream.of(Event.values()).map(event -> event.operation).collect(Collectors.toSet());
    assertThat(
            Arrays.stream(Publications.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.equals("clear") && !QUESTIONS.contains(name)))
        .isSubsetOf(changes);
  }

  @ParameterizedTest
  @EnumSource
  void aReplyGoesWhereTheTableSays(Event event) {
    assertThat(row(event, step -> stage.reply(step))).isEqualTo(REPLIES.get(event.name()));
  }

  @ParameterizedTest
  @EnumSource
  void anActGoesWhereTheTableSays(Event event) {
    assertThat(row(event, step -> stage.act(step, Kind.BAN).id()))
        .isEqualTo(ACTS.get(event.name()));
  }

  private String row(Event event, Function<String, UUID> intend) {
    return Stream.of(Before.values())
        .map(before -> cell(before, event, intend))
        .collect(Collectors.joining(" "));
  }

  private String cell(Before before, Event event, Function<String, UUID> intend) {
    stage.reset();
    UUID id = intend.apply("a");
    bring(id, before);
    State stood = stage.find(id).state();
    int calls = stage.platform.calls();
    boolean thrown = false;
    try {
      event.happen(stage, id);
    } catch (CallFailure.Busy | IllegalStateException told) {
      thrown = true;
    }
    State now = stage.find(id).state();
    return (now == stood ? "." : now.name())
        + (stage.platform.calls() > calls ? "!" : "")
        + (thrown ? "?" : "");
  }

  private void bring(UUID id, Before before) {
    switch (before) {
      case NEW -> stage.attempt(id, Answer.BUSY);
      case SENDING -> die(id);
      case SENT -> stage.attempt(id, Answer.TAKES);
      case REFUSED -> stage.attempt(id, Answer.REFUSES);
      case UNKNOWN -> {
        stage.attempt(id, Answer.BREAKS_OFF);
        stage.jdbc.sql("update publication set state = 'UNKNOWN'").update();
      }
      case HELD -> stage.attempt(id, Answer.LOCKS_OUT);
      case DROPPED -> stage.publications.drop(id, "Уже неважно");
      case STOPPED -> {
        stage.orderToStop(true);
        stage.publications.attempt(id);
      }
    }
    State expected = before == Before.STOPPED ? State.HELD : State.valueOf(before.name());
    assertThat(stage.find(id).state()).isEqualTo(expected);
  }

  private void die(UUID id) {
    try (Interleaving threads = new Interleaving(stage.jdbc)) {
      threads.crashAt(ScriptedPlatform.ASKED);
      stage.attempt(id, Answer.TAKES);
    } catch (Interleaving.Crash dead) {
      assertThat(dead).isNotNull();
    }
  }

  /**
   * The state afterwards, "." for the same; "!" the platform was called, "?" the caller heard of
   * it.
   */
  private static final Map<String, String> REPLIES =
      Tables.read(
          """
          .                            NEW      SENDING  SENT     REFUSED  UNKNOWN  HELD     DROPPED  STOPPED
          INTENDED_AGAIN               -
          INTENDED_OTHERWISE           -
          TAKEN                        SENT!    .        .        .        .        SENT!    .        .
          BUSY                         .!       .        .        .        .        NEW!     .        .
          REFUSED                      REFUSED! .        .        .        .        REFUSED! .        .
          LOCKED_OUT                   HELD!    .        .        .        .        .!       .        .
          BROKEN_OFF                   UNKNOWN! .        .        .        .        UNKNOWN! .        .
          FAULTY                       UNKNOWN!? .       .        .        .        UNKNOWN!? .       .
          UNWANTED                     -
          GATE_SHUT                    HELD     .        .        .        .        .        .        .
          GATE_WAITS                   .        .        .        .        .        NEW      .        .
          STOPPED                      HELD     .        .        .        .        .        .        .
          TAKEN_AFTER_THE_DEADLINE     SENT!    UNKNOWN  .        .        .        SENT!    .        .
          LET_GO_AND_TAKEN             SENT!    .        .        .        .        SENT!    .        SENT!
          RESUMED_AND_TAKEN            SENT!    .        .        .        .        SENT!    .        SENT!
          DROPPED_BY_A_PERSON          .        .        .        .        .        DROPPED  .        DROPPED
          DROPPED                      DROPPED  DROPPED  .        DROPPED  DROPPED  DROPPED  .        DROPPED
          GIVEN_UP                     -
          REFUSED_WITHOUT_ASKING       REFUSED  .        .        .        .        REFUSED  .        REFUSED
          FOUND                        SENT     SENT     .        SENT     SENT     SENT     .        .
          ABSENT                       .        .        .        .        NEW      .        .        .
          HIDDEN                       -
          NOT_TO_BE_LOOKED_AT          .?       .?       .        .?       .?       .?       .        .
          NOT_TO_BE_LOOKED_AT_FOR_LONG -
          LOOKED_AT_WITH_A_DEAD_KEY    -
          ALLOWED_TO_REPEAT            .        .        .        .        NEW      .        .        .
          CONFIRMED                    SENT     SENT     .        SENT     SENT     SENT     SENT     SENT
          DONE_BY_HAND                 SENT     SENT     .        SENT     SENT     SENT     SENT     SENT
          ECHO_WITH_KEY                SENT     SENT     .        SENT     SENT     SENT     SENT     SENT
          ECHO                         .        .        .        .        SENT     .        .        .
          ACCEPTED                     SENT     SENT     .        SENT     SENT     SENT     SENT     SENT
          DELIVERED                    SENT     SENT     .        SENT     SENT     SENT     SENT     SENT
          READ                         SENT     SENT     .        SENT     SENT     SENT     SENT     SENT
          FAILED                       .        REFUSED  REFUSED  .        REFUSED  .        .        .
          DELIVERED_TO_THE_PERSON      .        .        .        .        SENT     .        .        .
          RESTORED                     UNKNOWN  UNKNOWN  .        .        .        UNKNOWN  .        UNKNOWN
          """);

  private static final Map<String, String> ACTS =
      Tables.read(
          """
          .                            NEW      SENDING  SENT     REFUSED  UNKNOWN  HELD     DROPPED  STOPPED
          INTENDED_AGAIN               -
          INTENDED_OTHERWISE           DROPPED  .        .        .        DROPPED  DROPPED  .        DROPPED
          TAKEN                        SENT!    .        .        .        SENT!    SENT!    .        .
          BUSY                         .!       .        .        .        NEW!     NEW!     .        .
          REFUSED                      REFUSED! .        .        .        REFUSED! REFUSED! .        .
          LOCKED_OUT                   HELD!    .        .        .        HELD!    .!       .        .
          BROKEN_OFF                   .!       .        .        .        NEW!     NEW!     .        .
          FAULTY                       .!?      .        .        .        NEW!?    NEW!?    .        .
          UNWANTED                     .        .        .        .        NEW      .        .        .
          GATE_SHUT                    HELD     .        .        .        HELD     .        .        .
          GATE_WAITS                   .        .        .        .        NEW      NEW      .        .
          STOPPED                      HELD     .        .        .        HELD     .        .        .
          TAKEN_AFTER_THE_DEADLINE     SENT!    SENT!    .        .        SENT!    SENT!    .        .
          LET_GO_AND_TAKEN             SENT!    .        .        .        SENT!    SENT!    .        SENT!
          RESUMED_AND_TAKEN            SENT!    .        .        .        SENT!    SENT!    .        SENT!
          DROPPED_BY_A_PERSON          .        .        .        .        .        DROPPED  .        DROPPED
          DROPPED                      DROPPED  DROPPED  .        DROPPED  DROPPED  DROPPED  .        DROPPED
          GIVEN_UP                     DROPPED  .        .        .        DROPPED  DROPPED  .        DROPPED
          REFUSED_WITHOUT_ASKING       REFUSED  .        .        .        .        REFUSED  .        REFUSED
          ALLOWED_TO_REPEAT            .        .        .        .        NEW      .        .        .
          CONFIRMED                    SENT     SENT     .        SENT     SENT     SENT     SENT     SENT
          DONE_BY_HAND                 SENT     SENT     .        SENT     SENT     SENT     SENT     SENT
          FOUND                        -
          ABSENT                       -
          HIDDEN                       -
          NOT_TO_BE_LOOKED_AT          -
          NOT_TO_BE_LOOKED_AT_FOR_LONG -
          LOOKED_AT_WITH_A_DEAD_KEY    -
          ECHO_WITH_KEY                -
          ECHO                         -
          ACCEPTED                     -
          DELIVERED                    -
          READ                         -
          FAILED                       -
          DELIVERED_TO_THE_PERSON      -
          RESTORED                     .        NEW      .        .        NEW      NEW      .        NEW
          """);
}
