package org.communitydesk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Brings the webapps' token against forged requests to a page of ours, whose scripts read it: the
 * webapps' own cookie goes to {@code /camunda} alone. The server goes on comparing with the token
 * of the session, never with the cookie.
 */
class CsrfCookie extends OncePerRequestFilter {

  private final CsrfTokenRepository tokens;

  CsrfCookie(CsrfTokenRepository tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String page = request.getRequestURI();
    CsrfToken token = tokens.loadToken(request);
    // For the page itself, not for the files of which it is made.
    if (token != null && page.lastIndexOf('/') == request.getContextPath().length()) {
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from("XSRF-TOKEN", token.getToken())
              .path(page)
              .secure(request.isSecure())
              .sameSite("Lax")
              .build()
              .toString());
    }
    chain.doFilter(request, response);
  }
}
