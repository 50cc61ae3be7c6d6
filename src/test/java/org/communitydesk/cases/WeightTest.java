package org.communitydesk.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.communitydesk.cases.CasesRoom.RoomTest;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Author;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.database.StoredBytes;
import org.communitydesk.support.CountedSockets;
import org.communitydesk.support.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case with large files costs those who do not open them nothing. */
@RoomTest
class WeightTest {

  private static final int LARGE = Attachments.MAX_BYTES;
  private static final Account VK = new Account(Platform.VK, "main");

  private final Arrivals arrivals;
  private final Changes changes;
  private final Conversations conversations;
  private final Attachments attachments;
  private final JdbcClient jdbc;
  private final JdbcClient counted;

  WeightTest(
      Arrivals arrivals,
      Changes changes,
      Conversations conversations,
      Attachments attachments,
      JdbcClient jdbc,
      Room.Database database) {
    this.arrivals = arrivals;
    this.changes = changes;
    this.conversations = conversations;
    this.attachments = attachments;
    this.jdbc = jdbc;
    this.counted =
        JdbcClient.create(
            database.connections(Map.of("socketFactory", CountedSockets.class.getName())));
  }

  @BeforeEach
  void forget() {
    jdbc.sql("truncate case_file, post, removed_early, arrived_early, message_version cascade")
        .update();
    store("extended");
  }

  @Test
  void aConversationIsReadWithoutItsFiles() {
    String caseId = take(12);
    fill(caseId, LARGE);

    long before = CountedSockets.read();
    List<KeptAttachment> attachments = new Conversations(counted).of(caseId).get(0).attachments();

    assertThat(CountedSockets.read() - before).isLessThan(64 * 1024);
    assertThat(attachments).hasSize(12).allMatch(one -> one.bytes() == LARGE);
  }

  @Test
  void aFileIsReadAsFarAsItIsWanted() throws IOException {
    String caseId = take(1);
    store("external");
    fill(caseId, LARGE);
    long id = conversations.of(caseId).get(0).attachments().get(0).id();
    jdbc.sql(
            "update attachment set content = overlay(content placing '\\x01020304' from 15000000) where id = ?")
        .param(id)
        .update();
    StoredBytes file = new StoredBytes(counted, "attachment", "id", id, LARGE);

    long before = CountedSockets.read();
    try (InputStream in = file.get()) {
      assertThat(in.skip(14_999_999)).isEqualTo(14_999_999);
      assertThat(in.readNBytes(4)).containsExactly(1, 2, 3, 4);
      assertThat(CountedSockets.read() - before).isLessThan(1024 * 1024);
      assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(LARGE - 15_000_003);
    }
    jdbc.sql("delete from attachment").update();
    assertThatThrownBy(() -> file.get().read()).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsTooManyIsCountedAndSaid() {
    String caseId = take(25);
    changes.edit(message("1", 27), 1, true);

    List<KeptAttachment> all = conversations.of(caseId).get(0).attachments();
    assertThat(all).hasSize(21);
    assertThat(all.get(20).state()).isEqualTo(KeptAttachment.State.LEFT_OUT);
    assertThat(all.get(20).reason())
        .isEqualTo(
            "Не сохранено вложений: 7 — у одного сообщения храним не больше 20. Посмотрите их на платформе.");
    for (int i = 2; i <= 11; i++) {
      arrivals.take(message("" + i, 20), 0);
    }
    assertThat(conversations.entry(caseId, "10").attachments()).hasSize(20);
    assertThat(conversations.entry(caseId, "11").attachments())
        .extracting(KeptAttachment::reason)
        .containsExactly(
            "Не сохранено вложений: 20 — в одном обращении храним не больше 200. Посмотрите их на платформе.");
  }

  @Test
  void whatWeighsTooMuchIsLeftOutAndSaid() {
    String caseId = take(7);
    List<Long> ids =
        conversations.of(caseId).get(0).attachments().stream().map(KeptAttachment::id).toList();
    fill(caseId, LARGE);
    jdbc.sql("update attachment set state = 'WAITING', content = null where id in (:rest)")
        .param("rest", ids.subList(5, 7))
        .update();
    attachments.keep(ids.get(5), new byte[1_500_000]);
    assertThat(attachments.isWanted(ids.get(6))).isFalse();

    List<KeptAttachment> all = conversations.of(caseId).get(0).attachments();
    assertThat(all.subList(0, 5)).allMatch(one -> one.state() == KeptAttachment.State.KEPT);
    assertThat(all.subList(5, 7))
        .extracting(KeptAttachment::reason)
        .containsExactly(
            "Файл не сохранён (1,4 МБ): вложения одного сообщения храним, пока их не больше 100 МБ. Посмотрите его на платформе.",
            "Файл не сохранён: вложения одного сообщения храним, пока их не больше 100 МБ. Посмотрите его на платформе.");
    assertThat(attachments.waiting(caseId)).isEmpty();
  }

  private String take(int files) {
    return ((IntakeResult.Begun) arrivals.take(message("1", files), 0)).file().caseId();
  }

  private static Message message(String id, int files) {
    List<Attachment> attachments =
        IntStream.range(0, files)
            .mapToObj(i -> new Attachment(Attachment.Type.IMAGE, "https://vk.example/" + i, ""))
            .toList();
    return new Message(
        VK,
        Kind.COMMENT,
        id,
        new Author("7", "Ольга"),
        "wall_1",
        null,
        Instant.parse("2026-11-22T10:00:00Z"),
        "Вот чеки",
        attachments);
  }

  /** What is all zeros is written in a moment when PostgreSQL may compress it. */
  private void store(String how) {
    jdbc.sql("alter table attachment alter content set storage " + how).update();
  }

  @AfterEach
  void asShipped() {
    store("external");
  }

  private void fill(String caseId, int bytes) {
    jdbc.sql(
            """
            update attachment set state = 'KEPT', content_type = 'image/png', content = :content
            where message_id in (select id from message where case_id = :case)
            """)
        .param("content", new byte[bytes])
        .param("case", Long.valueOf(caseId))
        .update();
  }
}
