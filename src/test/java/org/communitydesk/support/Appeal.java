package org.communitydesk.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * One appeal played through the doors: a user on a simulated platform, and the staff over REST.
 * Every method waits until the desk has nothing left to do.
 */
public final class Appeal {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ANY_SUCCESS = -1;
  private static final AtomicLong NEXT_AUTHOR = new AtomicLong(700_000);

  private final String platform;
  private final String kind;
  private final String author;
  private final String name;
  private final String firstMessage;
  private final String caseId;

  private Appeal(String platform, String kind, String author, String text) {
    this(platform, kind, author, "Пётр Иванов", text);
  }

  private Appeal(String platform, String kind, String author, String name, String text) {
    this.platform = platform;
    this.kind = kind;
    this.author = author;
    this.name = name;
    this.firstMessage = write(text);
    this.caseId = find(firstMessage).path("caseId").asText();
  }

  private Appeal(String platform, String author, String[] texts) {
    this.platform = platform;
    this.kind = "comment";
    this.author = author;
    this.name = "Пётр Иванов";
    List<String> ids = Stream.of(texts).map(text -> send(text, null)).toList();
    this.firstMessage = ids.get(0);
    ids.forEach(Appeal::awaitJoined);
    this.caseId = find(firstMessage).path("caseId").asText();
  }

  /** A new user writes under the platform's default post. */
  public static Appeal comment(String platform, String text) {
    return new Appeal(platform, "comment", newAuthor(), text);
  }

  /** That user, or channel, writes under the platform's default post. */
  public static Appeal commentBy(String platform, String author, String text) {
    return new Appeal(platform, "comment", author, text);
  }

  /** That user of that name writes, as a comment or in private. */
  public static Appeal by(String platform, String kind, String author, String name, String text) {
    return new Appeal(platform, kind, author, name, text);
  }

  /**
   * A new user writes several comments at once; returns when all have joined a case, whatever the
   * desk still has to do.
   */
  public static Appeal inFlight(String platform, String... texts) {
    return new Appeal(platform, newAuthor(), texts);
  }

  /** A new user writes to the brand in private. */
  public static Appeal privately(String platform, String text) {
    return new Appeal(platform, "private", newAuthor(), text);
  }

  /**
   * The same user writes in the same place after the case was closed. Platforms tell whole seconds,
   * and what was written in the second of a notice was written before it: so the second passes.
   */
  public Appeal again(String text) {
    passTime("PT1S");
    return new Appeal(platform, kind, author, name, text);
  }

  private static String newAuthor() {
    return String.valueOf(NEXT_AUTHOR.incrementAndGet());
  }

  public String caseId() {
    return caseId;
  }

  public String author() {
    return author;
  }

  public String firstMessage() {
    return firstMessage;
  }

  /** The user writes once more in the same place. */
  public String write(String text) {
    String id = send(text, null);
    idle();
    return id;
  }

  /** The user changes a message of theirs. */
  public Appeal edit(String messageId, String text) {
    String path = "/sandbox/api/" + platform + "/messages/" + messageId;
    json(
        Desk.asNobody().put(path, JSON.createObjectNode().put("text", text).toString()),
        ANY_SUCCESS);
    idle();
    return this;
  }

  /** The user deletes a message of theirs. */
  public Appeal delete(String messageId) {
    String path = "/sandbox/api/" + platform + "/messages/" + messageId;
    assertThat(Desk.asNobody().delete(path).statusCode()).isBetween(200, 299);
    idle();
    return this;
  }

  /** The user of a comment writes to the brand in private. */
  public String writePrivately(String text) {
    String id = send(text, null, "private");
    idle();
    return id;
  }

  /** Whether private messages come to this user: reachable, unreachable or left. */
  public Appeal reach(String reach) {
    ObjectNode order = JSON.createObjectNode().put("userId", author).put("reach", reach);
    json(Desk.asNobody().put("/sandbox/api/" + platform + "/reach", order.toString()), ANY_SUCCESS);
    return this;
  }

  /** As {@link #write}, with a picture, and without waiting for the desk. */
  public String send(String text, String imageUrl) {
    return send(text, imageUrl, kind);
  }

  private String send(String text, String imageUrl, String kind) {
    ObjectNode message = JSON.createObjectNode();
    message.put("authorId", author);
    message.put("authorName", name);
    message.put("text", text);
    message.put("kind", kind);
    if (imageUrl != null) {
      message.put("imageUrl", imageUrl);
    }
    return json(sandbox("/" + platform + "/messages", message.toString()), 201)
        .path("messageId")
        .asText();
  }

  /** Somebody completes a task of this case; the answer must be 204. */
  public Appeal submit(String person, String task, Map<String, ?> fields) {
    HttpResponse<String> answer = trySubmit(person, task, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    idle();
    return this;
  }

  public HttpResponse<String> trySubmit(String person, String task, Map<String, ?> fields) {
    ObjectNode variables = JSON.createObjectNode();
    fields.forEach((name, value) -> variables.putObject(name).putPOJO("value", value));
    return Desk.as(person)
        .post(
            "/engine-rest/task/" + task(person, task) + "/submit-form",
            JSON.createObjectNode().set("variables", variables).toString());
  }

  /** The id of the open task with that definition key, as the person sees it. */
  public String task(String person, String key) {
    JsonNode found =
        json(
            Desk.as(person)
                .get(
                    "/engine-rest/task?taskDefinitionKey="
                        + key
                        + "&processInstanceBusinessKey="
                        + caseId),
            200);
    assertThat(found).as("open tasks %s of case %s", key, caseId).hasSize(1);
    return found.get(0).path("id").asText();
  }

  /** The ids of this case's open tasks with that definition key. */
  public List<String> taskIds(String key) {
    return json(
            Desk.as("admin")
                .get(
                    "/engine-rest/task?taskDefinitionKey="
                        + key
                        + "&processInstanceBusinessKey="
                        + caseId),
            200)
        .findValuesAsText("id");
  }

  public Appeal classify(String appealClass) {
    return submit("anna", "classifyAppeal", Map.of("appealClass", appealClass));
  }

  /** Brings a fresh appeal to the task in which its answer is written. */
  public Appeal toReply() {
    return classify("CONSTRUCTIVE");
  }

  public Appeal decide(String decision) {
    return submit("anna", "prepareReply", Map.of("replyDecision", decision));
  }

  public Appeal reply(String text) {
    return reply("REPLY", text);
  }

  public Appeal reply(String decision, String text) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("replyDecision", decision);
    fields.put("replyText", text);
    return submit("anna", "prepareReply", fields);
  }

  /** As {@link #reply}, without waiting for the desk. */
  public void submitReply(String text) {
    HttpResponse<String> answer =
        trySubmit("anna", "prepareReply", Map.of("replyDecision", "REPLY", "replyText", text));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  /** A moderator confirms that the message breaks that rule. */
  public Appeal confirm(String violation) {
    return submit("anna", "confirmViolation", Map.of("violation", violation));
  }

  /** The measures of this user in this account, newest first. */
  public JsonNode sanctions() {
    return json(
        Desk.as("anna").get("/api/sanctions?platform=" + platform + "&authorId=" + author), 200);
  }

  /** The latest measure. */
  public JsonNode sanction() {
    return sanctions().path(0);
  }

  /** The entry of this user in the platform's list of banned persons; missing when not banned. */
  public JsonNode ban() {
    for (JsonNode ban : state().path("bans")) {
      if (author.equals(ban.path("userId").asText())) {
        return ban;
      }
    }
    return MissingNode.getInstance();
  }

  /** An administrator keeps this user out on the platform's own pages, past the desk. */
  public Appeal banOutside() {
    json(Desk.asNobody().put("/sandbox/api/" + platform + "/bans/" + author, "{}"), ANY_SUCCESS);
    idle();
    return this;
  }

  /** An administrator lets this user in again on the platform's own pages, past the desk. */
  public Appeal liftOutside() {
    json(Desk.asNobody().delete("/sandbox/api/" + platform + "/bans/" + author), ANY_SUCCESS);
    idle();
    return this;
  }

  /** The desk compares all bans with the ladder now. */
  public Appeal compareBans() {
    json(Desk.as("maria").post("/api/sanctions/reconciliation", ""), ANY_SUCCESS);
    idle();
    return this;
  }

  /** The bans of this user that were set or lifted past the desk, newest first. */
  public JsonNode drift(boolean settledToo) {
    return json(
        Desk.as("anna")
            .get(
                "/api/sanctions/drift?platform="
                    + platform
                    + "&authorId="
                    + author
                    + "&all="
                    + settledToo),
        200);
  }

  /** The platform's id of the latest message of the brand that names a measure. */
  public String noticeId() {
    String id = null;
    for (JsonNode message : state().path("messages")) {
      if (message.path("byBrand").asBoolean() && message.path("text").asText().contains("Мера:")) {
        id = message.path("id").asText();
      }
    }
    return id;
  }

  /** The user answers that message. */
  public String answerTo(String messageId, String text) {
    ObjectNode message = JSON.createObjectNode();
    message.put("authorId", author);
    message.put("authorName", name);
    message.put("text", text);
    message.put("kind", kind);
    message.put("replyTo", messageId);
    String id =
        json(sandbox("/" + platform + "/messages", message.toString()), 201)
            .path("messageId")
            .asText();
    idle();
    return id;
  }

  /** A message as the platform shows it. */
  public JsonNode onPlatform(String messageId) {
    for (JsonNode message : state().path("messages")) {
      if (messageId.equals(message.path("id").asText())) {
        return message;
      }
    }
    return MissingNode.getInstance();
  }

  /** The definition keys of this case's open tasks. */
  public List<String> tasks() {
    return json(Desk.as("anna").get("/engine-rest/task?processInstanceBusinessKey=" + caseId), 200)
        .findValuesAsText("taskDefinitionKey");
  }

  /** The case file. */
  public JsonNode file() {
    return json(Desk.as("anna").get("/api/appeals/" + caseId), 200);
  }

  /** What the brand has said on the platform to this user's messages, oldest first. */
  public List<String> answers() {
    List<String> texts = new ArrayList<>();
    Set<String> own = new HashSet<>();
    JsonNode messages = state().path("messages");
    for (JsonNode message : messages) {
      if (author.equals(message.path("authorId").asText())) {
        own.add(message.path("id").asText());
      }
    }
    for (JsonNode message : messages) {
      if (message.path("byBrand").asBoolean()
          && (own.contains(message.path("replyTo").asText())
              || author.equals(message.path("to").asText()))) {
        texts.add(message.path("text").asText());
      }
    }
    return texts;
  }

  public JsonNode state() {
    return json(Desk.asNobody().get("/sandbox/api/" + platform + "/state"), 200);
  }

  /** The next call of the platform's write API misbehaves so. */
  public Appeal fault(String fault) {
    return fault(fault, 1);
  }

  /** The next calls of the platform's write API misbehave so. */
  public Appeal fault(String fault, int times) {
    json(
        sandbox("/" + platform + "/faults", "{\"kind\":\"" + fault + "\",\"times\":" + times + "}"),
        ANY_SUCCESS);
    return this;
  }

  /** The platform takes our key again, and the desk has noticed it. */
  public Appeal renewToken() {
    json(sandbox("/" + platform + "/token", "{}"), ANY_SUCCESS);
    json(Desk.as("admin").post("/api/channels/" + platform + "/main/check", "{}"), 200);
    idle();
    return this;
  }

  /** How the platform's account stands, as the desk says. */
  public JsonNode channel() {
    for (JsonNode channel : json(Desk.as("anna").get("/api/channels"), 200)) {
      if (channel.path("platform").asText().equals(platform)) {
        return channel;
      }
    }
    throw new AssertionError("There is no channel of " + platform);
  }

  /** Waits until that message has joined a case, and for nothing else. */
  public static String awaitJoined(String externalId) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> json(Desk.as("anna").get(inquiry(externalId)), 200).size() > 0);
    return externalId;
  }

  private static String inquiry(String externalId) {
    return "/api/appeals?q=" + URLEncoder.encode(externalId, StandardCharsets.UTF_8);
  }

  /** Whether a message of that external id stands in any case. */
  public static boolean isKnown(String externalId) {
    return json(Desk.as("anna").get(inquiry(externalId)), 200).size() > 0;
  }

  /** Finds a case by a message's external id. */
  public static JsonNode find(String externalId) {
    JsonNode found = json(Desk.as("anna").get(inquiry(externalId)), 200);
    List<JsonNode> holding = new ArrayList<>();
    for (JsonNode one : found) {
      for (JsonNode id : one.path("messageIds")) {
        if (id.asText().equals(externalId)) {
          holding.add(one);
        }
      }
    }
    assertThat(holding).as("cases with message %s", externalId).hasSize(1);
    return holding.get(0);
  }

  /** Moves the clock of product, engine and platforms. */
  public Appeal passTime(String duration) {
    json(sandbox("/clock", "{\"plus\":\"" + duration + "\"}"), ANY_SUCCESS);
    idle();
    return this;
  }

  /** Ends all cases and begins a new play. */
  public static void reset() {
    json(sandbox("/reset", "{}"), ANY_SUCCESS);
    idle();
  }

  /** Waits until every delivery is worked and no job is due. */
  public static void idle() {
    HttpResponse<String> idle = Desk.asNobody().get("/sandbox/api/idle?timeout=PT60S");
    assertThat(idle.statusCode()).as("idle: " + idle.body()).isEqualTo(200);
  }

  private static HttpResponse<String> sandbox(String path, String json) {
    return Desk.asNobody().post("/sandbox/api" + path, json);
  }

  private static JsonNode json(HttpResponse<String> answer, int status) {
    if (status == ANY_SUCCESS) {
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
    try {
      return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
