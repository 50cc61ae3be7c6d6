package org.communitydesk.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    all.put("sig", signature(sorted, md5(token + settings.applicationSecret().reveal())));
    all.put("access_token", token);
    return Content.form(all);
  }

  /** The documented signature: the token itself is not signed. */
  static String signature(Map<String, String> sorted, String secret) {
    return md5(
        sorted.entrySet().stream()
                .map(p -> p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining())
            + secret);
  }

  private static String md5(String text) {
    return digest("MD5", text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
