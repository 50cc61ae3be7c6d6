package org.communitydesk.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.wire.Secret;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings and replies for tests. */
public final class Examples {

  private Examples() {}

  /** What Spring binds of these settings, for example {@code "own-id", "1", "polling", "true"}. */
  public static ChannelSettings settings(Object... namesAndValues) {
    Map<String, Object> set = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        set.put("a." + namesAndValues[i], namesAndValues[i + 1].toString());
      }
    }
    return new Binder(new MapConfigurationPropertySource(set))
        .bindOrCreate("a", ChannelSettings.class);
  }

  /** The same settings with a token that may change. */
  public static ChannelSettings live(ChannelSettings set, Secret token) {
    return set.withKeys(token, set.adminToken());
  }

  /** A plain answer, where the message stands that it answers, to the person {@code 501}. */
  public static Reply reply(
      UUID id, Account account, Kind kind, String threadId, String replyTo, String text) {
    return new Reply(id, account, kind, threadId, replyTo, "501", text, kind, null, null, null);
  }
}
