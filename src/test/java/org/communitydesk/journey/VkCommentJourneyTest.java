package org.communitydesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;
import org.junit.jupiter.api.Test;

class VkCommentJourneyTest extends Journey {

  @Override
  String platform() {
    return "vk";
  }

  @Override
  String externalId(long id) {
    return "-1000001_" + id;
  }

  @Override
  HttpResponse<String> deliver(long author, long id, String text) {
    return Desk.asNobody()
        .post(
            "/hooks/vk/main",
            """
            {"type":"wall_reply_new","object":{"id":%d,"from_id":%d,"date":1795000000,"text":"%s",
             "post_owner_id":-1000001,"post_id":1},"group_id":1000001,"event_id":"event-%d",
             "v":"5.199","secret":"sandbox-secret"}
            """
                .formatted(id, author, text, id));
  }

  @Test
  void aRemovedCommentIsShownAsRemoved() {
    Appeal appeal = Appeal.comment("vk", "Передумал");
    Desk.asNobody().delete("/sandbox/api/vk/messages/" + appeal.firstMessage());
    Appeal.idle();
    assertThat(appeal.file().path("conversation").get(0).path("state").asText())
        .isEqualTo("DELETED");
  }
}
