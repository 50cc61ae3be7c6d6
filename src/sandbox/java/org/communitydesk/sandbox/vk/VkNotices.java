package org.communitydesk.sandbox.vk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.communitydesk.sandbox.world.Ban;
import org.communitydesk.sandbox.world.Entry;
import org.communitydesk.sandbox.world.Events;
import org.communitydesk.sandbox.world.Json;
import org.communitydesk.sandbox.world.Post;
import org.springframework.stereotype.Component;

/** The events that the community has switched on. */
@Component
class VkNotices {

  private final Events events;
  private final VkJson json;
  private final SecureRandom random = new SecureRandom();

  VkNotices(Events events, VkJson json) {
    this.events = events;
    this.json = json;
  }

  void post(Post post) {
    tell(
        "wall_post_new",
        post.id(),
        Json.object()
            .put("id", post.number())
            .put("from_id", Vk.OWNER)
            .put("owner_id", Vk.OWNER)
            .put("date", post.at().getEpochSecond())
            .put("post_type", "post")
            .put("created_by", Vk.ADMIN)
            .put("can_edit", 1)
            .put("text", post.text()));
  }

  /** Wall events carry {@code post_owner_id} in every captured sample, beside the schema's name. */
  void comment(String type, Entry entry) {
    tell(type, entry.threadId(), json.comment(entry).put("post_owner_id", Vk.OWNER));
  }

  void commentDeleted(Entry entry, long deleter) {
    tell(
        "wall_reply_delete",
        entry.threadId(),
        Json.object()
            .put("owner_id", Vk.OWNER)
            .put("id", entry.number())
            .put("deleter_id", deleter)
            .put("post_id", VkJson.after(entry.threadId())));
  }

  /** A new private message of a user nests under {@code message}; all other kinds are flat. */
  void privateMessage(String type, Entry entry) {
    ObjectNode message = json.privateMessage(entry);
    if (!type.equals("message_new")) {
      tell(type, entry.threadId(), message);
      return;
    }
    ObjectNode object = Json.object();
    object.set("message", message);
    ObjectNode client = object.putObject("client_info");
    client.putArray("button_actions").add("text").add("open_link").add("callback");
    client.put("keyboard", true).put("inline_keyboard", true).put("carousel", true);
    client.put("lang_id", 0);
    tell(type, entry.threadId(), object);
  }

  void banned(Ban ban) {
    tell(
        "user_block",
        "bans",
        Json.object()
            .put("admin_id", Vk.ADMIN)
            .put("user_id", Long.parseLong(ban.userId()))
            .put("unblock_date", seconds(ban.until()))
            .put("reason", ban.reason())
            .put("comment", ban.comment()));
  }

  void unbanned(String userId, boolean byItself) {
    tell(
        "user_unblock",
        "bans",
        Json.object()
            .put("admin_id", byItself ? 0 : Vk.ADMIN)
            .put("user_id", Long.parseLong(userId))
            .put("by_end_date", byItself ? 1 : 0));
  }

  static long seconds(Instant until) {
    return until == null ? 0 : until.getEpochSecond();
  }

  private void tell(String type, String lane, ObjectNode object) {
    byte[] id = new byte[20];
    random.nextBytes(id);
    ObjectNode envelope = Json.object().put("type", type).put("group_id", Vk.GROUP);
    envelope.put("event_id", HexFormat.of().formatHex(id)).put("v", Vk.VERSION);
    envelope.set("object", object);
    events.add(Vk.PLATFORM, lane, number -> envelope);
  }
}
