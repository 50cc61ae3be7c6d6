package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.communitydesk.channel.Capabilities;
import org.communitydesk.channel.Capability;
import org.communitydesk.conversation.Platform;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A moderator's picture goes out with the reply, wherever the platform takes one. */
@DeskTest
class EnclosureJourneyTest {

  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  static Stream<Arguments> pictures() {
    return Stream.of(Platform.values())
        .flatMap(
            platform ->
                Stream.of("comment", "private")
                    .filter(kind -> can(platform, kind))
                    .map(kind -> Arguments.of(platform.id(), kind)));
  }

  private static boolean can(Platform platform, String kind) {
    return Capabilities.of(platform)
        .can(
            kind.equals("comment") ? Capability.PICTURE_IN_COMMENT : Capability.PICTURE_IN_PRIVATE);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void aPictureGoesOutWithTheReply(String platform, String kind) throws Exception {
    Appeal appeal = begin(platform, kind).toReply();
    enclose(appeal, "схема.png", PNG);
    appeal.reply("Здравствуйте! Схема во вложении.");

    assertThat(appeal.answers()).contains("Здравствуйте! Схема во вложении.");
    assertThat(appeal.file().path("publications").findValuesAsText("state"))
        .containsExactly("SENT");
    List<JsonNode> sent = enclosed(appeal);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).path("type").asText()).isEqualTo("photo");
    assertThat(bytes(sent.get(0).path("url").asText())).isEqualTo(PNG);
  }

  @Test
  void aPictureThatWasTakenAwayStaysHere() {
    Appeal appeal = begin("facebook", "comment").toReply();
    enclose(appeal, "не-то.png", PNG);
    String enclosure = "/api/appeals/" + appeal.caseId() + "/enclosure";
    assertThat(Desk.as("anna").delete(enclosure).statusCode()).isEqualTo(204);
    appeal.reply("Здравствуйте! Без схемы.");

    assertThat(appeal.answers()).containsExactly("Здравствуйте! Без схемы.");
    assertThat(enclosed(appeal)).isEmpty();
  }

  private static Appeal begin(String platform, String kind) {
    return kind.equals("comment")
        ? Appeal.comment(platform, "@mir как включить оплату?")
        : Appeal.privately(platform, "Как включить оплату?");
  }

  private static void enclose(Appeal appeal, String name, byte[] content) {
    HttpResponse<String> kept =
        Desk.as("anna")
            .putFile("/api/appeals/" + appeal.caseId() + "/enclosure", "file", name, content);
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
    assertThat(kept.body()).contains(name);
  }

  /** What stands in the brand's messages to this user. */
  private static List<JsonNode> enclosed(Appeal appeal) {
    JsonNode messages = appeal.state().path("messages");
    Set<String> own = new HashSet<>();
    for (JsonNode message : messages) {
      if (message.path("authorId").asText().equals(appeal.author())) {
        own.add(message.path("id").asText());
      }
    }
    List<JsonNode> enclosed = new ArrayList<>();
    for (JsonNode message : messages) {
      if (message.path("byBrand").asBoolean()
          && (own.contains(message.path("replyTo").asText())
              || message.path("to").asText().equals(appeal.author()))) {
        message.path("attachments").forEach(enclosed::add);
      }
    }
    return enclosed;
  }

  private static byte[] bytes(String url) throws IOException, InterruptedException {
    URI address = URI.create(Desk.address()).resolve(url);
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(url).isEqualTo(200);
    return answer.body();
  }
}
