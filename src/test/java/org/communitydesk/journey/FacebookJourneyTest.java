package org.communitydesk.journey;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.Secret;
import org.communitydesk.support.Desk;

class FacebookJourneyTest extends Journey {

  @Override
  String platform() {
    return "facebook";
  }

  @Override
  String externalId(long id) {
    return "1_" + id;
  }

  @Override
  HttpResponse<String> deliver(long author, long id, String text) {
    String body =
        """
        {"object":"page","entry":[{"id":"1000002","time":1795000000,"changes":[{"field":"feed",
         "value":{"item":"comment","verb":"add","comment_id":"1_%d","post_id":"1000002_1",
          "parent_id":"1000002_1","from":{"id":"%d","name":"Анна"},"created_time":1795000000,
          "message":"%s"}}]}]}
        """
            .formatted(id, author, text);
    return Desk.asNobody().post("/hooks/facebook/main", body, signed(body));
  }

  static Map<String, String> signed(String body) {
    String hex = Hmac.hex(Secret.of("sandbox-secret"), body.getBytes(StandardCharsets.UTF_8));
    return Map.of("X-Hub-Signature-256", "sha256=" + hex);
  }
}
