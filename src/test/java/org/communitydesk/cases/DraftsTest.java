package org.communitydesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.communitydesk.cases.CasesRoom.RoomTest;
import org.communitydesk.cases.Drafts.Draft;
import org.communitydesk.cases.Drafts.Field;
import org.communitydesk.support.Histories;
import org.communitydesk.support.Interleaving;
import org.communitydesk.support.Interleaving.Breakpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft is lost only by the person who deletes it, and even that can be undone. */
@RoomTest
class DraftsTest {

  private static final int HISTORIES = 40;

  private enum Move {
    TYPES,
    WIPES,
    OVERWRITES,
    LOOKS,
    DESK_SUGGESTS,
    DESK_REPLACES
  }

  /**
   * One thing that somebody does.
   *
   * @param who of two writers, each with a page of their own
   */
  private record Step(Move move, int who, int words) {}

  /** A writer's page: what it shows, and the version that it has seen. */
  private static final class Page {
    private String text = "";
    private long version;
  }

  private final CaseDesk desk;
  private final Drafts drafts;

  DraftsTest(CaseDesk desk, Drafts drafts) {
    this.desk = desk;
    this.drafts = drafts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "task-1"})
  void whateverTwoWritersDoNoTextIsLost(String taskId) {
    Histories.play(1, HISTORIES, DraftsTest::draw, steps -> play(steps, taskId));
  }

  private static List<Step> draw(RandomGenerator chance) {
    return IntStream.range(0, 2 + chance.nextInt(14))
        .mapToObj(
            i ->
                new Step(
                    Move.values()[chance.nextInt(Move.values().length)],
                    chance.nextInt(2),
                    chance.nextInt(1_000)))
        .toList();
  }

  private void play(List<Step> steps, String taskId) {
    desk.forget();
    String caseId = desk.say("1", "Где мой кешбэк?");
    Field field = taskId.isEmpty() ? Field.answer(caseId) : new Field(caseId, taskId, "comment");
    List<Page> pages = List.of(new Page(), new Page());
    List<String> written = new ArrayList<>();
    for (Step step : steps) {
      Page page = pages.get(step.who());
      desk.clock.move(Duration.ofSeconds(step.words()));
      String sentence = " Фраза номер " + step.words() + "-" + written.size() + ".";
      switch (step.move()) {
        case TYPES -> type(field, page, page.text + sentence, step.who(), written);
        case WIPES -> type(field, page, "", step.who(), written);
        case OVERWRITES -> type(field, page, sentence.repeat(3), step.who(), written);
        case LOOKS -> look(field, page);
        case DESK_SUGGESTS -> suggest(caseId, taskId, sentence, written);
        case DESK_REPLACES -> replace(field, sentence, written);
      }
      everythingIsThere(field, written);
    }
  }

  private void type(Field field, Page page, String text, int who, List<String> written) {
    Draft before = drafts.of(field);
    Optional<Long> kept = drafts.keep(field, text, page.version, "writer-" + who);
    Draft now = drafts.of(field);
    page.text = text;
    if (before.version() == page.version) {
      assertThat(now).extracting(Draft::text, Draft::writer).containsExactly(text, "writer-" + who);
      assertThat(kept).hasValue(now.version());
      assertThat(now.version()).isEqualTo(before.version() + 1);
      page.version = now.version();
    } else {
      assertThat(kept).isEmpty();
      assertThat(now).as("what another wrote stays").isEqualTo(before);
    }
    written.add(text);
  }

  private void look(Field field, Page page) {
    Draft now = drafts.of(field);
    page.text = now.text();
    page.version = now.version();
  }

  private void suggest(String caseId, String taskId, String text, List<String> written) {
    Draft before = drafts.of(Field.answer(caseId));
    desk.files.suggest(caseId, text);
    Draft now = drafts.of(Field.answer(caseId));
    if (before.text().isEmpty()) {
      assertThat(now).extracting(Draft::text, Draft::writer).containsExactly(text, null);
      if (taskId.isEmpty()) {
        written.add(text);
      }
    } else {
      assertThat(now).isEqualTo(before);
    }
  }

  private void replace(Field field, String text, List<String> written) {
    drafts.replace(field, text, null);
    assertThat(drafts.of(field)).extracting(Draft::text, Draft::writer).containsExactly(text, null);
    written.add(text);
  }

  /** Word by word: what only grew stands in what it grew to. */
  private void everythingIsThere(Field field, List<String> written) {
    List<String> all = new ArrayList<>(List.of(drafts.of(field).text()));
    drafts.earlier(field).forEach(one -> all.add(one.text()));
    assertThat(all).hasSizeLessThanOrEqualTo(21);
    if (all.size() < 21) {
      for (String text : written) {
        assertThat(all).as("somewhere").anyMatch(one -> one.contains(text.strip()));
      }
    }
  }

  @Test
  void twoWhoSaveAtTheSameMomentLoseNothing() {
    desk.forget();
    Field field = Field.answer(desk.say("1", "Где мой кешбэк?"));
    try (Interleaving threads = new Interleaving(desk.jdbc)) {
      Breakpoint commit = threads.beforeCommit("update case_file set draft");
      threads.start(() -> drafts.keep(field, "Первый текст", 0, "anna"));
      threads.start(() -> drafts.keep(field, "Второй текст", 0, "boris"));
      assertThat(commit.isHit()).isTrue();
    }
    assertThat(drafts.of(field).text()).isEqualTo("Первый текст");
    assertThat(drafts.of(field).version()).isEqualTo(1);
    assertThat(drafts.earlier(field))
        .extracting(Drafts.Earlier::text, Drafts.Earlier::writer)
        .containsExactly(tuple("Второй текст", "boris"));
  }
}
