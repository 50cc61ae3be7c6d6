package org.communitydesk.journey;

import java.net.http.HttpResponse;
import java.util.Map;
import org.communitydesk.support.Desk;

class TelegramCommentJourneyTest extends Journey {

  @Override
  String platform() {
    return "telegram";
  }

  @Override
  String externalId(long id) {
    return "-1001000000007_" + id;
  }

  @Override
  HttpResponse<String> deliver(long author, long id, String text) {
    return Desk.asNobody()
        .post(
            "/hooks/telegram/main",
            """
            {"update_id":%d,"message":{"message_id":%d,"message_thread_id":1,"date":1795000000,
             "chat":{"id":-1001000000007,"type":"supergroup","title":"Обсуждение"},
             "from":{"id":%d,"is_bot":false,"first_name":"Анна"},"text":"%s"}}
            """
                .formatted(id, id, author, text),
            Map.of("X-Telegram-Bot-Api-Secret-Token", "sandbox-secret"));
  }
}
