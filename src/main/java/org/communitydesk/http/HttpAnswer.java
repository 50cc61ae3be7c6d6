package org.communitydesk.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/** What a platform answered to one call. */
public final class HttpAnswer {

  private final int status;
  private final JsonNode body;
  private final HttpHeaders headers;

  HttpAnswer(int status, JsonNode body, HttpHeaders headers) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** An answer without headers. */
  public static HttpAnswer of(int status, JsonNode body) {
    return new HttpAnswer(status, body, HttpHeaders.of(Map.of(), (name, value) -> true));
  }

  public int status() {
    return status;
  }

  /** A missing node when the answer was no JSON. */
  public JsonNode body() {
    return body;
  }

  /** The first header of that name, in any case of letters. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
