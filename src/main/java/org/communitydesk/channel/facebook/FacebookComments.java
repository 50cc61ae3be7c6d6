package org.communitydesk.channel.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.ReadBack;
import org.communitydesk.channel.Reply;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.channel.graph.GraphApi;
import org.communitydesk.channel.graph.GraphMatch;
import org.communitydesk.channel.graph.GraphValue;
import org.communitydesk.http.CallFailure;

/** Writing, finding, hiding and deleting comments, and shutting people out of the Page. */
final class FacebookComments {

  private static final int PAGE = 100;

  private final GraphApi api;
  private final String page;

  FacebookComments(GraphApi api, String page) {
    this.api = api;
    this.page = page;
  }

  String write(Reply reply) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("message", reply.text());
    if (reply.enclosure() != null) {
      fields.put("attachment_id", uploaded(reply.enclosure()));
    }
    String parent = reply.replyTo() == null ? reply.threadId() : reply.replyTo();
    String id = GraphValue.id(api.post(parent + "/comments", fields).path("id"));
    if (id.isEmpty()) {
      throw new CallFailure.Unsure("Facebook не назвал номер опубликованного ответа");
    }
    return id;
  }

  /** An unpublished photo is seen by nobody until a comment names it. */
  private String uploaded(OutgoingAttachment file) {
    if (!file.isPicture()) {
      throw new CallFailure.Refused("К комментарию на Facebook можно приложить только картинку");
    }
    JsonNode photo = api.upload(page + "/photos", Map.of("published", "false"), "source", file);
    String id = GraphValue.text(photo.path("id"));
    if (id.isEmpty()) {
      throw new CallFailure.Refused("Facebook не принял картинку");
    }
    return id;
  }

  /** All levels of the post's comments since then; of strangers' posts we see too little. */
  ReadBack look(Reply reply, Instant since) {
    if (!reply.threadId().startsWith(page + "_")) {
      return new ReadBack.CannotTell();
    }
    JsonNode comments =
        api.get(
            reply.threadId() + "/comments",
            Map.of(
                "filter", "stream",
                "order", "reverse_chronological",
                "limit", String.valueOf(PAGE),
                "fields", "id,message,from{id},parent{id},created_time"));
    Set<String> parents = parents(reply, comments);
    return new GraphMatch(page, "message", "created_time")
        .find(comments, reply.text(), since, one -> parents.contains(parent(one)));
  }

  /** Which parent an answer to an answer gets is not documented: itself, or the one above. */
  private static Set<String> parents(Reply reply, JsonNode comments) {
    String answered =
        reply.replyTo() == null || reply.replyTo().equals(reply.threadId()) ? "" : reply.replyTo();
    Set<String> parents = new HashSet<>(Set.of(answered));
    for (JsonNode one : comments.path("data")) {
      String above = parent(one);
      if (!above.isEmpty() && GraphValue.id(one.path("id")).equals(answered)) {
        parents.add(above);
      }
    }
    return parents;
  }

  private static String parent(JsonNode comment) {
    return GraphValue.id(comment.path("parent").path("id"));
  }

  void moderate(Act act) {
    if (act instanceof Act.Hide hide) {
      api.post(hide.externalId(), Map.of("is_hidden", true));
    } else if (act instanceof Act.Show show) {
      api.post(show.externalId(), Map.of("is_hidden", false));
    } else if (act instanceof Act.Delete delete) {
      delete(delete.externalId());
    } else if (act instanceof Act.Ban ban) {
      block(ban.personId());
    } else if (act instanceof Act.Unban unban) {
      unblock(unban.personId());
    }
  }

  /** The same error means gone, hidden from us and forbidden: reading tells them apart. */
  private void delete(String comment) {
    try {
      api.delete(comment, Map.of());
    } catch (CallFailure.Refused refused) {
      if (isReadable(comment)) {
        throw refused;
      }
    }
  }

  private boolean isReadable(String comment) {
    try {
      api.get(comment, Map.of("fields", "id"));
      return true;
    } catch (CallFailure.Refused gone) {
      return false;
    }
  }

  /** Ids of commentators are users to the Page, ids from Messenger are {@code psid}. */
  private void block(String person) {
    refuseTheNameless(person);
    try {
      confirm(api.post(page + "/blocked", Map.of("user", List.of(person))), person);
    } catch (CallFailure.Refused unknown) {
      confirm(api.post(page + "/blocked", Map.of("psid", List.of(person))), person);
    }
  }

  /** The answer is a map of ids to outcomes, with HTTP 200 also when one is false. */
  private static void confirm(JsonNode answer, String person) {
    JsonNode outcome = answer.has(person) ? answer.path(person) : answer.path("success");
    if (!outcome.asBoolean(true)) {
      throw new CallFailure.Refused("Facebook не заблокировал этого человека: сделайте вручную");
    }
  }

  private void unblock(String person) {
    refuseTheNameless(person);
    try {
      api.delete(page + "/blocked", Map.of("user", person));
    } catch (CallFailure.Refused refused) {
      if (mayBeBlocked(person)) {
        throw refused;
      }
    }
  }

  private boolean mayBeBlocked(String person) {
    JsonNode list = api.get(page + "/blocked", Map.of("limit", String.valueOf(PAGE)));
    return !list.path("data").isArray()
        || list.path("paging").has("next")
        || StreamSupport.stream(list.path("data").spliterator(), false)
            .anyMatch(one -> one.path("id").asText("").equals(person));
  }

  /** The Page's list of blocked people; Facebook tells neither since when nor until when. */
  BanList.Part blocked(String cursor) {
    return api.blocked(
        page + "/blocked",
        cursor,
        one ->
            new StandingBan(
                GraphValue.id(one.path("id")),
                GraphValue.text(one.path("name")),
                null,
                null,
                false));
  }

  private static void refuseTheNameless(String person) {
    if (person.startsWith(FacebookEvents.NAMELESS)) {
      throw new CallFailure.Refused(
          "Facebook не назвал автора упоминания: найдите его по ссылке и сделайте вручную");
    }
  }
}
