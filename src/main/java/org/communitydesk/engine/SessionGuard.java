package org.communitydesk.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session of the webapps before any door looks at it, when its login no longer holds. The
 * webapps themselves never ask again for a password or a lock.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class SessionGuard extends OncePerRequestFilter {

  private final Logins logins;

  SessionGuard(Logins logins) {
    this.logins = logins;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      endUnlessGood(session);
    }
    chain.doFilter(request, response);
  }

  @Configuration(proxyBeanMethods = false)
  static class CurrentRequest {

    /** Jersey's own would come after Spring Security, which asks for the client's address. */
    @Bean
    OrderedRequestContextFilter requestContextFilter() {
      return new OrderedRequestContextFilter();
    }
  }

  private void endUnlessGood(HttpSession session) {
    try {
      if (!logins.isGood(session)) {
        session.invalidate();
      }
    } catch (IllegalStateException endedMeanwhile) {
      logger.trace("A session ended by itself", endedMeanwhile);
    }
  }
}
