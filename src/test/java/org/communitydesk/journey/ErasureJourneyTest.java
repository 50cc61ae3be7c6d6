package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitydesk.privacy.PersonalRecords;
import org.communitydesk.sanction.Ladder;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.communitydesk.support.EveryTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An erased person is nowhere: neither the id nor anything they or others wrote about them. */
@DeskTest
class ErasureJourneyTest {

  private static final String PNG =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @Autowired JdbcClient jdbc;
  @Autowired Ladder ladder;
  @Autowired PersonalRecords records;

  /** Stands in the name and in every text. */
  private final String mark = "Zq" + Long.toString(System.nanoTime(), 36) + "mark";

  private final String name = "Маркус" + mark;
  private final String spam = "Быстрый заработок " + mark + ", пишите в личку: t.me/" + mark;

  @BeforeEach
  void anEmptyDesk() {
    Appeal.reset();
  }

  @Test
  void nothingOfAPersonStays() {
    String id = "734509182";
    worked(id);
    Appeal open = Appeal.by("vk", "private", id, name, mark + ": и ещё вопрос").toReply();
    Desk.as("anna")
        .put(
            "/api/appeals/" + open.caseId() + "/draft",
            "{\"text\":\"" + mark + ", мы уже\",\"version\":0}");
    Desk.as("anna")
        .putFile(
            "/api/appeals/" + open.caseId() + "/enclosure", "file", mark + ".txt", new byte[] {65});
    assertThat(new EveryTable(jdbc).holding(mark)).hasSizeGreaterThan(10);
    keyOfADeliveryWhoseBodyIsGone("message-" + id + "-1");

    HttpResponse<String> answer = Desk.as("admin").delete("/api/people/vk/" + id);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"pseudonym\":\"erased-").doesNotContain("null");
    Appeal.idle();
    assertNowhere(id);
    assertThat(ladder.chainIsWhole()).isTrue();
    assertThat(open.tasks()).isEmpty();
    assertThat(Desk.as("maria").get("/api/people/vk/" + id).statusCode()).isEqualTo(404);
    assertThat(Desk.as("maria").get("/api/people/erasures").body()).contains("\"by\":\"admin\"");
    assertThat(Desk.as("admin").delete("/api/people/vk/" + id).statusCode()).isEqualTo(404);
    assertThat(open.file().path("outcome").asText()).isEqualTo("WITHDRAWN");
    assertThat(Desk.as("anna").get("/api/inbox?limit=100").statusCode()).isEqualTo(200);
  }

  private void keyOfADeliveryWhoseBodyIsGone(String key) {
    jdbc.sql(
            """
            insert into inbox (platform, account, event_key, headers, body, state, lane, received_at)
            values ('vk', 'main', ?, '', '', 'IGNORED', 'erased', '2026-01-01')
            """)
        .param(key)
        .update();
  }

  @Test
  void aBanEndsStillAndTakesTheIdAlong() {
    String id = "734509183";
    Appeal first = Appeal.by("vk", "comment", id, name, spam).confirm("ADVERTISING");
    Appeal second = first.again(spam + " 2").confirm("ADVERTISING");
    assertThat(second.ban().isMissingNode()).isFalse();

    assertThat(Desk.as("admin").delete("/api/people/vk/" + id).body()).contains("\"doneAt\":null");
    Appeal.idle();

    assertThat(new EveryTable(jdbc).holding(mark)).isEmpty();
    assertThat(new EveryTable(jdbc).holding(id))
        .allMatch(row -> row.startsWith("desk.offender:") || row.startsWith("desk.erasure:"))
        .isNotEmpty();
    second.passTime("P8D");
    assertThat(second.ban().isMissingNode()).isTrue();
    records.sweep();
    assertNowhere(id);
    assertThat(ladder.chainIsWhole()).isTrue();
  }

  @Test
  void everythingIsHandedOverAndOnlyAnAdministratorErases() {
    String id = "734509184";
    worked(id);

    assertThat(Desk.as("maria").get("/api/people?q=" + mark.toUpperCase(Locale.ROOT)).body())
        .contains(id, name);
    assertThat(Desk.as("maria").get("/api/people/vk/" + id + "/holdings").body())
        .contains("\"messages\":", "\"files\":1");
    HttpResponse<String> zip = Desk.as("maria").get("/api/people/vk/" + id + "/export");
    assertThat(zip.statusCode()).isEqualTo(200);
    assertThat(zip.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(zip.body()).contains("person.json", "files/attachment-");
    for (String other : List.of("anna", "olga", "ivan", "pavel", "elena")) {
      assertThat(Desk.as(other).get("/api/people/vk/" + id + "/export").statusCode())
          .as(other)
          .isEqualTo(403);
    }
    for (String other : List.of("anna", "maria", "pavel", "elena")) {
      assertThat(Desk.as(other).delete("/api/people/vk/" + id).statusCode())
          .as(other)
          .isEqualTo(403);
    }
  }

  /** A case with everything in it, closed, and a warning. */
  private void worked(String id) {
    Appeal appeal = Appeal.by("vk", "comment", id, name, mark + ": карта не работает");
    appeal.send("Снимок " + mark, PNG);
    Appeal.idle();
    appeal.toReply();
    appeal.submit(
        "anna",
        "prepareReply",
        Map.of(
            "replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Что с " + mark + "?"));
    appeal.submit(
        "olga", "answerRequest", Map.of("contactCenterAnswer", "У " + mark + " всё есть"));
    appeal.reply(mark + ", всё работает");
    appeal.write(spam);
    appeal.confirm("ADVERTISING").passTime("P30D");
  }

  private void assertNowhere(String id) {
    for (String words : List.of(mark, id)) {
      assertThat(new EveryTable(jdbc).holding(words)).as(words).isEmpty();
    }
  }
}
