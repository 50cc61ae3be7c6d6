package org.communitydesk.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.channel.Act;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.Json;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Secret;

/**
 * The community's blacklist. Only an administrator's token changes it; the community's own may read
 * it (schema 5.199.93, 2025-01).
 */
final class VkBans {

  // A ban ends at most a year ahead: https://dev.vk.com/ru/method/groups.ban, 2026-11.
  private static final Duration LONGEST_BAN = Duration.ofDays(365);

  // The most entries of one answer: https://dev.vk.com/ru/method/groups.getBanned, 2026-11.
  private static final int PAGE = 200;

  private static final int NOT_FOUND = 104;
  private static final VkFailures ABSENT = new VkFailures(NOT_FOUND);

  private final String group;
  private final Secret token;
  private final Secret adminToken;
  private final PlatformApi api;
  private final Clock clock;

  VkBans(String group, ChannelSettings settings, PlatformApi api, Clock clock) {
    this.group = group;
    this.token = settings.token();
    this.adminToken = settings.adminToken();
    this.api = api;
    this.clock = clock;
  }

  void moderate(Act act) {
    if (act instanceof Act.Ban ban) {
      ban(ban);
    } else if (act instanceof Act.Unban unban) {
      unban(unban.personId());
    }
  }

  /** A longer term than VK knows is cut to the longest one, so that nobody is shut out for ever. */
  private void ban(Act.Ban ban) {
    Map<String, String> fields = person(ban.personId());
    Instant now = clock.instant();
    if (ban.until() != null) {
      if (!ban.until().isAfter(now)) {
        throw new CallFailure.Refused("Срок блокировки уже прошёл");
      }
      Instant longest = now.plus(LONGEST_BAN);
      Instant until = ban.until().isAfter(longest) ? longest : ban.until();
      fields.put("end_date", String.valueOf(until.getEpochSecond()));
    }
    api.send("groups.ban", VkChannel.form(adminToken, fields));
  }

  /** What VK answers for somebody who is not banned is not documented, so it is asked first. */
  private void unban(String person) {
    Content whom = VkChannel.form(adminToken, person(person));
    if (!api.ask("groups.getBanned", whom, ABSENT).path("response").path("items").isEmpty()) {
      api.send("groups.unban", whom, ABSENT);
    }
  }

  boolean isManager(String person) {
    Map<String, String> managers = Map.of("group_id", group, "filter", "managers", "count", "1000");
    for (JsonNode one :
        api.ask("groups.getMembers", VkChannel.form(token, managers))
            .path("response")
            .path("items")) {
      if (one.path("id").asText("").equals(person)) {
        return true;
      }
    }
    return false;
  }

  /** The part of the list that begins at the entry of that number; null for the first. */
  BanList.Part list(String cursor) {
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    JsonNode answer =
        api.ask(
                "groups.getBanned",
                VkChannel.form(
                    token,
                    Map.of(
                        "group_id",
                        group,
                        "offset",
                        String.valueOf(from),
                        "count",
                        String.valueOf(PAGE))))
            .path("response");
    if (!answer.path("items").isArray() || !answer.path("count").isInt()) {
      throw new CallFailure.Busy("ВКонтакте не отдала чёрный список", Duration.ofMinutes(5));
    }
    List<StandingBan> bans = new ArrayList<>();
    answer.path("items").forEach(item -> bans.add(entry(item)));
    int read = from + bans.size();
    int total = answer.path("count").asInt();
    return new BanList.Part(
        bans, bans.isEmpty() || read >= total ? null : String.valueOf(read), total);
  }

  Optional<StandingBan> one(String person) {
    if (!person.matches("[1-9]\\d*")) {
      throw new CallFailure.Refused("ВКонтакте не говорит о блокировках сообществ");
    }
    return Optional.of(
            api.ask("groups.getBanned", VkChannel.form(token, person(person)), ABSENT)
                .path("response")
                .path("items")
                .path(0))
        .filter(JsonNode::isObject)
        .map(VkBans::entry);
  }

  /** A community on the list has a minus before its number, as it has as an author. */
  private static StandingBan entry(JsonNode item) {
    JsonNode person = item.path("profile");
    JsonNode community = item.path("group");
    JsonNode ban = item.path("ban_info");
    String name =
        person.isObject()
            ? person.path("first_name").asText("") + " " + person.path("last_name").asText("")
            : community.path("name").asText("");
    return new StandingBan(
        person.isObject() ? person.path("id").asText() : "-" + community.path("id").asText(),
        Json.clean(name.strip()),
        instant(ban.path("date")),
        instant(ban.path("end_date")),
        false);
  }

  private static Instant instant(JsonNode seconds) {
    return seconds.asLong() > 0 ? Instant.ofEpochSecond(seconds.asLong()) : null;
  }

  private Map<String, String> person(String id) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("group_id", group);
    fields.put("owner_id", id);
    return fields;
  }
}
