package org.communitydesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.communitydesk.http.Json;
import org.communitydesk.http.Secret;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The keys in a request; null for one that stays. Read by hand, because a converter's complaint
 * would show what was sent.
 */
record NewKeys(Secret token, Secret adminToken) {

  private static final int LONGEST = 4096;

  /**
   * @throws ResponseStatusException 400 when there is no key in it
   */
  static NewKeys read(byte[] body) {
    JsonNode json;
    try {
      json = Json.read(body);
    } catch (Json.Unreadable e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body is no JSON object");
    }
    NewKeys keys = new NewKeys(secret(json.path("token")), secret(json.path("adminToken")));
    if (keys.token == null && keys.adminToken == null) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "Send a token, an adminToken or both");
    }
    return keys;
  }

  private static Secret secret(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    Secret secret = Secret.of(value.textValue());
    boolean plain =
        secret.isSet()
            && secret.reveal().length() <= LONGEST
            && secret.reveal().chars().allMatch(c -> c > ' ' && c < 127);
    if (!plain) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "Это не похоже на ключ: проверьте, что он скопирован целиком и без пробелов");
    }
    return secret;
  }
}
