package org.communitydesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.communitydesk.support.Appeal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelOutagePathsTest extends PathTest {

  private static final String TEXT = "Здравствуйте! Всё работает.";

  private final Appeal appeal = Appeal.comment("telegram", "Когда придёт кешбэк?").toReply();

  @AfterEach
  void healThePlatform() {
    appeal.renewToken();
  }

  @Test
  void aDeadKeyIsOneIncidentAndAllGoesOnWhenItWorks() {
    Appeal other = Appeal.comment("telegram", "А мне?").toReply();
    appeal.fault("tokenExpired").reply(TEXT);
    other.reply(TEXT);

    assertThat(incidents())
        .singleElement()
        .extracting(Incident::getIncidentMessage)
        .asString()
        .contains("Telegram (main) не принимает ключ", "/channels");
    JsonNode channel = appeal.channel();
    assertThat(channel.path("state").asText()).isEqualTo("RED");
    assertThat(channel.path("reason").asText()).isEqualTo("Telegram не узнаёт ключ бота");
    assertThat(channel.path("held").asInt()).isEqualTo(2);
    assertThat(writes()).as("the second reply was held without a call").isEqualTo(1);

    appeal.renewToken();

    assertThat(incidents()).isEmpty();
    assertThat(appeal.answers()).containsExactly(TEXT);
    assertThat(other.answers()).containsExactly(TEXT);
    assertThat(appeal.channel().path("state").asText()).isEqualTo("GREEN");
    assertThat(passedNodes())
        .contains("channelLockedOut", "channelRestored", "releasePublications", "channelWorks");
  }

  @Test
  void aDeadKeyIsNoticedWhenAPictureIsFetched() {
    appeal.fault("tokenExpired").send("Снимок", PNG);
    Appeal.idle();
    assertThat(appeal.channel().path("state").asText()).isEqualTo("RED");
    assertThat(incidents()).hasSize(1);
  }

  private static final String PNG =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private List<Incident> incidents() {
    return engine.getRuntimeService().createIncidentQuery().configuration("telegram/main").list();
  }

  private long writes() {
    return StreamSupport.stream(appeal.state().path("calls").spliterator(), false)
        .filter(
            call ->
                call.path("method").asText().equals("sendMessage")
                    || call.path("path").asText().endsWith("sendMessage"))
        .filter(call -> call.path("status").asInt() == 401)
        .count();
  }

  private List<String> passedNodes() {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .finished()
        .list()
        .stream()
        .filter(node -> node.getProcessDefinitionKey().equals("channel-outage"))
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
