package org.communitydesk.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a simulated platform answers to a call.
 *
 * @param headers besides the content type
 */
public record Answer(int status, JsonNode body, Map<String, String> headers) {

  public Answer(int status, JsonNode body) {
    this(status, body, Map.of());
  }
}
