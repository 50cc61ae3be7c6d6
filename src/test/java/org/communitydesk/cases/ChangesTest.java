package org.communitydesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.communitydesk.cases.CasesRoom.RoomTest;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.Interleaving;
import org.communitydesk.support.Interleaving.Breakpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is heard of one message, in every order and by two workers at once. */
@RoomTest
class ChangesTest {

  private static final Account VK = new Account(Platform.VK, "main");
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private final Arrivals arrivals;
  private final Changes changes;
  private final Conversations conversations;
  private final Attachments attachments;
  private final Journal journal;
  private final JdbcClient jdbc;

  ChangesTest(
      Arrivals arrivals,
      Changes changes,
      Conversations conversations,
      Attachments attachments,
      Journal journal,
      JdbcClient jdbc) {
    this.arrivals = arrivals;
    this.changes = changes;
    this.conversations = conversations;
    this.attachments = attachments;
    this.journal = journal;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void forget() {
    jdbc.sql("truncate case_file, post, removed_early, arrived_early, message_version cascade")
        .update();
  }

  /** Every order of the message (0), its edits (1, 2) and repetitions; the second edit counts. */
  @ParameterizedTest
  @ValueSource(
      strings = {"012", "021", "102", "120", "201", "210", "2100", "22110", "0212", "1201"})
  void theLatestWordsStandWhateverComesLast(String order) {
    order.chars().map(step -> step - '0').forEach(this::hear);

    CaseMessage caseMessage = only();
    assertThat(caseMessage.text()).isEqualTo("words 2");
    assertThat(caseMessage.state()).isEqualTo(CaseMessage.State.EDITED);
    assertThat(caseMessage.earlier())
        .extracting(CaseMessage.Earlier::text)
        .containsExactly("words 0", "words 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0d", "d0", "0d1", "01d", "d10", "1d0", "10d", "d01"})
  void aRemovedMessageStaysRemovedWhateverComesLast(String order) {
    order
        .chars()
        .forEach(
            step -> {
              if (step == 'd') {
                changes.remove(VK, "1", "7", false);
              } else {
                hear(step - '0');
              }
            });

    assertThat(only().state()).isEqualTo(CaseMessage.State.DELETED);
    assertThat(only().removedBy()).isEqualTo(Remover.AUTHOR);
    assertThat(timeline()).contains(TimelineEvent.What.REMOVED);
  }

  @Test
  void anEditThatCameFirstIsInTheMessageThatIsHandedOn() {
    hear(1);
    changes.remove(VK, "1", null, true);

    IntakeResult.Begun begun = (IntakeResult.Begun) arrivals.take(said("1", "words 0"), 0);

    assertThat(begun.message().text()).isEqualTo("words 1");
    assertThat(begun.removed()).isTrue();
    assertThat(only().removedBy()).isEqualTo(Remover.DESK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0u", "u0"})
  void anEditWithoutWordsLeavesTheWordsAndIsSaid(String order) {
    order
        .chars()
        .forEach(
            step -> {
              if (step == 'u') {
                changes.edit(said("1", ""), 3, false);
              } else {
                hear(0);
              }
            });

    assertThat(only().text()).isEqualTo("words 0");
    assertThat(only().earlier()).isEmpty();
    assertThat(timeline()).contains(TimelineEvent.What.EDIT_UNTOLD);
    assertThat(changes.edit(said("1", ""), 4, false)).isEmpty();
  }

  @Test
  void whereThePlatformTellsNoOrderTheLastEditCounts() {
    hear(0);
    changes.edit(said("1", "a"), 1, true);
    changes.edit(said("1", "b"), 1, true);
    changes.edit(said("1", "a"), 1, true);
    arrivals.take(said("1", "words 0"), 0);

    assertThat(only().text()).isEqualTo("a");
  }

  @Test
  void anEditOfAClosedCaseIsKeptThere() {
    hear(0);
    jdbc.sql("update case_file set state = 'CLOSED'").update();
    hear(1);

    assertThat(only().text()).isEqualTo("words 1");
    assertThat(only().earlier()).extracting(CaseMessage.Earlier::text).containsExactly("words 0");
    assertThat(timeline()).endsWith(TimelineEvent.What.EDITED);
  }

  @Test
  void whatAnEditBringsBeforeItsMessageIsFetched() {
    Attachment picture = new Attachment(Attachment.Type.IMAGE, "https://a.example/1", "1.png");
    changes.edit(with(picture), 1, true);
    arrivals.take(with(picture), 0);

    String caseId = jdbc.sql("select case_id::text from case_file").query(String.class).single();
    assertThat(attachments.waiting(caseId)).hasSize(1);
  }

  @Test
  void aRestoredMessageIsNotTakenAwayByAnEarlierRemoval() {
    changes.remove(VK, "1", null, false);
    changes.restore(said("1", "words 0"));
    hear(0);

    assertThat(only().state()).isNotEqualTo(CaseMessage.State.DELETED);
  }

  @Test
  void ourOwnMessageThatIsTakenAwayIsNobodysWithdrawal() {
    hear(0);
    String caseId = jdbc.sql("select case_id::text from case_file").query(String.class).single();
    arrivals.takeOwn(caseId, said("9", "answer"));

    assertThat(changes.remove(VK, "9", null, false)).isEmpty();
    assertThat(changes.remove(VK, "1", "700", false)).contains(caseId);
    assertThat(timeline())
        .endsWith(TimelineEvent.What.REPLY_REMOVED, TimelineEvent.What.REMOVED_OUTSIDE);
  }

  /** One worker has not committed yet when the other begins: whoever is first. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aReceiptAndItsMessageMeetWhoeverCommitsFirst(boolean receiptFirst) {
    hear(0);
    String caseId = jdbc.sql("select case_id::text from case_file").query(String.class).single();
    Runnable message = () -> arrivals.takeOwn(caseId, said("9", "answer"));
    Runnable receipt = () -> arrivals.arrived(VK, "9", true, AT);

    atOnce(receiptFirst ? receipt : message, receiptFirst ? message : receipt);

    Map<String, Object> own =
        jdbc.sql("select delivered_at, read_at from message where external_id = '9'")
            .query()
            .singleRow();
    assertThat(own.get("delivered_at")).isNotNull();
    assertThat(own.get("read_at")).isNotNull();
    assertThat(jdbc.sql("select count(*) from arrived_early").query(Integer.class).single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEditAndItsMessageMeetWhoeverCommitsFirst(boolean editFirst) {
    Runnable message = () -> hear(0);
    Runnable edit = () -> hear(2);

    atOnce(editFirst ? edit : message, editFirst ? message : edit);

    assertThat(only().text()).isEqualTo("words 2");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRemovalAndItsMessageMeetWhoeverCommitsFirst(boolean removalFirst) {
    Runnable message = () -> hear(0);
    Runnable removal = () -> changes.remove(VK, "1", "7", false);

    atOnce(removalFirst ? removal : message, removalFirst ? message : removal);

    assertThat(only().state()).isEqualTo(CaseMessage.State.DELETED);
  }

  /** The second begins when the first has done everything but its commit. */
  private void atOnce(Runnable first, Runnable second) {
    try (Interleaving threads = new Interleaving(jdbc)) {
      Breakpoint commit = threads.beforeCommit("");
      threads.start(first);
      threads.start(second);
      assertThat(commit.isHit()).isTrue();
    }
  }

  private void hear(int version) {
    Message message = said("1", "words " + version);
    if (version == 0) {
      arrivals.take(message, 0);
    } else {
      changes.edit(message, version, true);
    }
  }

  private CaseMessage only() {
    String caseId = jdbc.sql("select case_id::text from case_file").query(String.class).single();
    List<CaseMessage> all =
        conversations.of(caseId).stream().filter(one -> !one.byBrand()).toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<TimelineEvent.What> timeline() {
    String caseId = jdbc.sql("select case_id::text from case_file").query(String.class).single();
    return journal.timeline(caseId).stream().map(TimelineEvent::what).toList();
  }

  private static Message with(Attachment attachment) {
    Message bare = said("1", "words");
    return new Message(
        VK,
        bare.kind(),
        "1",
        bare.author(),
        bare.threadId(),
        null,
        AT,
        bare.text(),
        List.of(attachment));
  }

  private static Message said(String id, String text) {
    return new Message(
        VK, Kind.COMMENT, id, new Author("7", "Анна"), "5", null, AT, text, List.of());
  }
}
