package org.communitydesk.sandbox.facebook;

import java.time.Duration;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.Mailbox;

final class Facebook {

  static final Platform PLATFORM = Platform.FACEBOOK;
  static final String PAGE = "1000002";
  static final String PAGE_NAME = "Карта «Мир»";

  /** Somebody else's post, in which users mention the Page. */
  static final String FOREIGN_POST = "7000000001_7000000002";

  static final String COUNTER = "object";

  /** 1 is the default post. */
  static final long FIRST = 2;

  static final Mailbox BOX =
      new Mailbox(
          PLATFORM, "page", PAGE, PAGE, "m_", 2000, String::length, true, false, 2018001, 2018278);

  private Facebook() {}

  static GraphError tooMany() {
    return GraphError.limit(613, PAGE, "pages", Duration.ZERO);
  }

  static String post(long number) {
    return PAGE + "_" + number;
  }

  /** A comment's id begins with the number of its post. */
  static String comment(String postId, long number) {
    return postId.substring(postId.indexOf('_') + 1) + "_" + number;
  }
}
