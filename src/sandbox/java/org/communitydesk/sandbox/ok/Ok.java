package org.communitydesk.sandbox.ok;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.communitydesk.conversation.Platform;

final class Ok {

  static final Platform PLATFORM = Platform.OK;
  static final String GROUP = "1000006";
  static final String GROUP_REF = "group:" + GROUP;
  static final String GROUP_NAME = "Карта «Мир»";
  static final String HOOK_KEY = "sandbox-secret";
  static final String GRAPH_TOKEN = "sandbox-token";
  static final String REST_TOKEN = "sandbox-admin-token";
  static final String APPLICATION_KEY = "SANDBOXKEY";
  static final String APPLICATION_SECRET = "sandbox-application-secret";
  static final String TOPIC = "GROUP_TOPIC";

  private static final long FIRST_TOPIC = 156_900_000_000_000L;
  private static final long FIRST_CHAT = 0x3ecb000000000L;
  private static final long FIRST_MESSAGE = 0x15cea0000000000L;

  private Ok() {}

  static String topic(long number) {
    return String.valueOf(FIRST_TOPIC + number);
  }

  /** An opaque text, as OK's are. */
  static String comment(String topic, long number) {
    byte[] inside = (topic + ":" + GROUP + ":" + number).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(inside);
  }

  /** The chat of the group with one user, without {@code chat:}. */
  static String chat(String user) {
    return "C" + Long.toHexString(FIRST_CHAT + Long.parseLong(user));
  }

  /** A message's id without {@code mid:}. */
  static String message(String chat, long number) {
    return chat + "." + Long.toHexString(FIRST_MESSAGE + number);
  }
}
