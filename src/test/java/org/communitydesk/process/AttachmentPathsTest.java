package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
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
    Appeal appeal = waiting();
    assertThat(appeal.tasks()).contains("classifyAppeal");
    waitsAt(appeal, PROCESS, "awaitRetry");

    appeal.renewToken().passTime("PT2M");

    becomes(appeal, "KEPT");
    String path = "/api/attachments/" + picture(appeal).path("id").asText();
    HttpResponse<String> whole = Desk.as("anna").get(path);
    assertThat(whole.headers().firstValue("content-length"))
        .hasValue(picture(appeal).path("bytes").asText());
    assertThat(whole.headers().firstValue("content-type")).hasValue("image/png");
    HttpResponse<String> part = Desk.as("anna").get(path, Map.of("Range", "bytes=1-3"));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("PNG");
    Appeal.idle();
    passed(appeal, PROCESS, "retryCame", "fetchAttachments", "isAllFetched", "allFetched");
  }

  @Test
  void whoDoesNotWantToWaitPresses() {
    Appeal appeal = waiting();
    String path = "/api/attachments/" + picture(appeal).path("id").asText() + "/fetch";
    assertThat(Desk.as("cora").post(path, "").statusCode()).isIn(401, 403);

    Desk.asNobody().post("/sandbox/api/telegram/token", "{}");
    Desk.as("admin").post("/api/channels/telegram/main/check", "{}");
    assertThat(Desk.as("anna").post(path, "").statusCode()).isEqualTo(202);

    becomes(appeal, "KEPT");
    Appeal.idle();
    passed(appeal, PROCESS, "retryAsked", "allFetched");
    assertThat(Desk.as("anna").post(path, "").statusCode()).isEqualTo(202);
    assertThat(Desk.as("anna").post("/api/attachments/0/fetch", "").statusCode()).isEqualTo(404);
  }

  private static Appeal waiting() {
    Appeal appeal = Appeal.comment("telegram", "Смотрите").fault("tokenExpired");
    appeal.send("Вот чек", PNG);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !picture(appeal).path("retryAt").asText("").isEmpty());
    assertThat(picture(appeal).path("state").asText()).isEqualTo("WAITING");
    assertThat(picture(appeal).path("reason").asText()).isNotBlank();
    return appeal;
  }

  private static void becomes(Appeal appeal, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> picture(appeal).path("state").asText().equals(state));
  }

  private static JsonNode picture(Appeal appeal) {
    JsonNode conversation = appeal.file().path("conversation");
    return conversation.path(conversation.size() - 1).path("attachments").path(0);
  }
}
