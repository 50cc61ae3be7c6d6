package org.communitydesk.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers 401. Programs are told of HTTP basic; a page in a browser is not, or the browser would
 * open a password window of its own in the middle of somebody's work.
 */
class SignIn implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (request.getHeader("Sec-Fetch-Mode") == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Community Desk\"");
    }
    response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
  }
}
