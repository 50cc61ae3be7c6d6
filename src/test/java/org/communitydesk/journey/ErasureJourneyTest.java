package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
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

  private static final String SPAM = "Быстрый заработок zq7marker, пишите в личку: t.me/zq7marker";
  private static final String NAME = "Маркус Zq7marker";
  private static final String PNG =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

  @Autowired JdbcClient jdbc;
  @Autowired Ladder ladder;
  @Autowired PersonalRecords records;

  @BeforeEach
  void anEmptyDesk() {
    Appeal.reset();
  }

  @Test
  void nothingOfAPersonStays() {
    String id = "734509182";
    worked(id);
    Appeal open = Appeal.by("vk", "private", id, NAME, "Zq7marker: и ещё вопрос").toReply();
    Desk.as("anna")
        .put(
            "/api/appeals/" + open.caseId() + "/draft",
            "{\"text\":\"Zq7marker, мы уже\",\"version\":0}");
    Desk.as("anna")
        .putFile(
            "/api/appeals/" + open.caseId() + "/enclosure", "file", "zq7marker.txt", new byte[] {65});
    open.decide("WRONG_SCHEME").classify("CONSTRUCTIVE");
    assertThat(new EveryTable(jdbc).holding("zq7marker")).hasSizeGreaterThan(10);

    HttpResponse<String> answer = Desk.as("admin").delete("/api/people/vk/" + id);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Appeal.idle();
    assertNowhere(id);
    assertThat(ladder.chainIsWhole()).isTrue();
    assertThat(open.tasks()).isEmpty();
    assertThat(Desk.as("maria").get("/api/people/vk/" + id).statusCode()).isEqualTo(404);
    assertThat(Desk.as("maria").get("/api/people/erasures").body())
        .contains("\"by\":\"admin\"", "\"pseudonym\":\"erased-");
    assertThat(Desk.as("admin").delete("/api/people/vk/" + id).statusCode()).isEqualTo(404);
    assertThat(Desk.as("anna").get("/api/appeals/" + open.caseId()).body())
        .contains("\"outcome\":\"WITHDRAWN\"");
    assertThat(Desk.as("anna").get("/api/inbox?limit=100").statusCode()).isEqualTo(200);
  }

  @Test
  void aBanEndsStillAndTakesTheIdAlong() {
    String id = "734509183";
    Appeal first = Appeal.by("vk", "comment", id, NAME, SPAM).confirm("ADVERTISING");
    Appeal second = first.again(SPAM + " 2").confirm("ADVERTISING");
    assertThat(second.ban().isMissingNode()).isFalse();

    assertThat(Desk.as("admin").delete("/api/people/vk/" + id).body()).contains("\"doneAt\":null");
    Appeal.idle();

    assertThat(new EveryTable(jdbc).holding("zq7marker")).isEmpty();
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

    assertThat(Desk.as("maria").get("/api/people?q=zq7MARKER").body()).contains(id, NAME);
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
  private static void worked(String id) {
    Appeal appeal = Appeal.by("vk", "comment", id, NAME, "Zq7marker: карта не работает");
    appeal.send("Снимок zq7marker", PNG);
    Appeal.idle();
    appeal.toReply();
    appeal.submit(
        "anna",
        "prepareReply",
        Map.of("replyDecision", "ASK_CONTACT_CENTER", "contactCenterQuestion", "Что с zq7marker?"));
    appeal.submit("olga", "answerRequest", Map.of("contactCenterAnswer", "У zq7marker всё есть"));
    appeal.reply("Zq7marker, всё работает");
    appeal.write(SPAM);
    appeal.confirm("ADVERTISING").passTime("P30D");
  }

  private void assertNowhere(String id) {
    for (String words : List.of("zq7marker", "Маркус", id)) {
      assertThat(new EveryTable(jdbc).holding(words)).as(words).isEmpty();
    }
  }
}
