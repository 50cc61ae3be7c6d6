package org.communitydesk.engine;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request that asks for a thousand rows where it named no number. */
class CappedRequest extends HttpServletRequestWrapper {

  private static final String CAP = "maxResults=" + EngineSettings.MOST_ROWS;

  private final ServletInputStream body;

  CappedRequest(HttpServletRequest request, ServletInputStream body) {
    super(request);
    this.body = body;
  }

  @Override
  public String getQueryString() {
    String query = super.getQueryString();
    if (query == null || query.isEmpty()) {
      return CAP;
    }
    return query.contains("maxResults") ? query : query + "&" + CAP;
  }

  @Override
  public ServletInputStream getInputStream() {
    return body;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }
}
