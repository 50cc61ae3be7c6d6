package org.communitydesk.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.Reply;
import org.communitydesk.conversation.Kind;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Secret;

/**
 * What the brand does: it replies, deletes and bans. The community's token writes under posts and
 * in private; everything else takes an administrator's token (schema 5.199.93, 2025-01).
 */
final class VkActions {

  private static final int NOT_FOUND = 104;
  private static final int NOT_DELETED = 243;
  private static final Set<String> RIGHTS = Set.of("messages", "wall", "photos", "docs", "manage");
  private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png", "image/gif");

  private final String group;
  private final Secret token;
  private final Secret adminToken;
  private final VkThreads threads;
  private final VkBans bans;
  private final PlatformApi api;

  VkActions(
      String group, ChannelSettings settings, VkThreads threads, VkBans bans, PlatformApi api) {
    this.group = group;
    this.token = settings.token();
    this.adminToken = settings.adminToken();
    this.threads = threads;
    this.bans = bans;
    this.api = api;
  }

  String reply(Reply reply) {
    return reply.kind() == Kind.COMMENT ? comment(reply) : write(reply);
  }

  private String comment(Reply reply) {
    VkThreads.Spot spot = spot(reply.threadId());
    if (!spot.isPost() && !adminToken.isSet()) {
      throw new CallFailure.Refused(
          "ВКонтакте не даёт сообществу отвечать здесь через API: ответьте вручную");
    }
    Map<String, String> fields = spot.fields();
    fields.put("from_group", spot.isPost() ? group : "1");
    fields.put("message", reply.text());
    if (!spot.isTopic()) {
      VkThreads.parent(reply).ifPresent(id -> fields.put("reply_to_comment", id));
    }
    if (reply.enclosure() != null) {
      Map<String, String> where = Map.of("group_id", group);
      fields.put("attachments", upload(reply.enclosure(), adminToken, "Wall", where));
    }
    fields.put("guid", reply.publicationId().toString());
    Secret key = spot.isPost() ? token : adminToken;
    JsonNode answer =
        api.send(spot.method("createComment"), VkChannel.form(key, fields)).path("response");
    return spot.comment(published(spot.isPost() ? answer.path("comment_id") : answer));
  }

  private String write(Reply reply) {
    String peer = VkThreads.peer(reply);
    if (!peer.matches("[1-9]\\d*")) {
      throw new CallFailure.Refused("Сообществу нельзя написать лично: ответьте в комментариях");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("peer_id", peer);
    fields.put("random_id", randomId(reply.publicationId()));
    fields.put("message", reply.text());
    if (reply.enclosure() != null) {
      Map<String, String> where = Map.of("peer_id", peer);
      fields.put("attachment", upload(reply.enclosure(), token, "Messages", where));
    }
    JsonNode answer = api.send("messages.send", VkChannel.form(token, fields));
    return peer + "_" + published(answer.path("response"));
  }

  private static String published(JsonNode id) {
    if (id.asLong() <= 0) {
      throw new CallFailure.Unsure("ВКонтакте не назвала номер опубликованного ответа");
    }
    return id.asText();
  }

  /** An int32 other than 0, stable for the publication. */
  static String randomId(UUID publication) {
    int mixed = publication.hashCode() & Integer.MAX_VALUE;
    return String.valueOf(mixed == 0 ? 1 : mixed);
  }

  /** Uploads a photo or document, which nobody sees before it is attached; returns its name. */
  private String upload(
      OutgoingAttachment file, Secret key, String target, Map<String, String> where) {
    boolean photo = PHOTOS.contains(file.contentType());
    String section = photo ? "photos" : "docs";
    String server = section + ".get" + target + "UploadServer";
    URI address =
        address(api.ask(server, VkChannel.form(key, where)).path("response").path("upload_url"));
    String field = photo ? "photo" : "file";
    JsonNode taken =
        api.ask(
            "upload",
            address,
            Content.multipart(
                Map.of(), field, file.fileName(), file.contentType(), file.size(), file.content()));
    String proof = taken.path(field).asText("");
    if (proof.isEmpty() || proof.equals("[]")) {
      throw new CallFailure.Refused("ВКонтакте не приняла файл «" + file.fileName() + "»");
    }
    Map<String, String> saving = new LinkedHashMap<>();
    saving.put(field, proof);
    if (photo) {
      saving.put("server", taken.path("server").asText());
      saving.put("hash", taken.path("hash").asText());
      if (where.containsKey("group_id")) {
        saving.put("group_id", group);
      }
    } else {
      saving.put("title", file.fileName());
    }
    String save = photo ? "photos.save" + target + "Photo" : "docs.save";
    JsonNode saved = api.ask(save, VkChannel.form(key, saving)).path("response");
    return name(photo ? "photo" : "doc", photo ? saved.path(0) : saved.path("doc"));
  }

  private static URI address(JsonNode url) {
    try {
      return URI.create(url.asText(""));
    } catch (IllegalArgumentException e) {
      throw new CallFailure.Busy("ВКонтакте не назвала адрес для файла", Duration.ofMinutes(1));
    }
  }

  private static String name(String type, JsonNode saved) {
    if (!saved.path("id").isIntegralNumber()) {
      throw new CallFailure.Busy("ВКонтакте не назвала номер файла", Duration.ofMinutes(1));
    }
    String key = saved.path("access_key").asText("");
    String name = type + saved.path("owner_id").asText() + "_" + saved.path("id").asText();
    return key.isEmpty() ? name : name + "_" + key;
  }

  void moderate(Act act) {
    if (act instanceof Act.Delete delete) {
      change("delete", delete.externalId(), delete.threadId(), NOT_FOUND);
    } else if (act instanceof Act.Restore restore) {
      change("restore", restore.externalId(), restore.threadId(), NOT_DELETED);
    } else {
      bans.moderate(act);
    }
  }

  private void change(String verb, String message, String thread, int done) {
    VkThreads.Spot spot = spot(thread);
    // A post that a user wrote on the wall is its own thread.
    String method = spot.method(message.equals(thread) ? verb : verb + "Comment");
    Content what = VkChannel.form(adminToken, spot.fields(message));
    api.send(method, what, new VkFailures(done));
  }

  private VkThreads.Spot spot(String thread) {
    return threads
        .spot(thread)
        .orElseThrow(
            () ->
                new CallFailure.Refused(
                    "ВКонтакте не даёт сделать это здесь через API: сделайте вручную"));
  }

  /** What the tokens lack, Russian sentences without a full stop; empty when they lack nothing. */
  List<String> obstacles() {
    return Stream.of(missingRights(), administratorIsLockedOut())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> missingRights() {
    JsonNode rights = api.ask("groups.getTokenPermissions", VkChannel.form(token, Map.of()));
    Set<String> missing = new TreeSet<>(RIGHTS);
    missing.removeAll(rights.findValuesAsText("name"));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("Ключу сообщества не хватает прав: " + String.join(", ", missing));
  }

  private Optional<String> administratorIsLockedOut() {
    if (!adminToken.isSet()) {
      return Optional.empty();
    }
    try {
      api.ask("users.get", VkChannel.form(adminToken, Map.of()));
      return Optional.empty();
    } catch (CallFailure.LockedOut | CallFailure.Refused e) {
      return Optional.of("Ключ администратора не действует: " + e.getMessage());
    }
  }
}
