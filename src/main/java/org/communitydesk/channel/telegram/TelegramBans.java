package org.communitydesk.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;

/** Who may write in the discussion group. */
final class TelegramBans {

  // Bounds of until_date: https://core.telegram.org/bots/api, 10.1, 2026-06. A shorter or longer
  // term would be for ever; a minute is left for the way and the clocks.
  private static final Duration SHORTEST = Duration.ofSeconds(90);
  private static final Duration LONGEST = Duration.ofDays(366).minusMinutes(1);

  /** What a member writes with, as ChatPermissions names it. */
  private static final List<String> WRITING =
      List.of(
          "can_send_messages",
          "can_send_audios",
          "can_send_documents",
          "can_send_photos",
          "can_send_videos",
          "can_send_video_notes",
          "can_send_voice_notes",
          "can_send_polls",
          "can_send_other_messages",
          "can_add_web_page_previews");

  private static final Set<String> STAFF = Set.of("creator", "administrator");

  private final String discussion;
  private final PlatformApi api;
  private final Clock clock;

  TelegramBans(String discussion, PlatformApi api, Clock clock) {
    this.discussion = discussion;
    this.api = api;
    this.clock = clock;
  }

  void moderate(Act act) {
    if (act instanceof Act.Ban ban) {
      ban(ban);
    } else if (act instanceof Act.Unban unban) {
      unban(unban.personId());
    } else if (act instanceof Act.Mute mute) {
      restrict(mute.personId(), false, mute.until());
    } else if (act instanceof Act.Unmute unmute) {
      restrict(unmute.personId(), true, null);
    }
  }

  /** A channel is shut out for ever: Telegram knows no term for it. */
  private void ban(Act.Ban ban) {
    Map<String, Object> fields = whom(ban.personId());
    Optional<Instant> end = end(ban.until());
    if (!isChannel(ban.personId())) {
      end.ifPresent(until -> fields.put("until_date", until.getEpochSecond()));
    }
    change(isChannel(ban.personId()) ? "banChatSenderChat" : "banChatMember", fields);
  }

  private void unban(String person) {
    Map<String, Object> fields = whom(person);
    if (isChannel(person)) {
      change("unbanChatSenderChat", fields);
    } else {
      fields.put("only_if_banned", true);
      change("unbanChatMember", fields);
    }
  }

  private void restrict(String person, boolean mayWrite, Instant until) {
    if (isChannel(person)) {
      throw new CallFailure.Refused("Telegram не даёт запретить каналу писать: заблокируйте его");
    }
    Map<String, Object> fields = whom(person);
    fields.put(
        "permissions", WRITING.stream().collect(Collectors.toMap(right -> right, r -> mayWrite)));
    end(until).ifPresent(end -> fields.put("until_date", end.getEpochSecond()));
    change("restrictChatMember", fields);
  }

  private Optional<Instant> end(Instant until) {
    if (until == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (!until.isAfter(now)) {
      throw new CallFailure.Refused("Срок блокировки уже прошёл");
    }
    Instant earliest = now.plus(SHORTEST);
    Instant latest = now.plus(LONGEST);
    return Optional.of(
        until.isBefore(earliest) ? earliest : until.isAfter(latest) ? latest : until);
  }

  Optional<StandingBan> one(String person) {
    if (isChannel(person)) {
      throw new CallFailure.Refused("Telegram не говорит, заблокирован ли канал");
    }
    JsonNode member = member(person);
    String status = member.path("status").asText("");
    boolean mute = status.equals("restricted") && !member.path("can_send_messages").asBoolean(true);
    if (!status.equals("kicked") && !mute) {
      return Optional.empty();
    }
    long end = member.path("until_date").asLong();
    JsonNode user = member.path("user");
    String name = user.path("first_name").asText("") + " " + user.path("last_name").asText("");
    return Optional.of(
        new StandingBan(
            person,
            Json.clean(name.strip()),
            null,
            end > 0 ? Instant.ofEpochSecond(end) : null,
            mute));
  }

  /** Who writes as the group itself is no author at all; a channel administers nothing. */
  boolean isStaff(String person) {
    return !isChannel(person) && STAFF.contains(member(person).path("status").asText(""));
  }

  private JsonNode member(String person) {
    return api.ask("getChatMember", Content.json(whom(person)), TelegramFailures.IN_GROUP)
        .path("result");
  }

  private void change(String method, Map<String, Object> fields) {
    api.send(method, Content.json(fields), TelegramFailures.IN_GROUP);
  }

  private Map<String, Object> whom(String person) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("chat_id", TelegramActions.number(discussion));
    fields.put(isChannel(person) ? "sender_chat_id" : "user_id", TelegramActions.number(person));
    return fields;
  }

  static boolean isChannel(String person) {
    return person.startsWith("-");
  }
}
