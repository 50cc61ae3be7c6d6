package org.communitydesk.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

/** Answers 429 to who has tried too often, and otherwise as the door does. */
class SlowDown implements AuthenticationEntryPoint {

  private static final String PROBLEM =
      "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"%s\"}";

  private final AuthenticationEntryPoint otherwise;

  SlowDown(AuthenticationEntryPoint otherwise) {
    this.otherwise = otherwise;
  }

  /** A door that asks for HTTP basic. */
  static SlowDown orBasic() {
    BasicAuthenticationEntryPoint basic = new BasicAuthenticationEntryPoint();
    basic.setRealmName("Community Desk");
    return new SlowDown(basic);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    if (failure instanceof TryLater later) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()));
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getWriter().write(PROBLEM.formatted(later.getMessage()));
    } else {
      otherwise.commence(request, response, failure);
    }
  }
}
