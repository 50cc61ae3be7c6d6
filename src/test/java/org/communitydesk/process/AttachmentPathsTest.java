package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;

/** Files that the platform does not give at once. */
class AttachmentPathsTest extends PathTest {

  private static final String PROCESS = "fetch-attachments";
  private static final String PNG =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @Test
  void aDeadKeyLosesNoPictureAndHoldsUpNoCase() {
    Appeal appeal = Appeal.comment("telegram", "Смотрите").fault("tokenExpired");
    appeal.send("Вот чек", PNG);
    Appeal.idle();

    assertThat(picture(appeal).path("state").asText()).isEqualTo("WAITING");
    assertThat(picture(appeal).path("reason").asText()).isNotBlank();
    assertThat(picture(appeal).path("retryAt").asText()).isNotBlank();
    assertThat(appeal.tasks()).contains("classifyAppeal");
    waitsAt(appeal, PROCESS, "awaitRetry");

    appeal.passTime("PT2M").passTime("PT2M").passTime("P1D");
    assertThat(picture(appeal).path("state").asText()).isEqualTo("WAITING");

    appeal.renewToken().passTime("PT1H");
    assertThat(picture(appeal).path("state").asText()).isEqualTo("KEPT");
    passed(appeal, PROCESS, "retryCame", "fetchAttachments", "isAllFetched", "allFetched");
  }

  @Test
  void whoDoesNotWantToWaitPresses() {
    Appeal appeal = Appeal.comment("telegram", "Смотрите").fault("tokenExpired");
    appeal.send("Вот чек", PNG);
    Appeal.idle();
    String path = "/api/attachments/" + picture(appeal).path("id").asText() + "/fetch";

    assertThat(Desk.as("anna").post(path, "").statusCode()).isEqualTo(202);
    Appeal.idle();
    assertThat(picture(appeal).path("state").asText()).isEqualTo("WAITING");

    appeal.renewToken();
    assertThat(Desk.as("anna").post(path, "").statusCode()).isEqualTo(202);
    Appeal.idle();
    assertThat(picture(appeal).path("state").asText()).isEqualTo("KEPT");
    passed(appeal, PROCESS, "retryAsked", "allFetched");
    assertThat(Desk.as("anna").post(path, "").statusCode()).isEqualTo(202);
    assertThat(Desk.as("anna").post("/api/attachments/0/fetch", "").statusCode()).isEqualTo(404);
  }

  @Test
  void afterSevenDaysTheFileIsLostAndItIsSaidWhy() {
    Appeal appeal = Appeal.comment("telegram", "Смотрите").fault("tokenExpired");
    appeal.send("Вот чек", PNG);
    Appeal.idle();

    appeal.passTime("P7DT1H");

    assertThat(picture(appeal).path("state").asText()).isEqualTo("LOST");
    assertThat(picture(appeal).path("reason").asText()).contains("семь дней");
    appeal.renewToken();
  }

  private static JsonNode picture(Appeal appeal) {
    JsonNode conversation = appeal.file().path("conversation");
    return conversation.get(conversation.size() - 1).path("attachments").path(0);
  }
}
