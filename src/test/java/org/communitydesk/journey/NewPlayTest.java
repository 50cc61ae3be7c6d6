package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RuntimeService;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.communitydesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new play in the whole desk. */
@DeskTest
class NewPlayTest {

  @Autowired RuntimeService runtime;

  @Test
  void endsEveryCaseForgetsItsKeysAndGoesOn() {
    Appeal.comment("vk", "Где карта?").toReply();
    // Remembered by the node for seconds, were it not told.
    Desk.as("admin").put("/api/channels/vk/main/token", "{\"token\":\"not-ours\"}");

    assertThat(Desk.asNobody().post("/sandbox/api/reset", "").statusCode()).isEqualTo(200);

    assertThat(Desk.as("maria").get("/api/appeals").body()).isEqualTo("[]");
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    Appeal next = Appeal.comment("vk", "А теперь где?").toReply();
    next.reply("Здравствуйте! Уже едет.");
    assertThat(next.answers()).containsExactly("Здравствуйте! Уже едет.");
  }
}
