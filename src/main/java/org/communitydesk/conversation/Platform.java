package org.communitydesk.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A social network or messenger; its {@link #id()} stands in addresses, settings and tables. */
public enum Platform {
  FACEBOOK("Facebook"),
  VK("ВКонтакте"),
  OK("Одноклассники"),
  INSTAGRAM("Instagram"),
  X("X"),
  VIBER("Viber"),
  WHATSAPP("WhatsApp"),
  TELEGRAM("Telegram");

  private final String title;

  Platform(String title) {
    this.title = title;
  }

  /** The name as users read it, in Russian where the platform has a Russian name. */
  public String title() {
    return title;
  }

  /** Lower-case ASCII name, for example {@code vk}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The platform with that {@link #id()}; empty when there is none. */
  public static Optional<Platform> of(String id) {
    return Arrays.stream(values()).filter(p -> p.id().equals(id)).findFirst();
  }
}
