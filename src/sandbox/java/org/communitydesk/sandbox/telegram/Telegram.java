package org.communitydesk.sandbox.telegram;

import org.communitydesk.conversation.Platform;

final class Telegram {

  static final Platform PLATFORM = Platform.TELEGRAM;
  static final long BOT = 1_000_007;
  static final long GROUP = -1_001_000_000_007L;
  static final long CHANNEL = -1_002_000_000_007L;

  /** A person who administers the group. */
  static final long ADMIN = 7_000_007;

  static final String TOKEN = "sandbox-token";
  static final String SECRET = "sandbox-secret";
  static final String TITLE = "Карта «Мир»";

  private Telegram() {}

  static String id(long chat, long message) {
    return chat + "_" + message;
  }
}
