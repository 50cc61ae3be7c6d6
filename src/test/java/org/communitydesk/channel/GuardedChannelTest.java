package org.communitydesk.channel;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands before every leaf classifies each method that a channel has. */
class GuardedChannelTest {

  private static final String LOCAL = "asks nobody";
  private static final Account ACCOUNT = new Account(Platform.VK, "main");
  private static final Capabilities ALL =
      new Capabilities(Set.of(Capability.values()), Map.of(), Map.of(), null, List.of());
  private static final Capabilities NONE =
      new Capabilities(Set.of(), Map.of(), Map.of(), null, List.of());

  private static final Map<String, String> CALLS =
      Map.ofEntries(
          entry("as", LOCAL),
          entry("account", LOCAL),
          entry("sender", LOCAL),
          entry("largestDelivery", LOCAL),
          entry("receive", LOCAL),
          entry("understand", LOCAL),
          entry("capabilities", LOCAL),
          entry("link", LOCAL),
          entry("endsBanOf", LOCAL),
          entry("limits", LOCAL),
          entry("isAsked", LOCAL),
          entry("keeps", LOCAL),
          entry("reply", "WRITE"),
          entry("moderate", "WRITE"),
          entry("check", "CHECK"),
          entry("readBack", "READ"),
          entry("fetch", "READ"),
          entry("poll", "POLL"),
          entry("people", "READ"),
          entry("bans", "READ"),
          entry("ban", "READ"),
          entry("isStaff", "READ"),
          entry("templates", "READ"));

  static Stream<Method> methods() {
    return abilities()
        .flatMap(ability -> Arrays.stream(ability.getDeclaredMethods()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
  }

  private static Stream<Class<?>> abilities() {
    return new ClassFileImporter()
        .importPackages("org.communitydesk.channel").stream()
            .filter(type -> type.isInterface() && type.isAssignableTo(Channel.class))
            .<Class<?>>map(JavaClass::reflect);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodIsClassified(Method method) throws Exception {
    assertThat(CALLS).as("what is the call for?").containsKey(method.getName());
    assertThat(method.getDeclaringClass()).isAssignableFrom(GuardedChannel.class);
    assertThat(
            GuardedChannel.class
                .getMethod(method.getName(), method.getParameterTypes())
                .getDeclaringClass())
        .as("inherited, so the leaf is never asked")
        .isEqualTo(GuardedChannel.class);
    if (!CALLS.get(method.getName()).equals(LOCAL)) {
      List<String> heard = new ArrayList<>();
      Throwable failure = invoke(method, ALL, heard);
      assertThat(failure).isInstanceOf(CallFailure.LockedOut.class);
      assertThat(heard).containsExactly(CALLS.get(method.getName()));
    }
  }

  @Test
  void nothingIsAskedOfALeafThatIsNotAbleToDoIt() {
    assertThat(methods().map(Method::getName).distinct())
        .containsExactlyInAnyOrderElementsOf(CALLS.keySet());
    methods()
        .filter(
            method ->
                Set.of("reply", "moderate", "bans", "ban", "templates").contains(method.getName()))
        .forEach(
            method -> {
              List<String> heard = new ArrayList<>();
              assertThat(invoke(method, NONE, heard))
                  .as(method.getName())
                  .isInstanceOf(CallFailure.Refused.class)
                  .hasMessageContaining("не даёт этого через API");
              assertThat(heard).isEmpty();
            });
  }

  @Test
  void attachmentsThatAreNoFilesAreNotFetched() {
    Channel channel = new GuardedChannel(leaf(ALL), Optional.empty());
    for (Attachment attachment :
        List.of(
            new Attachment(Attachment.Type.OTHER, "https://example.org/a", null),
            new Attachment(Attachment.Type.IMAGE, "", null))) {
      assertThatThrownBy(() -> channel.fetch(attachment, 10))
          .isInstanceOf(CallFailure.Refused.class);
    }
  }

  @Test
  void onlyTheLeafsOwnAbilitiesAreGivenOut() {
    Channel channel = new GuardedChannel(leaf(ALL, Polled.class), Optional.empty());
    assertThat(channel.as(Polled.class)).containsSame((Polled) channel);
    assertThat(channel.as(BanList.class)).isEmpty();
    assertThatThrownBy(() -> ((BanList) channel).bans(null))
        .isInstanceOf(CallFailure.Refused.class);
  }

  private static Throwable invoke(Method method, Capabilities capabilities, List<String> heard) {
    Channel leaf = leaf(capabilities, abilities().toArray(Class<?>[]::new));
    Channel channel = new GuardedChannel(leaf, Optional.of(new Listener(heard)));
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(GuardedChannelTest::argument)
            .toArray(Object[]::new);
    Throwable thrown = catchThrowable(() -> method.invoke(channel, arguments));
    return thrown instanceof InvocationTargetException wrapped ? wrapped.getCause() : thrown;
  }

  private static Channel leaf(Capabilities capabilities, Class<?>... abilities) {
    Class<?>[] types = abilities.length == 0 ? new Class<?>[] {Channel.class} : abilities;
    return (Channel)
        Proxy.newProxyInstance(
            Channel.class.getClassLoader(),
            types,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "account" -> ACCOUNT;
                  case "capabilities" -> capabilities;
                  case "limits" -> List.of();
                  default -> throw new CallFailure.LockedOut("no key");
                });
  }

  private static Object argument(Class<?> type) {
    if (type == int.class) {
      return 10;
    }
    if (type == Attachment.class) {
      return new Attachment(Attachment.Type.IMAGE, "https://example.org/a.png", null);
    }
    if (type == Act.class) {
      return new Act.Delete("1", "1");
    }
    if (type == Reply.class) {
      return new Reply(
          new UUID(0, 1),
          ACCOUNT,
          Kind.COMMENT,
          "1",
          "1",
          "1",
          "text",
          Kind.COMMENT,
          Instant.EPOCH,
          null,
          null);
    }
    return null;
  }

  private record Listener(List<String> heard) implements CallListener {

    @Override
    public void lockedOut(Account account, Call call, String reason) {
      heard.add(call.name());
    }

    @Override
    public void busy(Account account, String reason, Duration wait) {
      heard.add("busy");
    }

    @Override
    public void limit(Account account, Limit limit) {
      heard.add("limit");
    }
  }
}
