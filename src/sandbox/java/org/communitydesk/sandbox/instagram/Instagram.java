package org.communitydesk.sandbox.instagram;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.Mailbox;

final class Instagram {

  static final Platform PLATFORM = Platform.INSTAGRAM;
  static final String ACCOUNT = "1000003";
  static final String PAGE = "1000002";
  static final String USERNAME = "mir";

  static final String COUNTER = "object";
  static final long FIRST = 17_900_000_000_000_002L;
  static final long DEFAULT_POST = 17_900_000_000_000_001L;

  /** Somebody else's media, in which users mention the account. */
  static final String FOREIGN_MEDIA = "17999999999999999";

  static final Mailbox BOX =
      new Mailbox(
          PLATFORM,
          "instagram",
          PAGE,
          ACCOUNT,
          "aWdf",
          1000,
          text -> text.getBytes(StandardCharsets.UTF_8).length,
          false,
          true,
          2534014,
          2534022);

  private Instagram() {}

  static GraphError tooMany() {
    return GraphError.limit(613, ACCOUNT, "instagram", Duration.ZERO);
  }
}
