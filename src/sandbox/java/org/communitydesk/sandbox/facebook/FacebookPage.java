package org.communitydesk.sandbox.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphApp;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.GraphMethod;
import org.communitydesk.sandbox.graph.GraphPage;
import org.communitydesk.sandbox.graph.GraphRequest;
import org.communitydesk.sandbox.graph.GraphSection;
import org.communitydesk.sandbox.graph.Mail;
import org.communitydesk.sandbox.graph.MailPeople;
import org.communitydesk.sandbox.world.Bans;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Person;
import org.springframework.stereotype.Component;

/** The Page itself: its private messages, people, blocks, subscriptions and token. */
@Component
class FacebookPage implements GraphSection {

  private static final String FIELDS =
      "feed,mention,messages,message_echoes,message_edits,message_reactions,message_reads,"
          + "message_deliveries,standby,messaging_policy_enforcement";

  private final Mail mail;
  private final MailPeople mailPeople;
  private final GraphApp app;
  private final People people;
  private final Bans bans;
  private final FacebookComments comments;

  FacebookPage(
      Mail mail,
      MailPeople mailPeople,
      GraphApp app,
      People people,
      Bans bans,
      FacebookComments comments) {
    this.mail = mail;
    this.mailPeople = mailPeople;
    this.app = app;
    this.people = people;
    this.bans = bans;
    this.comments = comments;
  }

  @Override
  public Platform platform() {
    return Facebook.PLATFORM;
  }

  @Override
  public Map<String, GraphMethod> methods() {
    return Map.ofEntries(
        Map.entry("GET ", GraphMethod.read(this::object)),
        Map.entry("GET /debug_token", GraphMethod.read(FacebookPage::token)),
        Map.entry(
            "GET subscribed_apps",
            GraphMethod.read(request -> app.subscriptions(Facebook.PLATFORM, FIELDS))),
        Map.entry(
            "POST subscribed_apps",
            GraphMethod.read(
                request ->
                    app.subscribe(Facebook.PLATFORM, request.required("subscribed_fields")))),
        Map.entry(
            "DELETE subscribed_apps",
            GraphMethod.read(request -> app.subscribe(Facebook.PLATFORM, ""))),
        Map.entry(
            "POST messages",
            GraphMethod.write(Facebook.tooMany(), request -> mail.send(Facebook.BOX, request))
                .failing(Fault.DELETED_PARENT, GraphError.of(400, 100, 2018001, "No such user"))
                .failing(
                    Fault.BLOCKED_BY_USER,
                    GraphError.of(400, 551, 1545041, "This person isn't available right now."))),
        Map.entry(
            "POST message_attachments",
            GraphMethod.write(Facebook.tooMany(), request -> mail.upload(Facebook.BOX, request))),
        Map.entry(
            "GET conversations",
            GraphMethod.read(request -> mailPeople.talk(Facebook.BOX, request))),
        Map.entry(
            "POST moderate_conversations",
            GraphMethod.write(
                Facebook.tooMany(), request -> mailPeople.moderate(Facebook.BOX, request))),
        Map.entry("GET blocked", GraphMethod.read(this::blocked)),
        Map.entry("POST blocked", GraphMethod.write(Facebook.tooMany(), this::block)),
        Map.entry("DELETE blocked", GraphMethod.write(Facebook.tooMany(), this::unblock)));
  }

  private JsonNode object(GraphRequest request) {
    if (request.id().equals(Facebook.PAGE) || request.id().equals("me")) {
      return Json.object().put("id", Facebook.PAGE).put("name", Facebook.PAGE_NAME);
    }
    return people
        .find(Facebook.PLATFORM, request.id())
        .map(FacebookPage::shown)
        .orElseGet(() -> FacebookComments.shown(comments.standing(request.id())));
  }

  private static ObjectNode shown(Person person) {
    return Json.object()
        .put("id", person.id())
        .put("name", person.name())
        .put("first_name", person.firstName())
        .put("last_name", person.lastName());
  }

  private static JsonNode token(GraphRequest request) {
    return GraphApp.token(
        request,
        Facebook.PAGE,
        List.of(
            "pages_manage_metadata",
            "pages_read_engagement",
            "pages_read_user_content",
            "pages_manage_engagement",
            "pages_messaging"));
  }

  private JsonNode blocked(GraphRequest request) {
    mustBePage(request);
    return GraphPage.of(
        bans.all(Facebook.PLATFORM),
        request,
        25,
        ban -> shown(people.get(Facebook.PLATFORM, ban.userId())));
  }

  private JsonNode block(GraphRequest request) {
    mustBePage(request);
    ObjectNode answer = Json.object();
    for (String id : named(request)) {
      mailPeople.block(Facebook.BOX, id);
      answer.put(id, true);
    }
    return answer;
  }

  private JsonNode unblock(GraphRequest request) {
    mustBePage(request);
    named(request).forEach(id -> bans.lift(Facebook.PLATFORM, id));
    return Json.object().put("success", true);
  }

  /** The people of {@code user}, {@code asid}, {@code uid} or {@code psid}: one id or a list. */
  private List<String> named(GraphRequest request) {
    List<String> ids = new ArrayList<>();
    for (String parameter : List.of("user", "asid", "uid", "psid")) {
      String text = request.parameters().path(parameter).toString().replaceAll("[^0-9,]", "");
      List.of(text.split(",", -1)).stream().filter(id -> !id.isEmpty()).forEach(ids::add);
    }
    if (ids.isEmpty()) {
      throw GraphError.parameter("One of user, asid, uid and psid is required");
    }
    for (String id : ids) {
      if (people.find(Facebook.PLATFORM, id).isEmpty()) {
        throw GraphError.parameter("Invalid user id " + id);
      }
    }
    return ids;
  }

  private static void mustBePage(GraphRequest request) {
    if (!request.id().equals(Facebook.PAGE) && !request.id().equals("me")) {
      throw GraphError.gone(request.id());
    }
  }
}
