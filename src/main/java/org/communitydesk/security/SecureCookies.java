package org.communitydesk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Behind TLS every cookie is for TLS only; the webapps would send their own without. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SecureCookies extends OncePerRequestFilter {

  private static final Pattern SECURE = Pattern.compile("(?i);\\s*secure\\s*(;|$)");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, request.isSecure() ? new Marking(response) : response);
  }

  private static final class Marking extends HttpServletResponseWrapper {

    Marking(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      super.addHeader(name, marked(name, value));
    }

    @Override
    public void setHeader(String name, String value) {
      super.setHeader(name, marked(name, value));
    }

    @Override
    public void addCookie(Cookie cookie) {
      cookie.setSecure(true);
      super.addCookie(cookie);
    }

    private static String marked(String name, String value) {
      return HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)
              && value != null
              && !SECURE.matcher(value).find()
          ? value + "; Secure"
          : value;
    }
  }
}
