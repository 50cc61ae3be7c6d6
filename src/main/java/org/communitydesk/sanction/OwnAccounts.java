package org.communitydesk.sanction;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The brand's own ids on each platform, from the channels' settings. */
@Component
class OwnAccounts {

  private final Map<String, Map<String, Ids>> channels;

  OwnAccounts(Environment settings) {
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

  boolean isOwn(Offender offender) {
    return channels.getOrDefault(offender.account().platform().id(), Map.of()).values().stream()
        .flatMap(ids -> Stream.of(ids.ownId(), ids.pageId(), ids.channelId(), ids.discussionId()))
        .anyMatch(offender.authorId()::equals);
  }

  void refuse(Offender offender) {
    if (isOwn(offender)) {
      throw new IllegalArgumentException(
          offender.authorId()
              + " is the brand's own account on "
              + offender.account().platform().id()
              + ": it cannot break the community's rules");
    }
  }

  record Ids(String ownId, String pageId, String channelId, String discussionId) {}
}
