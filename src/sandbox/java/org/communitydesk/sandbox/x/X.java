package org.communitydesk.sandbox.x;

import java.util.regex.Pattern;
import org.communitydesk.conversation.Platform;

final class X {

  static final Platform PLATFORM = Platform.X;
  static final String USER = "1000005";
  static final String HANDLE = "mir";
  static final String NAME = "Карта «Мир»";
  static final String TOKEN = "sandbox-token";
  static final String APP_TOKEN = "sandbox-admin-token";
  static final String SECRET = "sandbox-secret";
  static final String COUNTER = "id";

  private static final long FIRST_ID = 2_090_000_000_000_000_000L;
  private static final Pattern MENTION = Pattern.compile("(?i)@" + HANDLE + "\\b");

  private X() {}

  static String id(long number) {
    return String.valueOf(FIRST_ID + number);
  }

  static boolean mentionsUs(String text) {
    return MENTION.matcher(text).find();
  }

  static String handle(String user) {
    return user.equals(USER) ? HANDLE : "u" + user.substring(Math.max(0, user.length() - 14));
  }

  /** The name of the talk of two: the smaller id first. */
  static String conversation(String user) {
    return Long.parseLong(user) < Long.parseLong(USER) ? user + "-" + USER : USER + "-" + user;
  }
}
