package org.communitydesk.sandbox.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitydesk.conversation.Platform;
import org.communitydesk.sandbox.graph.GraphApp;
import org.communitydesk.sandbox.graph.GraphError;
import org.communitydesk.sandbox.graph.GraphMethod;
import org.communitydesk.sandbox.graph.GraphRequest;
import org.communitydesk.sandbox.graph.GraphSection;
import org.communitydesk.sandbox.graph.Mail;
import org.communitydesk.sandbox.graph.MailPeople;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.People;
import org.communitydesk.sandbox.world.Post;
import org.communitydesk.sandbox.world.Posts;
import org.springframework.stereotype.Component;

/** The account itself and the Page that it is linked to. */
@Component
class InstagramAccount implements GraphSection {

  private static final String FIELDS =
      "messages,message_reactions,messaging_seen,messaging_postbacks,standby";
  private static final Pattern MENTIONED =
      Pattern.compile("mentioned_(comment\\.comment|media\\.media)_id\\((\\d+)\\)");

  private final Mail mail;
  private final MailPeople mailPeople;
  private final GraphApp app;
  private final People people;
  private final Posts posts;
  private final InstagramComments comments;

  InstagramAccount(
      Mail mail,
      MailPeople mailPeople,
      GraphApp app,
      People people,
      Posts posts,
      InstagramComments comments) {
    this.mail = mail;
    this.mailPeople = mailPeople;
    this.app = app;
    this.people = people;
    this.posts = posts;
    this.comments = comments;
  }

  @Override
  public Platform platform() {
    return Instagram.PLATFORM;
  }

  @Override
  public Map<String, GraphMethod> methods() {
    return Map.ofEntries(
        Map.entry("GET ", GraphMethod.read(this::object)),
        Map.entry("GET /debug_token", GraphMethod.read(InstagramAccount::token)),
        Map.entry(
            "GET subscribed_apps",
            GraphMethod.read(request -> app.subscriptions(Instagram.PLATFORM, FIELDS))),
        Map.entry(
            "POST subscribed_apps",
            GraphMethod.read(
                request ->
                    app.subscribe(Instagram.PLATFORM, request.required("subscribed_fields")))),
        Map.entry(
            "DELETE subscribed_apps",
            GraphMethod.read(request -> app.subscribe(Instagram.PLATFORM, ""))),
        Map.entry(
            "POST messages",
            GraphMethod.write(Instagram.tooMany(), request -> mail.send(Instagram.BOX, request))
                .failing(
                    Fault.DELETED_PARENT,
                    GraphError.of(400, 100, 2534025, "The comment is invalid for a reply"))
                .failing(
                    Fault.BLOCKED_BY_USER,
                    GraphError.of(400, 551, 1545041, "This person isn't available right now."))),
        Map.entry(
            "POST message_attachments",
            GraphMethod.write(Instagram.tooMany(), request -> mail.upload(Instagram.BOX, request))),
        Map.entry(
            "GET conversations",
            GraphMethod.read(request -> mailPeople.talk(Instagram.BOX, request))),
        Map.entry(
            "POST moderate_conversations",
            GraphMethod.write(
                Instagram.tooMany(), request -> mailPeople.moderate(Instagram.BOX, request))));
  }

  private JsonNode object(GraphRequest request) {
    String id = request.id();
    if (id.equals(Instagram.ACCOUNT)) {
      return account(request);
    }
    if (id.equals(Instagram.PAGE) || id.equals("me")) {
      ObjectNode page = Json.object().put("id", Instagram.PAGE).put("name", "Карта «Мир»");
      page.putObject("instagram_business_account").put("id", Instagram.ACCOUNT);
      return page;
    }
    return people
        .find(Instagram.PLATFORM, id)
        .map(person -> Json.object().put("id", id).put("username", person.name()))
        .or(() -> posts.find(Instagram.PLATFORM, id).map(InstagramAccount::media))
        .orElseGet(() -> comments.shown(comments.standing(id)));
  }

  private static ObjectNode media(Post post) {
    return Json.object()
        .put("id", post.id())
        .put("caption", post.text())
        .put("media_type", "IMAGE")
        .put("timestamp", MailPeople.time(post.at()));
  }

  private JsonNode account(GraphRequest request) {
    ObjectNode account = Json.object().put("id", Instagram.ACCOUNT);
    account.put("username", Instagram.USERNAME).put("name", "Карта «Мир»");
    Matcher mentioned = MENTIONED.matcher(request.text("fields"));
    if (!mentioned.find()) {
      return account;
    }
    String id = mentioned.group(2);
    if (mentioned.group(1).startsWith("comment")) {
      account.set("mentioned_comment", comments.shown(comments.standing(id)));
    } else {
      account.set(
          "mentioned_media",
          posts
              .find(Instagram.PLATFORM, id)
              .map(InstagramAccount::media)
              .orElseThrow(() -> GraphError.gone(id)));
    }
    return account;
  }

  private static JsonNode token(GraphRequest request) {
    return GraphApp.token(
        request,
        Instagram.PAGE,
        List.of(
            "instagram_basic",
            "instagram_manage_comments",
            "instagram_manage_messages",
            "pages_manage_metadata",
            "business_management"));
  }
}
