package org.communitydesk.channel.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.communitydesk.channel.BanList;
import org.communitydesk.channel.ChannelConfig;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.channel.Limit;
import org.communitydesk.channel.OutgoingAttachment;
import org.communitydesk.channel.StandingBan;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.Content;
import org.communitydesk.http.Hmac;
import org.communitydesk.http.PlatformApi;
import org.communitydesk.http.Secret;

/** Calls of the Graph API with our token, and with the proof that the app's secret is ours. */
public final class GraphApi {

  private final PlatformApi api;
  private final Secret token;
  private final Secret appSecret;

  /**
   * @throws org.communitydesk.channel.BadSetting when what Meta asks of every app is not set: the
   *     token, the app's secret, the verify token of its webhook, the version of the API
   */
  public GraphApi(ChannelConfig channelConfig, GraphFailures failures, Clock clock) {
    ChannelSettings settings = channelConfig.settings();
    this.token = channelConfig.token("\\S+", "Set it to a token of the Page or of a system user.");
    this.appSecret =
        channelConfig.secret("secret", settings.secret(), "\\S+", "Set it to the app's secret.");
    channelConfig.secret(
        "verify-token",
        settings.verifyToken(),
        ".{1,200}",
        "Set it to the verify token that the app's webhook page holds.");
    String version =
        channelConfig.text(
            "api-version", settings.apiVersion(), "v\\d{1,3}\\.\\d", "Set it to one like v26.0.");
    this.api =
        channelConfig
            .api("/" + version, failures)
            .with(() -> Map.of("Authorization", "Bearer " + token.reveal()))
            .metering(new GraphUsage(clock));
  }

  /**
   * Reads; what would be {@code Unsure} is {@code Busy}.
   *
   * @param path an id, or an id and an edge
   */
  public JsonNode get(String path, Map<String, String> query) throws CallFailure {
    Map<String, String> all = new LinkedHashMap<>(query);
    all.put("appsecret_proof", proof());
    return api.get(checked(path), all);
  }

  /**
   * One part of the list of people whom we have blocked.
   *
   * @param path an id and its edge
   * @param cursor what the previous part named; null for the first
   */
  public BanList.Part blocked(String path, String cursor, Function<JsonNode, StandingBan> entry)
      throws CallFailure {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("limit", "100");
    if (cursor != null) {
      query.put("after", cursor);
    }
    JsonNode answer = get(path, query);
    if (!answer.path("data").isArray()) {
      throw new CallFailure.Busy("Meta не отдала список заблокированных", Duration.ofMinutes(5));
    }
    List<StandingBan> bans = new ArrayList<>();
    answer.path("data").forEach(one -> bans.add(entry.apply(one)));
    JsonNode paging = answer.path("paging");
    return new BanList.Part(
        bans, paging.has("next") ? paging.path("cursors").path("after").asText(null) : null, null);
  }

  /** Changes something. */
  public JsonNode post(String path, Map<String, ?> fields) throws CallFailure {
    return api.send(checked(path), Content.json(proven(fields)));
  }

  /** As {@link #post(String, Map)}, with a table for this call alone. */
  public JsonNode post(String path, Map<String, ?> fields, GraphFailures failures)
      throws CallFailure {
    return api.send(checked(path), Content.json(proven(fields)), failures);
  }

  /** Takes something away. */
  public JsonNode delete(String path, Map<String, ?> fields) throws CallFailure {
    return api.send("DELETE", checked(path), Content.json(proven(fields)));
  }

  /**
   * Brings a file to the platform, which nobody sees before it is named in a message: what would be
   * {@code Unsure} is {@code Busy}.
   */
  public JsonNode upload(
      String path, Map<String, String> fields, String field, OutgoingAttachment file)
      throws CallFailure {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("appsecret_proof", proof());
    return api.ask(
        checked(path),
        Content.multipart(
            all, field, file.fileName(), file.contentType(), file.size(), file.content()));
  }

  /** What Meta last said of its limits. */
  public List<Limit> limits() {
    return Limit.read(api.quotas());
  }

  /** The text of our token, for the one call that asks about it. */
  String inspectedToken() {
    return token.reveal();
  }

  private Map<String, Object> proven(Map<String, ?> fields) {
    Map<String, Object> all = new HashMap<>(fields);
    all.put("appsecret_proof", proof());
    return all;
  }

  private String proof() {
    return Hmac.hex(appSecret, token.reveal().getBytes(StandardCharsets.UTF_8));
  }

  /** Ids come from events of strangers; only what looks like one may stand in an address. */
  private static String checked(String path) {
    if (!path.matches("[A-Za-z0-9_.:-]{1,200}(/[a-z_]{1,40})?") || path.startsWith(".")) {
      throw new CallFailure.Refused("Такого номера у Meta быть не может");
    }
    return path;
  }
}
