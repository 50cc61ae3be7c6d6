package org.communitydesk.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.communitydesk.channel.ChannelSettings;
import org.communitydesk.http.Content;
import org.communitydesk.http.FailureTable;
import org.communitydesk.http.PlatformApi;

/** The REST API: one address, every call signed. */
final class OkRest {

  private static final String ADDRESS = "fb.do";

  private final PlatformApi api;
  private final ChannelSettings settings;

  OkRest(PlatformApi api, ChannelSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  /** Whether the operator has set up what this API takes. */
  boolean isSetUp() {
    return settings.adminToken().isSet();
  }

  JsonNode ask(String method, Map<String, String> parameters) {
    return api.ask(ADDRESS, form(method, parameters));
  }

  JsonNode ask(String method, Map<String, String> parameters, FailureTable table) {
    return api.ask(ADDRESS, form(method, parameters), table);
  }

  JsonNode send(String method, Map<String, String> parameters) {
    return api.send(ADDRESS, form(method, parameters));
  }

  JsonNode send(String method, Map<String, String> parameters, FailureTable table) {
    return api.send(ADDRESS, form(method, parameters), table);
  }

  private Content form(String method, Map<String, String> parameters) {
    Map<String, String> sorted = new TreeMap<>(parameters);
    sorted.put("method", method);
    sorted.put("application_key", settings.applicationKey().strip());
    sorted.put("format", "json");
    String token = settings.adminToken().reveal();
    Map<String, String> all = new LinkedHashMap<>(sorted);
    all.put(
        "sig",
        signature(sorted, DigestUtils.md5Hex(token + settings.applicationSecret().reveal())));
    all.put("access_token", token);
    return Content.form(all);
  }

  /** The documented signature: the token itself is not signed. */
  static String signature(Map<String, String> sorted, String secret) {
    return DigestUtils.md5Hex(
        sorted.entrySet().stream()
                .map(p -> p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining())
            + secret);
  }
}
