package org.communitydesk.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitydesk.conversation.Account;
import org.communitydesk.conversation.Attachment;
import org.communitydesk.conversation.InboundEvent;
import org.communitydesk.conversation.Kind;
import org.communitydesk.conversation.Message;
import org.communitydesk.conversation.Platform;
import org.communitydesk.http.CallFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every platform's channel does, whatever its wire format; a leaf's test supplies examples.
 * What a platform lacks by its {@link Capabilities} is not asked for, except that it is refused.
 */
public abstract class ChannelContract {

  public static final String SECRET = "test-secret";
  public static final String TOKEN = "1000007:token-that-must-not-show";
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  public static final UUID PUBLICATION = UUID.fromString("7b0a3c1e-52d1-4c43-9a5e-0f8f3f1f6a77");
  public static final ObjectMapper JSON = new ObjectMapper();

  public final FakePlatform platform = new FakePlatform();

  public abstract ChannelFactory maker();

  public abstract ChannelSettings settings(URI base);

  /** A delivery of the body as the platform sends it; a null secret is left out. */
  public abstract Delivery delivery(byte[] body, String secret);

  public abstract void platformAccepts();

  public abstract void platformIsBusy(int seconds);

  /** A wait that the platform can ask for: some count in minutes. */
  public Duration patience() {
    return Duration.ofSeconds(17);
  }

  public abstract void platformRefusesToken();

  public abstract void platformMissesTarget();

  /** An answer to a comment; null where the platform has none. */
  public Reply commentReply() {
    return null;
  }

  /** An answer to a private message. */
  public abstract Reply privateReply();

  /** The example of a message of our own; null where the platform never returns one. */
  public String echo() {
    return "own_" + usual();
  }

  /** The example of a user's picture. */
  public String photo() {
    return usual() + "_photo";
  }

  public Channel channel() {
    return guarded(maker().make("main", settings(platform.base())));
  }

  /** As the desk hands it out. */
  public static Channel guarded(Channel leaf) {
    return new GuardedChannel(leaf, Optional.empty());
  }

  public Account account() {
    return new Account(maker().platform(), "main");
  }

  @AfterEach
  void stopPlatform() {
    platform.close();
  }

  private boolean can(Capability capability) {
    return channel().capabilities().can(capability);
  }

  /** The example of a user's message where the brand mostly meets people. */
  public String usual() {
    return can(Capability.HEAR_COMMENTS) ? "comment" : "private";
  }

  /** Whether the hook tells of edits; where they are found by reading, the leaf's test asks. */
  public boolean tellsEdits() {
    return can(Capability.HEAR_EDITS);
  }

  private Reply usualReply() {
    return can(Capability.REPLY_COMMENT) ? commentReply() : privateReply();
  }

  public byte[] example(String name) {
    String path = "/channel/" + maker().platform().id() + "/" + name + ".json";
    try (InputStream in = ChannelContract.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Reception receive(String example) {
    return channel().receive(delivery(example(example), SECRET));
  }

  public InboundEvent hear(String example) {
    Reception.Accepted accepted = (Reception.Accepted) receive(example);
    return channel().understand(accepted.events().get(0).body());
  }

  @Test
  void acceptsAGenuineDelivery() {
    assertThat(receive(usual())).isInstanceOf(Reception.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "wrong", "test-secre", "test-secrett", "TEST-SECRET", "тест"})
  void refusesAnotherSecret(String secret) {
    assertThat(channel().receive(delivery(example(usual()), secret)))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void refusesAMissingSecret() {
    assertThat(channel().receive(delivery(example(usual()), null)))
        .isInstanceOf(Reception.Denied.class);
  }

  @Test
  void turnsAStrangerAwayWithoutBuildingAnythingOfTheBody() {
    byte[] body =
        ("{\"a\":[" + "{},".repeat(300_000) + "{}],\"secret\": \"test-secret\"}")
            .getBytes(StandardCharsets.UTF_8);
    Channel channel = channel();
    Delivery forged = delivery(body, "guess");
    channel.receive(delivery("{}".getBytes(StandardCharsets.UTF_8), "guess"));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    Sender sender = channel.sender(forged);
    Reception reception = channel.receive(forged);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(sender).isEqualTo(Sender.STRANGER);
    assertThat(reception).isInstanceOf(Reception.Denied.class);
    assertThat(allocated).isLessThan(2L * body.length);
  }

  @Test
  void knowsThePlatformBeforeItReads() {
    Delivery genuine = delivery(example(usual()), SECRET);
    Delivery head =
        new Delivery(genuine.method(), genuine.headers(), genuine.query(), null, genuine.key());

    assertThat(channel().sender(genuine)).isEqualTo(Sender.PLATFORM);
    assertThat(channel().sender(head)).isNotEqualTo(Sender.STRANGER);
    assertThat(genuine.body().length * 10).isLessThan(channel().largestDelivery());
  }

  @Test
  void givesTheSameDeliveryTheSameKey() {
    String first = ((Reception.Accepted) receive(usual())).events().get(0).key();

    assertThat(((Reception.Accepted) receive(usual())).events())
        .extracting(Event::key)
        .containsExactly(first);
    assertThat(first).hasSizeBetween(1, 200);
  }

  @Test
  void givesAnEditAnotherKey() {
    assumeTrue(tellsEdits());

    assertThat(((Reception.Accepted) receive(usual() + "_edited")).events())
        .extracting(Event::key)
        .doesNotContain(((Reception.Accepted) receive(usual())).events().get(0).key());
  }

  @Test
  void keepsNoSecretInTheEvent() {
    Reception.Accepted accepted = (Reception.Accepted) receive(usual());

    assertThat(new String(accepted.events().get(0).body(), StandardCharsets.UTF_8))
        .doesNotContain(SECRET);
  }

  @Test
  void hearsAMessage() {
    Message message = said(hear(usual()));

    assertThat(message.account()).isEqualTo(account());
    assertThat(message.kind().name()).isEqualToIgnoringCase(usual());
    assertThat(message.externalId()).isNotBlank().doesNotContain("/");
    assertThat(message.text()).isEqualTo("Почему карту не принимают в кассе?");
    assertThat(message.at()).isEqualTo(Instant.ofEpochSecond(1792000000));
  }

  @Test
  void hearsAPrivateMessage() {
    assumeTrue(can(Capability.HEAR_PRIVATE));

    assertThat(said(hear("private")).kind()).isEqualTo(Kind.PRIVATE);
  }

  @Test
  void hearsAnEditOfTheSameMessage() {
    assumeTrue(tellsEdits());

    assertThat(hear(usual() + "_edited"))
        .isInstanceOfSatisfying(
            InboundEvent.MessageEdited.class,
            messageEdited ->
                assertThat(messageEdited.message().externalId())
                    .isEqualTo(said(hear(usual())).externalId()));
  }

  /**
   * An edit in the platform's own words.
   *
   * @param example its file
   * @param order the field by which edits of one message are put in order
   * @param words the field with the new words; null where they are always told
   */
  public record EditFields(String example, String order, String words) {}

  /** Null where no delivery tells of edits. */
  public EditFields editFields() {
    return null;
  }

  @Test
  void putsEditsInTheOrderOfThePlatform() throws IOException {
    if (editFields() == null) {
      assertThat(tellsEdits()).isFalse();
      return;
    }
    JsonNode first = JSON.readTree(example(editFields().example()));
    ObjectNode later = first.deepCopy();
    JsonPointer order = JsonPointer.compile(editFields().order());
    ((ObjectNode) later.at(order.head())).put(field(order), later.at(order).asLong() + 1);

    assertThat(version(first)).isPositive();
    assertThat(version(later)).isGreaterThan(version(first));
  }

  @Test
  void anEditThatDoesNotTellTheWordsSaysSo() throws IOException {
    assumeTrue(editFields() != null && editFields().words() != null);
    JsonPointer words = JsonPointer.compile(editFields().words());
    JsonNode told = JSON.readTree(example(editFields().example()));
    JsonNode missing = told.deepCopy();
    ((ObjectNode) missing.at(words.head())).remove(field(words));
    JsonNode none = told.deepCopy();
    ((ObjectNode) none.at(words.head())).putNull(field(words));

    assertThat(((InboundEvent.MessageEdited) understand(told)).worded()).isTrue();
    assertThat(((InboundEvent.MessageEdited) understand(missing)).worded()).isFalse();
    assertThat(((InboundEvent.MessageEdited) understand(none)).worded()).isFalse();
  }

  private static String field(JsonPointer pointer) {
    return pointer.last().getMatchingProperty();
  }

  private long version(JsonNode event) throws IOException {
    InboundEvent inboundEvent = understand(event);
    return inboundEvent instanceof InboundEvent.MessageReceived messageReceived
        ? messageReceived.version()
        : ((InboundEvent.MessageEdited) inboundEvent).version();
  }

  private InboundEvent understand(JsonNode event) throws IOException {
    return channel().understand(JSON.writeValueAsBytes(event));
  }

  @Test
  void hearsAPhotoAndAFile() {
    assertThat(said(hear(photo())).attachments())
        .first()
        .extracting(Attachment::type)
        .isEqualTo(Attachment.Type.IMAGE);
  }

  @Test
  void recognisesItsOwnEcho() {
    assumeTrue(echo() != null);

    assertThat(hear(echo())).isInstanceOf(InboundEvent.EchoReceived.class);
  }

  @Test
  void takesAnUnknownEventWithSuccess() {
    assertThat(((Reception.Accepted) receive("unknown")).answer().status()).isEqualTo(200);
    assertThat(hear("unknown")).isInstanceOf(InboundEvent.Unclear.class);
  }

  @Test
  void namesThePublishedReply() {
    platformAccepts();

    assertThat(channel().reply(usualReply())).doesNotContain("/").isNotBlank();
  }

  @Test
  void waitsAsLongAsABusyPlatformAsks() {
    platformIsBusy((int) patience().toSeconds());

    assertThat(failure(CallFailure.Busy.class).retryAfter()).isEqualTo(patience());
  }

  @Test
  void isLockedOutByABadToken() {
    platformRefusesToken();

    failure(CallFailure.LockedOut.class);
  }

  @Test
  void isRefusedWhenTheTargetIsGone() {
    platformMissesTarget();

    failure(CallFailure.Refused.class);
  }

  @Test
  void isUnsureWhenTheConnectionIsCutAfterTheRequest() {
    platform.cuts();

    failure(CallFailure.Unsure.class);
    assertThat(platform.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void isUnsureWhenThePlatformFails(int status) {
    platform.answers(status, "<html>oops</html>");

    failure(CallFailure.Unsure.class);
  }

  @Test
  void isUnsureWhenTheAnswerCannotBeRead() {
    platform.answers(200, "{\"resp");

    failure(CallFailure.Unsure.class);
  }

  @Test
  void isUnsureWhenTheAnswerNamesNoMessage() {
    platform.answers(200, "{\"ok\":true,\"response\":{},\"result\":{}}");

    failure(CallFailure.Unsure.class);
  }

  @Test
  void isBusyWhenThePlatformIsNotThere() {
    Channel channel = channel();
    platform.close();

    assertThatThrownBy(() -> channel.reply(usualReply())).isInstanceOf(CallFailure.Busy.class);
  }

  @ParameterizedTest
  @MethodSource("acts")
  void refusesWithoutACallWhatThePlatformLacks(Capability needed, Act act) {
    assumeFalse(can(needed));

    assertThatThrownBy(() -> channel().moderate(act)).isInstanceOf(CallFailure.Refused.class);
    assertThat(platform.calls()).isEmpty();
  }

  static List<Arguments> acts() {
    return List.of(
        Arguments.of(Capability.HIDE, new Act.Hide("1_2", "1")),
        Arguments.of(Capability.HIDE, new Act.Show("1_2", "1")),
        Arguments.of(Capability.DELETE, new Act.Delete("1_2", "1")),
        Arguments.of(Capability.RESTORE, new Act.Restore("1_2", "1")),
        Arguments.of(Capability.BAN, new Act.Ban("501", null)),
        Arguments.of(Capability.UNBAN, new Act.Unban("501")),
        Arguments.of(Capability.MUTE, new Act.Mute("501", null)),
        Arguments.of(Capability.MUTE, new Act.Unmute("501")));
  }

  @Test
  void printsNoToken() {
    assertThat(channel().toString()).doesNotContain(TOKEN).doesNotContain(SECRET);
    assertThat(settings(platform.base()).toString()).doesNotContain(TOKEN).doesNotContain(SECRET);
  }

  @Test
  void leavesABrokenBodyToTheOperator() {
    byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    assertThat(channel().understand(deep)).isInstanceOf(InboundEvent.Unclear.class);
    assertThat(channel().understand(new byte[0])).isInstanceOf(InboundEvent.Unclear.class);
    assertThat(channel().understand(new byte[] {(byte) 0xff, 0, 1}))
        .isInstanceOf(InboundEvent.Unclear.class);
    assertThat(channel().receive(delivery(new byte[0], SECRET)))
        .isNotInstanceOf(Reception.Accepted.class);
  }

  @Test
  void replacesWhatNoDatabaseTakes() {
    String body =
        new String(example(usual()), StandardCharsets.UTF_8)
            .replace("Почему", "А\\u0000Б\\ud83d😀\\ude00");

    Reception.Accepted accepted =
        (Reception.Accepted)
            channel().receive(delivery(body.getBytes(StandardCharsets.UTF_8), SECRET));
    Message message = said(channel().understand(accepted.events().get(0).body()));

    assertThat(message.text()).startsWith("А\uFFFDБ\uFFFD😀\uFFFD карту");
  }

  @Test
  void parksAMegabyteOfText() {
    byte[] body =
        new String(example(usual()), StandardCharsets.UTF_8)
            .replace("Почему", "ы".repeat(500_000))
            .getBytes(StandardCharsets.UTF_8);

    assertThat(channel().receive(delivery(body, SECRET)))
        .isInstanceOfSatisfying(
            Reception.Unreadable.class,
            unreadable -> assertThat(unreadable.answer().status()).isEqualTo(200));
  }

  @ParameterizedTest
  @MethodSource("wrongShapes")
  void survivesEveryFieldInEveryWrongShape(String shape) throws IOException {
    Channel channel = channel();
    for (String name : examples()) {
      JsonNode whole = JSON.readTree(example(name));
      for (JsonNode variant : variants(whole, JSON.readTree(shape))) {
        byte[] body = JSON.writeValueAsBytes(variant);
        assertThat(channel.receive(delivery(body, SECRET))).isNotNull();
        assertThat(channel.understand(body)).isNotNull();
      }
    }
  }

  static List<String> wrongShapes() {
    return List.of(
        "null",
        "[]",
        "{}",
        "\"\"",
        "\"7\"",
        "\"\\u0000\"",
        "true",
        "0",
        "-1",
        "1e400",
        "[[1]]",
        "9223372036854775807",
        "-9223372036854775808",
        "99999999999999999999999999",
        "1.5",
        "{\"id\":{\"id\":[]}}");
  }

  /** The names of all example files. */
  public abstract List<String> examples();

  /** The tree once for each of its nodes, with that node replaced. */
  private static List<JsonNode> variants(JsonNode whole, JsonNode replacement) {
    ArrayList<JsonNode> variants = new ArrayList<>();
    for (String path : paths(whole, "")) {
      JsonNode copy = whole.deepCopy();
      int slash = path.lastIndexOf('/');
      JsonNode parent = copy.at(path.substring(0, slash));
      if (parent instanceof ObjectNode object) {
        object.set(path.substring(slash + 1), replacement);
        variants.add(copy);
      }
    }
    return variants;
  }

  private static List<String> paths(JsonNode node, String at) {
    ArrayList<String> paths = new ArrayList<>();
    node.fieldNames()
        .forEachRemaining(
            name -> {
              paths.add(at + "/" + name);
              paths.addAll(paths(node.get(name), at + "/" + name));
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      paths.addAll(paths(node.get(i), at + "/" + i));
    }
    return paths;
  }

  public static Message said(InboundEvent inboundEvent) {
    return ((InboundEvent.MessageReceived) inboundEvent).message();
  }

  public <T extends CallFailure> T failure(Class<T> kind) {
    T failure = catchThrowableOfType(kind, () -> channel().reply(usualReply()));
    assertThat(failure).isNotNull();
    assertThat(failure.toString()).doesNotContain(TOKEN).doesNotContain(SECRET);
    assertThat(failure.getMessage()).isNotBlank();
    assertThat(failure.getCause()).isNull();
    return failure;
  }

  public static Reply reply(
      Platform platform, Kind kind, String threadId, String replyTo, String text) {
    return Examples.reply(
        PUBLICATION, new Account(platform, "main"), kind, threadId, replyTo, text);
  }

  public static ChannelSettings settings(
      String ownId, String discussionId, String confirmation, URI base) {
    return Examples.settings(
        "own-id", ownId,
        "discussion-id", discussionId,
        "token", TOKEN,
        "admin-token", "admin-" + TOKEN,
        "secret", SECRET,
        "confirmation", confirmation,
        "base-url", base);
  }
}
