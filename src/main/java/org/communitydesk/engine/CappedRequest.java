package org.communitydesk.engine;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A request that asks for a thousand rows where it named no number or, as the webapps do, more. */
class CappedRequest extends HttpServletRequestWrapper {

  private static final String CAP = "maxResults=" + EngineSettings.MOST_ROWS;

  private static final Pattern FOUR_DIGITS_OR_MORE =
      Pattern.compile("(?<![^&])maxResults=[1-9]\\d{3,}");

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
    return query.contains("maxResults")
        ? FOUR_DIGITS_OR_MORE.matcher(query).replaceAll(CAP)
        : query + "&" + CAP;
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
