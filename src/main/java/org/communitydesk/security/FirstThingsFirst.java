package org.communitydesk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows whoever opens the web pages of a desk without an administrator how to make one; the
 * engine's own page for that is closed.
 */
class FirstThingsFirst extends OncePerRequestFilter {

  private final BooleanSupplier administratorExists;

  FirstThingsFirst(BooleanSupplier administratorExists) {
    this.administratorExists = administratorExists;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isPage(request) && !administratorExists.getAsBoolean()) {
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + "/first-administrator");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return HttpMethod.GET.matches(request.getMethod())
        && (path.equals("/")
            || path.matches("/camunda(/app)?/?")
            || path.matches("/camunda/app/[a-z]+(/default)?(/setup)?/?"));
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {

    /** Before the doors, which keep the engine's page shut. */
    @Bean
    FilterRegistrationBean<FirstThingsFirst> firstThingsFirst(
        @Qualifier("administratorExists") BooleanSupplier administratorExists) {
      var registration = new FilterRegistrationBean<>(new FirstThingsFirst(administratorExists));
      registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
      return registration;
    }
  }
}
