package org.communitydesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitydesk.cases.CaseDesk.PERSON;
import static org.communitydesk.cases.CaseDesk.VK;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.communitydesk.cases.CasesRoom.RoomTest;
import org.communitydesk.support.Histories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing buried: generated histories of one person under one post, beside a plain list of what
 * they said and what somebody has had before their eyes when they decided.
 */
@RoomTest
class BuriedTest {

  private static final int HISTORIES = 50;

  private enum Move {
    SAYS,
    EDITS,
    EDITS_LATE_HEARD,
    REMOVES,
    COMES_BACK,
    IS_SUSPECTED,
    IS_GIVEN_BACK,
    FORM_OPENS,
    FORM_READS_ON,
    FORM_DECIDES,
    CLOSES
  }

  private record Step(Move move, int which) {}

  /** A message as it should stand. */
  private static final class Said {
    private final String id;
    private final List<String> words = new ArrayList<>();
    private String now;
    private long version;
    private long heard;
    private boolean gone;
    private boolean suspected;

    private Said(String id) {
      this.id = id;
    }
  }

  private final CaseDesk desk;
  private final List<Said> all = new ArrayList<>();
  private final Map<Integer, Long> forms = new HashMap<>();
  private String caseId;
  private long heard;
  private long decided;
  private int messages;

  BuriedTest(CaseDesk desk) {
    this.desk = desk;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1001})
  void whatNobodyDecidedAboutKeepsTheCaseOpen(long first) {
    Histories.play(first, HISTORIES, BuriedTest::draw, this::play);
  }

  private static List<Step> draw(RandomGenerator chance) {
    return IntStream.range(0, 3 + chance.nextInt(15))
        .mapToObj(
            i -> new Step(Move.values()[chance.nextInt(Move.values().length)], chance.nextInt(3)))
        .toList();
  }

  private void play(List<Step> steps) {
    desk.forget();
    messages = 0;
    begin();
    for (Step step : steps) {
      make(step, all.get(step.which() % all.size()));
      check();
    }
  }

  private void begin() {
    all.clear();
    forms.clear();
    heard = 0;
    decided = 0;
    say();
  }

  private void say() {
    Said one = new Said("m" + messages++);
    one.now = "Слова " + one.id;
    one.words.add(one.now);
    one.heard = ++heard;
    caseId = desk.say(one.id, one.now);
    all.add(one);
  }

  private void make(Step step, Said one) {
    Integer form = step.which();
    switch (step.move()) {
      case SAYS -> say();
      case EDITS -> edit(one, one.version + 2);
      case EDITS_LATE_HEARD -> edit(one, Math.max(1, one.version - 1));
      case REMOVES -> {
        desk.changes.remove(VK, one.id, PERSON, false);
        one.gone = true;
      }
      case COMES_BACK -> {
        desk.changes.restore(desk.comment(one.id, one.now));
        one.gone = false;
      }
      case IS_SUSPECTED -> {
        desk.suspicions.mark(desk.entry(one.id), true);
        one.suspected = true;
      }
      case IS_GIVEN_BACK -> {
        desk.suspicions.giveBack(desk.entry(one.id));
        one.suspected = false;
        one.heard = ++heard;
      }
      case FORM_OPENS -> {
        desk.views.open(task(form), caseId);
        forms.merge(form, heard, Math::max);
      }
      case FORM_READS_ON -> {
        desk.views.look(task(form), caseId, desk.views.heard(caseId));
        forms.merge(form, heard, Math::max);
      }
      case FORM_DECIDES -> decide(form);
      case CLOSES -> close();
    }
  }

  private void edit(Said one, long version) {
    String words = "Слова " + one.id + ", " + one.words.size();
    desk.changes.edit(desk.comment(one.id, words), version, true);
    one.words.add(words);
    if (version >= one.version && !one.gone) {
      one.now = words;
      one.version = version;
      one.heard = ++heard;
    }
  }

  private void decide(Integer form) {
    assertThat(desk.views.isBehind(task(form), caseId))
        .as("behind the conversation")
        .isEqualTo(isUnread(forms.getOrDefault(form, decided)));
    desk.views.decided(task(form), caseId);
    Long shown = forms.remove(form);
    decided = Math.max(decided, shown == null ? 0 : shown);
  }

  private void close() {
    String before = caseId;
    assertThat(desk.closeIfRead(before)).isEqualTo(!isUnread(decided));
    if (!isUnread(decided)) {
      begin();
      assertThat(desk.files.of(caseId).continues()).isEqualTo(before);
    }
  }

  private boolean isUnread(long seen) {
    return all.stream().anyMatch(one -> one.heard > seen && !one.gone && !one.suspected);
  }

  private static String task(Integer form) {
    return "form-" + form;
  }

  private void check() {
    assertThat(desk.files.hasUnread(caseId)).as("unread").isEqualTo(isUnread(decided));
    Map<String, CaseMessage> entries = new HashMap<>();
    desk.conversations
        .of(caseId)
        .forEach(caseMessage -> entries.put(caseMessage.externalId(), caseMessage));
    for (Said one : all) {
      CaseMessage caseMessage = entries.get(one.id);
      assertThat(caseMessage.state() == CaseMessage.State.DELETED)
          .as("gone: %s", caseMessage)
          .isEqualTo(one.gone);
      assertThat(caseMessage.text()).isEqualTo(one.now);
      List<String> kept = new ArrayList<>(List.of(caseMessage.text()));
      caseMessage.earlier().forEach(earlier -> kept.add(earlier.text()));
      assertThat(kept).as("every word").containsExactlyInAnyOrderElementsOf(one.words);
    }
  }
}
