package org.communitydesk.sandbox.viber;

import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Secret;

final class Viber {

  static final Platform PLATFORM = Platform.VIBER;
  static final String BOT = "1000008";
  static final Secret TOKEN = Secret.of("sandbox-secret");
  static final String TITLE = "Карта «Мир»";
  static final String CHAT_HOST = "SN-CHAT-05_";

  /** Greater than 2^53: a program that takes it for a floating-point number loses digits. */
  static final long FIRST_TOKEN = 5_900_000_000_000_000_001L;

  static final String TOKEN_COUNTER = "message token";

  private Viber() {}
}
