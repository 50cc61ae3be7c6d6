package org.communitydesk.journey;

import java.net.http.HttpResponse;
import org.communitydesk.support.Appeal;
import org.communitydesk.support.Desk;

class InstagramJourneyTest extends Journey {

  @Override
  String platform() {
    return "instagram";
  }

  @Override
  String externalId(long id) {
    return "17858" + id;
  }

  /** Comments are texts. */
  @Override
  Appeal withPictures(String text) {
    return Appeal.privately(platform(), text);
  }

  @Override
  HttpResponse<String> deliver(long author, long id, String text) {
    String body =
        """
        {"object":"instagram","entry":[{"id":"1000003","time":1795000000,
         "changes":[{"field":"comments","value":{"id":"17858%d","text":"%s",
          "from":{"id":"%d","username":"anna"},
          "media":{"id":"17900000000000001","media_product_type":"FEED"}}}]}]}
        """
            .formatted(id, text, author);
    return Desk.asNobody().post("/hooks/instagram/main", body, FacebookJourneyTest.signed(body));
  }
}
