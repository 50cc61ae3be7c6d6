package org.communitydesk.advocate;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.communitydesk.conversation.Platform;

/** The address of a published post: https, and on the platform's own host where it has one. */
final class PostAddress {

  private static final int LONGEST = 2_000;

  /** Posts of Viber and WhatsApp have no address of their own. */
  private static final Map<Platform, List<String>> HOSTS =
      Map.of(
          Platform.FACEBOOK, List.of("facebook.com", "fb.com", "fb.watch"),
          Platform.VK, List.of("vk.com", "vk.ru"),
          Platform.OK, List.of("ok.ru", "odnoklassniki.ru"),
          Platform.INSTAGRAM, List.of("instagram.com"),
          Platform.X, List.of("x.com", "twitter.com"),
          Platform.TELEGRAM, List.of("t.me", "telegram.me"));

  private PostAddress() {}

  /**
   * @throws AdvocateRefused when the address is none, or leads elsewhere
   */
  static void require(String url, Platform platform) {
    List<String> hosts = HOSTS.getOrDefault(platform, List.of());
    String host = host(url);
    if (!hosts.isEmpty() && hosts.stream().noneMatch(own -> isBelow(host, own))) {
      throw refused(
          "ссылка ведёт не на площадку %s: ожидается %s."
              .formatted(platform.title(), String.join(" или ", hosts)));
    }
  }

  private static String host(String url) {
    URI address;
    try {
      address = new URI(url == null ? "" : url);
    } catch (URISyntaxException noAddress) {
      throw refused("это не ссылка.");
    }
    boolean plain =
        "https".equalsIgnoreCase(address.getScheme())
            && address.getHost() != null
            && address.getUserInfo() == null
            && (address.getPort() == -1 || address.getPort() == 443)
            && url.length() <= LONGEST;
    if (!plain) {
      throw refused("нужна ссылка на пост, которая начинается с https://.");
    }
    return address.getHost().toLowerCase(Locale.ROOT);
  }

  private static boolean isBelow(String host, String own) {
    return host.equals(own) || host.endsWith("." + own);
  }

  private static AdvocateRefused refused(String reason) {
    return new AdvocateRefused("advocatePostUrl", reason);
  }
}
