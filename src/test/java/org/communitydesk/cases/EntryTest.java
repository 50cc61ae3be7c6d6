package org.communitydesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitydesk.cases.CaseDesk.PERSON;
import static org.communitydesk.cases.CaseDesk.VK;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitydesk.cases.CasesRoom.RoomTest;
import org.communitydesk.support.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of a message in a case file and everything that is heard of it or done to it. */
@RoomTest
class EntryTest {

  private static final String ID = "1";
  private static final String WORDS = "Где мой кешбэк?";

  /** Of the door's methods those that concern other things than a user's message. */
  private static final Set<String> OTHERS = Set.of("goOn", "takeOwn", "keepPost", "clear", "count");

  /** How the message stands before; EARLY is not here yet, and comes after the event. */
  private enum Before {
    EARLY,
    VISIBLE,
    EDITED,
    HIDDEN,
    BY_AUTHOR,
    BY_DESK,
    BY_OTHER
  }

  @SuppressWarnings("ImmutableEnumChecker")
  private enum Event {
    SAID("take", desk -> desk.take(desk.comment(ID, WORDS), 0)),
    SAID_OTHERWISE("take", desk -> desk.take(desk.comment(ID, WORDS + " Жду!"), 0)),
    EDITED("edit", desk -> desk.changes.edit(desk.comment(ID, "Нашёл, спасибо"), 9, true)),
    EDITED_BEFORE("edit", desk -> desk.changes.edit(desk.comment(ID, "Где деньги?"), 1, true)),
    EDITED_NOBODY_KNOWS_HOW("edit", desk -> desk.changes.edit(desk.comment(ID, ""), 9, false)),
    REMOVED_BY_AUTHOR("remove", desk -> desk.changes.remove(VK, ID, PERSON, false)),
    REMOVED_BY_DESK("remove", desk -> desk.changes.remove(VK, ID, null, true)),
    REMOVED_BY_OTHER("remove", desk -> desk.changes.remove(VK, ID, null, false)),
    RESTORED("restore", desk -> desk.changes.restore(desk.comment(ID, text(desk)))),
    HIDDEN("moderated", desk -> moderate(desk, CaseMessage.State.HIDDEN)),
    DELETED("moderated", desk -> moderate(desk, CaseMessage.State.DELETED)),
    SHOWN("moderated", desk -> moderate(desk, CaseMessage.State.VISIBLE)),
    SUSPECTED("mark", desk -> ifHere(desk, caseMessage -> desk.suspicions.mark(caseMessage, true))),
    GIVEN_BACK("giveBack", desk -> ifHere(desk, desk.suspicions::giveBack)),
    READ("arrived", desk -> desk.arrivals.arrived(VK, ID, true, desk.now())),
    LEFT("leave", desk -> desk.arrivals.leave(VK, PERSON, desk.now()));

    private final String operation;
    private final Consumer<CaseDesk> effect;

    Event(String operation, Consumer<CaseDesk> effect) {
      this.operation = operation;
      this.effect = effect;
    }
  }

  /** "+": somebody has to look at it again. */
  private static final Map<String, String> TABLE =
      Tables.read(
          """
          .                        EARLY     VISIBLE   EDITED    HIDDEN    BY_AUTHOR BY_DESK   BY_OTHER
          SAID                     VISIBLE+  .         .         .         .         .         .
          SAID_OTHERWISE           EDITED+   EDITED+   .         .+        .         .         .
          EDITED                   EDITED+   EDITED+   .+        .+        .         .+        .
          EDITED_BEFORE            EDITED+   EDITED+   .         .+        .         .+        .
          EDITED_NOBODY_KNOWS_HOW  VISIBLE+  .         .         .         .         .         .
          REMOVED_BY_AUTHOR        BY_AUTHOR BY_AUTHOR BY_AUTHOR BY_AUTHOR .         .         .
          REMOVED_BY_DESK          BY_DESK+  BY_DESK   BY_DESK   BY_DESK   .         .         .
          REMOVED_BY_OTHER         BY_OTHER  BY_OTHER  BY_OTHER  BY_OTHER  .         .         .
          RESTORED                 VISIBLE+  .         VISIBLE   VISIBLE   VISIBLE   VISIBLE   VISIBLE
          HIDDEN                   VISIBLE+  HIDDEN    HIDDEN    .         .         .         .
          DELETED                  VISIBLE+  BY_DESK   BY_DESK   BY_DESK   .         .         BY_DESK
          SHOWN                    VISIBLE+  .         VISIBLE   VISIBLE   .         VISIBLE   VISIBLE
          SUSPECTED                VISIBLE+  .         .         .         .         .         .
          GIVEN_BACK               VISIBLE+  .+        .+        .+        .         .+        .
          READ                     VISIBLE+  .         .         .         .         .         .
          LEFT                     VISIBLE+  .         .         .         .         .         .
          """);

  private final CaseDesk desk;

  EntryTest(CaseDesk desk) {
    this.desk = desk;
  }

  @Test
  void everyStateAndEveryChangeHasItsPlaceInTheTable() {
    Set<String> names = Stream.of(Before.values()).map(Enum::name).collect(Collectors.toSet());
    for (CaseMessage.State state : CaseMessage.State.values()) {
      assertThat(state == CaseMessage.State.DELETED || names.contains(state.name())).isTrue();
    }
    assertThat(names).containsAll(Stream.of(Remover.values()).map(by -> "BY_" + by).toList());
    Set<String> changes =
        Stream.of(Event.values()).map(event -> event.operation).collect(Collectors.toSet());
    assertThat(
            Stream.of(Arrivals.class, Changes.class, Suspicions.class)
                .flatMap(door -> Arrays.stream(door.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !OTHERS.contains(name)))
        .isSubsetOf(changes);
  }

  @ParameterizedTest
  @EnumSource
  void aMessageGoesWhereTheTableSays(Event event) {
    String row =
        Stream.of(Before.values())
            .map(before -> cell(before, event))
            .collect(Collectors.joining(" "));
    assertThat(row).isEqualTo(TABLE.get(event.name()));
  }

  private String cell(Before before, Event event) {
    desk.forget();
    String stood = "";
    if (before != Before.EARLY) {
      String caseId = desk.say(ID, WORDS);
      bring(before);
      desk.seeAll(caseId);
      stood = state();
    }
    event.effect.accept(desk);
    if (before == Before.EARLY) {
      desk.take(desk.comment(ID, WORDS), 0);
    }
    Set<String> words =
        Stream.concat(
                Stream.of(desk.entry(ID).text()),
                desk.entry(ID).earlier().stream().map(CaseMessage.Earlier::text))
            .collect(Collectors.toSet());
    assertThat(words).as("no words are lost").contains(WORDS);
    String now = state();
    boolean unread =
        desk.files.hasUnread(
            desk.jdbc.sql("select case_id::text from case_file").query(String.class).single());
    return (now.equals(stood) ? "." : now) + (unread ? "+" : "");
  }

  private void bring(Before before) {
    switch (before) {
      case EARLY, VISIBLE -> {}
      case EDITED -> desk.changes.edit(desk.comment(ID, "Где мой кэшбэк?"), 5, true);
      case HIDDEN -> moderate(desk, CaseMessage.State.HIDDEN);
      case BY_AUTHOR -> desk.changes.remove(VK, ID, PERSON, false);
      case BY_DESK -> moderate(desk, CaseMessage.State.DELETED);
      case BY_OTHER -> desk.changes.remove(VK, ID, null, false);
    }
  }

  private String state() {
    CaseMessage caseMessage = desk.entry(ID);
    return caseMessage.removedBy() == null
        ? caseMessage.state().name()
        : "BY_" + caseMessage.removedBy();
  }

  private static void moderate(CaseDesk desk, CaseMessage.State state) {
    ifHere(desk, caseMessage -> desk.suspicions.moderated(caseMessage, state));
  }

  private static void ifHere(CaseDesk desk, Consumer<CaseMessage> act) {
    if (isHere(desk)) {
      act.accept(desk.entry(ID));
    }
  }

  private static String text(CaseDesk desk) {
    return isHere(desk) ? desk.entry(ID).text() : WORDS;
  }

  private static boolean isHere(CaseDesk desk) {
    return desk.jdbc.sql("select exists (select 1 from message)").query(Boolean.class).single();
  }
}
