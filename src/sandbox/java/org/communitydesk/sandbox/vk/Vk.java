package org.communitydesk.sandbox.vk;

import org.communitydesk.conversation.Platform;

final class Vk {

  static final Platform PLATFORM = Platform.VK;
  static final long GROUP = 1_000_001;
  static final long OWNER = -GROUP;
  static final long ADMIN = 7_000_001;
  static final String VERSION = "5.199";
  static final String SECRET = "sandbox-secret";
  static final String GROUP_TOKEN = "sandbox-token";
  static final String USER_TOKEN = "sandbox-admin-token";
  static final String GROUP_NAME = "Карта «Мир»";

  private Vk() {}

  static String onWall(long number) {
    return OWNER + "_" + number;
  }

  static String inDialog(long peer, long number) {
    return peer + "_" + number;
  }
}
