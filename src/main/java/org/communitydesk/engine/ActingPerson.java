package org.communitydesk.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who acts, on the doors where Spring Security has found that out; {@code
 * /engine-rest} stays shut for everybody else.
 */
class ActingPerson extends OncePerRequestFilter {

  private final IdentityService identity;

  ActingPerson(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    if (isKnown(person)) {
      identity.setAuthentication(person.getName(), Staff.groups(person));
      try {
        chain.doFilter(request, response);
      } finally {
        identity.clearAuthentication();
      }
    } else if (request.getRequestURI().startsWith(request.getContextPath() + "/engine-rest")) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Community Desk\"");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isKnown(Authentication person) {
    return person != null
        && person.isAuthenticated()
        && !(person instanceof AnonymousAuthenticationToken);
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    FilterRegistrationBean<ActingPerson> actingPerson(IdentityService identity) {
      var registration = new FilterRegistrationBean<>(new ActingPerson(identity));
      registration.addUrlPatterns("/engine-rest/*", "/api/*");
      registration.setOrder(0);
      return registration;
    }
  }
}
