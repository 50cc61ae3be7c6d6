package org.communitydesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitydesk.cases.CaseDesk.PERSON;
import static org.communitydesk.cases.CaseDesk.POST;
import static org.communitydesk.cases.CaseDesk.VK;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.cases.CasesRoom.RoomTest;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.support.Interleaving;
import org.communitydesk.support.Interleaving.Breakpoint;
import org.communitydesk.support.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every state of a case takes what its person does. */
@RoomTest
class JoiningTest {

  private static final String TALK = "talk-7";

  /** How the case stands before: under a post, but PRIVATE and LEFT in private. */
  private enum Before {
    UNREAD,
    READ,
    PRIVATE,
    LEFT,
    ALSO_PRIVATE,
    REMOVED,
    CLOSED,
    CLOSED_LONG_AGO
  }

  @SuppressWarnings("ImmutableEnumChecker")
  private enum Event {
    WRITES_AGAIN((desk, file) -> say(desk, file.kind(), file.threadId(), PERSON)),
    WRITES_ELSEWHERE((desk, file) -> say(desk, Kind.COMMENT, "another post", PERSON)),
    WRITES_PRIVATELY((desk, file) -> say(desk, Kind.PRIVATE, TALK, PERSON)),
    SOMEBODY_ELSE_WRITES((desk, file) -> say(desk, file.kind(), file.threadId(), "8")),
    SAYS_THE_SAME_AGAIN((desk, file) -> the(desk.take(first(desk, file), 0), file)),
    EDITS(
        (desk, file) -> {
          desk.changes.edit(desk.said(file.kind(), file.threadId(), PERSON, "1", "Нет!"), 1, true);
          return "";
        }),
    EDITS_AND_GOES_ON(
        (desk, file) -> {
          desk.changes.edit(desk.said(file.kind(), file.threadId(), PERSON, "1", "Нет!"), 1, true);
          return desk.arrivals
              .goOn(VK, "1")
              .map(intakeResult -> the(intakeResult, file))
              .orElse("");
        }),
    REMOVES(
        (desk, file) -> {
          desk.changes.remove(VK, "1", PERSON, false);
          return "";
        }),
    LEAVES(
        (desk, file) -> {
          desk.arrivals.leave(VK, PERSON, desk.now());
          return "";
        }),
    IS_ANSWERED_IN_PRIVATE(
        (desk, file) -> {
          desk.files.goOnInPrivate(file.caseId());
          return "";
        }),
    IS_CLOSED_IF_READ(
        (desk, file) -> {
          desk.closeIfRead(file.caseId());
          return "";
        });

    private final BiFunction<CaseDesk, CaseFile, String> effect;

    Event(BiFunction<CaseDesk, CaseFile, String> effect) {
      this.effect = effect;
    }
  }

  /**
   * What became of a message, if one came, and how the case stands: Open or Closed, unread,
   * withdrawn.
   */
  private static final Map<String, String> TABLE =
      Tables.read(
          """
          .                      UNREAD    READ      PRIVATE   LEFT      ALSO_PRIVATE REMOVED   CLOSED      CLOSED_LONG_AGO
          WRITES_AGAIN           joined:Ou joined:Ou joined:Ou joined:Ou joined:Ou    joined:Ou continued:C begun:C
          WRITES_ELSEWHERE       begun:Ou  begun:O   begun:O   begun:Ow  begun:O      begun:Ow  begun:C     begun:C
          WRITES_PRIVATELY       begun:Ou  begun:O   joined:Ou joined:Ou joined:Ou    begun:Ow  begun:C     begun:C
          SOMEBODY_ELSE_WRITES   begun:Ou  begun:O   begun:O   begun:Ow  begun:O      begun:Ow  begun:C     begun:C
          SAYS_THE_SAME_AGAIN    known:Ou  known:O   known:O   known:Ow  known:O      known:Ow  known:C     known:C
          EDITS                  Ou        Ou        Ou        Ouw       Ou           Ow        Cu          Cu
          EDITS_AND_GOES_ON      Ou        Ou        Ou        Ouw       Ou           Ow        continued:Cw begun:Cw
          REMOVES                Ow        Ow        Ow        Ow        Ow           Ow        Cw          Cw
          LEAVES                 Ou        O         Ow        Ow        O            Ow        C           C
          IS_ANSWERED_IN_PRIVATE Ou        O         O         Ow        O            Ow        C           C
          IS_CLOSED_IF_READ      Ou        C         C         Cw        C            Cw        C           C
          """);

  private final CaseDesk desk;

  JoiningTest(CaseDesk desk) {
    this.desk = desk;
  }

  @ParameterizedTest
  @EnumSource
  void aCaseGoesWhereTheTableSays(Event event) {
    String row =
        Stream.of(Before.values())
            .map(before -> cell(before, event))
            .collect(Collectors.joining(" "));
    assertThat(row).isEqualTo(TABLE.get(event.name()));
  }

  private String cell(Before before, Event event) {
    desk.forget();
    CaseFile file = bring(before);
    String became = event.effect.apply(desk, file);
    CaseFile now = desk.files.of(file.caseId());
    return became
        + (now.state() == CaseFile.State.OPEN ? "O" : "C")
        + (desk.files.hasUnread(now.caseId()) ? "u" : "")
        + (desk.files.isWithdrawn(now.caseId()) ? "w" : "");
  }

  private CaseFile bring(Before before) {
    boolean isPrivate = before == Before.PRIVATE || before == Before.LEFT;
    Kind kind = isPrivate ? Kind.PRIVATE : Kind.COMMENT;
    CaseFile file =
        CaseDesk.file(
            desk.take(desk.said(kind, isPrivate ? TALK : POST, PERSON, "1", "Где мой кешбэк?"), 0));
    String id = file.caseId();
    if (before != Before.UNREAD) {
      desk.seeAll(id);
    }
    switch (before) {
      case UNREAD, READ, PRIVATE -> {}
      case LEFT -> desk.arrivals.leave(VK, PERSON, desk.now());
      case ALSO_PRIVATE -> desk.files.goOnInPrivate(id);
      case REMOVED -> desk.changes.remove(VK, "1", PERSON, false);
      case CLOSED -> desk.files.close(id, "ANSWERED", CaseDesk.REOPEN);
      case CLOSED_LONG_AGO -> {
        desk.files.close(id, "ANSWERED", CaseDesk.REOPEN);
        desk.clock.move(CaseDesk.REOPEN.plusSeconds(1));
      }
    }
    return file;
  }

  private static String say(CaseDesk desk, Kind kind, String thread, String person) {
    String open =
        desk.jdbc.sql("select max(case_id)::text from case_file").query(String.class).single();
    return the(desk.take(desk.said(kind, thread, person, "2", "Жду"), 0), desk.files.of(open));
  }

  private static Message first(CaseDesk desk, CaseFile file) {
    return desk.said(file.kind(), file.threadId(), PERSON, "1", "Где мой кешбэк?");
  }

  private static String the(IntakeResult intakeResult, CaseFile file) {
    if (intakeResult instanceof IntakeResult.Known) {
      return "known:";
    } else if (intakeResult instanceof IntakeResult.Joined joined) {
      assertThat(joined.file().caseId()).isEqualTo(file.caseId());
      return "joined:";
    }
    CaseFile anew = CaseDesk.file(intakeResult);
    return file.caseId().equals(anew.continues()) ? "continued:" : "begun:";
  }

  /** Whoever is first, no word falls between the last look and the end of the case. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWordAndTheEndOfTheCaseMeetWhoeverCommitsFirst(boolean wordFirst) {
    desk.forget();
    String id = desk.say("1", "Где мой кешбэк?");
    desk.seeAll(id);
    try (Interleaving threads = new Interleaving(desk.jdbc)) {
      Breakpoint commit = threads.beforeCommit(wordFirst ? "insert into message" : "'CLOSED'");
      threads.start(wordFirst ? () -> desk.say("2", "Помогите") : () -> desk.closeIfRead(id));
      threads.start(wordFirst ? () -> desk.closeIfRead(id) : () -> desk.say("2", "Помогите"));
      assertThat(commit.isHit()).isTrue();
    }
    CaseFile first = desk.files.of(id);
    assertThat(first.state()).isEqualTo(wordFirst ? CaseFile.State.OPEN : CaseFile.State.CLOSED);
    assertThat(desk.entry("2").text()).isEqualTo("Помогите");
    assertThat(desk.files.hasUnread(id)).isEqualTo(wordFirst);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEditAndTheEndOfTheCaseMeetWhoeverCommitsFirst(boolean editFirst) {
    desk.forget();
    String id = desk.say("1", "👍");
    desk.seeAll(id);
    Runnable edit = () -> desk.changes.edit(desk.comment("1", "Помогите"), 1, true);
    try (Interleaving threads = new Interleaving(desk.jdbc)) {
      Breakpoint commit = threads.beforeCommit(editFirst ? "update message set text" : "'CLOSED'");
      threads.start(editFirst ? edit : () -> desk.closeIfRead(id));
      threads.start(editFirst ? () -> desk.closeIfRead(id) : edit);
      assertThat(commit.isHit()).isTrue();
    }
    assertThat(desk.files.of(id).state())
        .isEqualTo(editFirst ? CaseFile.State.OPEN : CaseFile.State.CLOSED);
    assertThat(desk.files.hasUnread(id)).as("said after the end, or to be read").isTrue();
  }

  /** As a form is submitted: what it has not shown it cannot decide about. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWordAndADecisionMeetWhoeverCommitsFirst(boolean wordFirst) {
    desk.forget();
    String id = desk.say("1", "👍");
    desk.views.open("form", id);
    Runnable word = () -> desk.say("2", "Помогите");
    Runnable decision = () -> desk.decideIfShown("form", id);
    try (Interleaving threads = new Interleaving(desk.jdbc)) {
      Breakpoint commit = threads.beforeCommit(wordFirst ? "insert into message" : "form_view");
      threads.start(wordFirst ? word : decision);
      threads.start(wordFirst ? decision : word);
      assertThat(commit.isHit()).isTrue();
    }
    assertThat(desk.files.hasUnread(id)).isTrue();
    assertThat(desk.views.latestShown("form", id).isPresent())
        .as("the form is still to be submitted")
        .isEqualTo(wordFirst);
  }

  @Test
  void twoMessagesAtTheSameMomentAreOneCase() {
    desk.forget();
    try (Interleaving threads = new Interleaving(desk.jdbc)) {
      Breakpoint commit = threads.beforeCommit("insert into case_file");
      threads.start(() -> desk.say("1", "Где мой кешбэк?"));
      threads.start(() -> desk.say("2", "Помогите"));
      threads.start(() -> desk.say("1", "Где мой кешбэк?"));
      assertThat(commit.isHit()).isTrue();
    }
    String only = desk.jdbc.sql("select case_id::text from case_file").query(String.class).single();
    assertThat(desk.conversations.of(only)).hasSize(2);
  }
}
