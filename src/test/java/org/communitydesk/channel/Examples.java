package org.communitydesk.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.Secret;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

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

  /** The settings of the sandbox's account on that platform, some of them replaced. */
  public static ChannelSettings sandbox(Platform platform, Map<String, ?> replaced) {
    String prefix = "desk.channel." + platform.id() + ".main";
    // Where a desk has run before in the same program, its port would be there.
    Map<String, Object> first = new LinkedHashMap<>(Map.of("server.port", "8080"));
    replaced.forEach((name, value) -> first.put(prefix + "." + name, value.toString()));
    StandardEnvironment environment = new StandardEnvironment();
    try {
      new YamlPropertySourceLoader()
          .load("sandbox", new ClassPathResource("application-sandbox.yml"))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    environment.getPropertySources().addFirst(new MapPropertySource("replaced", first));
    return Binder.get(environment).bindOrCreate(prefix, ChannelSettings.class);
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

  /** The same reply with a file. */
  public static Reply with(Reply reply, OutgoingAttachment outgoingAttachment) {
    return new Reply(
        reply.publicationId(),
        reply.account(),
        reply.kind(),
        reply.threadId(),
        reply.replyTo(),
        reply.recipientId(),
        reply.text(),
        reply.answers(),
        reply.heardAt(),
        outgoingAttachment,
        reply.template());
  }

  /** The same reply as a private answer to a comment of that person. */
  public static Reply inPrivate(Reply reply, String personId) {
    return new Reply(
        reply.publicationId(),
        reply.account(),
        Kind.PRIVATE,
        reply.threadId(),
        reply.replyTo(),
        personId,
        reply.text(),
        Kind.COMMENT,
        reply.heardAt(),
        reply.enclosure(),
        reply.template());
  }
}
