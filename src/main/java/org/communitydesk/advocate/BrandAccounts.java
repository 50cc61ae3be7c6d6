package org.communitydesk.advocate;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.communitydesk.conversation.Platform;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The brand's own accounts, from the channels' settings: none of them is an advocate. */
@Component
class BrandAccounts {

  private final Map<String, Map<String, Ids>> channels;

  BrandAccounts(Environment settings) {
    ResolvableType accounts =
        ResolvableType.forClassWithGenerics(Map.class, String.class, Ids.class);
    ResolvableType all =
        ResolvableType.forClassWithGenerics(
            Map.class, ResolvableType.forClass(String.class), accounts);
    this.channels =
        Binder.get(settings)
            .bind("desk.channel", Bindable.<Map<String, Map<String, Ids>>>of(all))
            .orElse(Map.of());
  }

  boolean own(Platform platform, String accountId) {
    return channels.getOrDefault(platform.id(), Map.of()).values().stream()
        .flatMap(Ids::all)
        .filter(Objects::nonNull)
        .anyMatch(id -> plain(id).equals(plain(accountId)));
  }

  /**
   * VK and Telegram write a community's id with a minus and VK a person's with {@code id} before
   * it, people write names with an at sign.
   */
  static String plain(String id) {
    return id.replaceFirst("^(?:[-@]|id(?=\\d+$))", "").toLowerCase(Locale.ROOT);
  }

  record Ids(String ownId, String pageId, String channelId, String discussionId, String handle) {

    private Stream<String> all() {
      return Stream.of(ownId, pageId, channelId, discussionId, handle);
    }
  }
}
